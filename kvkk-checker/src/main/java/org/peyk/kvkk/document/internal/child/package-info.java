/** Reading in a process of its own: what goes to it and what comes back. */
package org.peyk.kvkk.document.internal.child;
