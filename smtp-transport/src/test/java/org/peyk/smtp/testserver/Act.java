package org.peyk.smtp.testserver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What the scripted server does at one step.
 *
 * @param bytes what it says first; perhaps nothing
 * @param then what it does afterwards
 * @param drip how long it waits before each byte
 * @param takes at the end of a message: whether it takes the message, whatever it says
 */
public record Act(byte[] bytes, Then then, Duration drip, boolean takes) {

    /** How an act ends. */
    public enum Then {
        GO_ON,
        CLOSE,
        /** Closes so that the other side gets a reset instead of an end of stream. */
        RESET,
        /** Says nothing more, and keeps the connection open until the server is closed. */
        STALL
    }

    /** A reply, whose text may have several lines; a 2xx reply to the end of a message takes it. */
    public static Act reply(String lines) {
        return say(lines + "\r\n", Then.GO_ON);
    }

    public static Act replyAndClose(String lines) {
        return say(lines + "\r\n", Then.CLOSE);
    }

    public static Act close() {
        return say("", Then.CLOSE);
    }

    public static Act reset() {
        return say("", Then.RESET);
    }

    public static Act stall() {
        return say("", Then.STALL);
    }

    /** Exactly these characters, one byte each. */
    public static Act say(String raw, Then then) {
        return new Act(raw.getBytes(StandardCharsets.ISO_8859_1), then, Duration.ZERO, raw.startsWith("2"));
    }

    public Act dripping(Duration each) {
        return new Act(bytes, then, each, takes);
    }

    public Act taking() {
        return new Act(bytes, then, drip, true);
    }

    public Act notTaking() {
        return new Act(bytes, then, drip, false);
    }
}
