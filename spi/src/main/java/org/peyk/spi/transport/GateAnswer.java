package org.peyk.spi.transport;

/** Whether the end of a message may leave. */
public enum GateAnswer {
    /** The intent is durable; from now on the delivery is in flight until its outcome is reported. */
    PROCEED,
    /** Too many are in flight: send what is buffered, read the outstanding replies, report them, then ask again. */
    SETTLE_FIRST,
    /**
     * It may not be sent (paused, cancelled, too late, or taken over by another node): the end must not leave. The transport undoes the
     * transaction and goes on with the next delivery; no outcome is reported for this one.
     */
    WITHDRAW
}
