/**
 * Archives (ZIP), whose files are read one by one.
 */
package org.peyk.kvkk.document.internal.zip;
