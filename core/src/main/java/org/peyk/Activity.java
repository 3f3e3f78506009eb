package org.peyk;

import java.util.Map;
import org.peyk.spi.Channel;

/**
 * What one node has done since it was made, for meters. Holds numbers alone, so nothing in it is about a person.
 *
 * @param sent messages that were accepted
 * @param deferred answers that put a recipient off
 * @param failed recipients refused for good
 * @param inDoubt messages whose fate was not known
 * @param sessions sessions that are sending at the moment, over each channel
 * @param ledgerCommits transactions in which the ledger stored intents and results
 * @param ledgerWaiting changes that wait for the ledger's next transaction
 */
public record Activity(
        long sent,
        long deferred,
        long failed,
        long inDoubt,
        Map<Channel, Integer> sessions,
        long ledgerCommits,
        int ledgerWaiting) {

    /** Copies the map. */
    public Activity {
        sessions = Map.copyOf(sessions);
    }
}
