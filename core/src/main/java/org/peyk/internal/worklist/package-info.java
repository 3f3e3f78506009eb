/** What people look for: requests by who may decide them, who asked for them, and how long they have waited. */
package org.peyk.internal.worklist;
