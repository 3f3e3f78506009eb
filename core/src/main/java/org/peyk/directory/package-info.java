/** Ready directories of people: a live database, and a document. */
package org.peyk.directory;
