package org.peyk.examples.benchmarks.ledger;

/** One way to send an announcement to everybody. */
interface Sending {

    /**
     * How long it took.
     *
     * @param seconds from the order to send until the last message was accepted and that is known for good
     * @param sending the part of it in which messages left, without the time for laying down who gets one
     */
    record Took(double seconds, double sending) {}

    String name();

    Took send(Post post) throws Exception;
}
