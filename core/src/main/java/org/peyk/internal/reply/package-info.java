/** What comes back: linking, counting, cases of the units, evidence on the ledger. */
package org.peyk.internal.reply;
