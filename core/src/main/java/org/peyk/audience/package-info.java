/** Ready recipient sources. */
package org.peyk.audience;
