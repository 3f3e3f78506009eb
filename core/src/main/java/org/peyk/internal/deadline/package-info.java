/** Work that time itself asks for: reminders, escalation, warnings and expiry. */
package org.peyk.internal.deadline;
