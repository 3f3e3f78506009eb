/** Notices of the process to its own people: made from the feed of events, recorded, and sent apart from what requests send. */
package org.peyk.internal.notice;
