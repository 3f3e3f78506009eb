/** Telling listeners what happened, in order and at least once. */
package org.peyk.internal.listener;
