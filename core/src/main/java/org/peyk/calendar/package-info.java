/** The days on which offices work. */
package org.peyk.calendar;
