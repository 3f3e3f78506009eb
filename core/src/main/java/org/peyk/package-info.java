/**
 * What a portal calls: {@link org.peyk.MailProcess} and the values it takes and gives.
 *
 * <p>Everything here may be used from several threads at once unless it says otherwise. Commands are refused with a {@link
 * org.peyk.RefusedException} that names a stable code and says in Turkish and English what to do.
 */
package org.peyk;
