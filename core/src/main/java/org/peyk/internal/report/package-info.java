/** The process's measures, computed from events and ledger. */
package org.peyk.internal.report;
