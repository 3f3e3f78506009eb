package org.peyk;

/**
 * What the log of a relay settled.
 *
 * @param lines lines that were read
 * @param messages messages of the ledger that the log tells something about
 * @param settled messages in doubt that are known now to have been taken by the relay
 * @param bounced messages that the relay took and gave back later; whether they were in doubt or not
 * @param absent messages in doubt of which the log says that the relay never took them; they stay in doubt, for a person to decide
 * @param unreadable lines that should say something and are malformed
 */
public record RelayLogResult(long lines, long messages, long settled, long bounced, long absent, long unreadable) {}
