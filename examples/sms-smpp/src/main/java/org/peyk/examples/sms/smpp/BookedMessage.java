package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.peyk.examples.sms.smpp.Receipt.State;
import org.peyk.spi.Sha256;

/** What the receipt book knows of one message. */
final class BookedMessage {

    private final String id;
    private final String mark;
    private final int parts;
    private final Map<Integer, State> states = new HashMap<>();
    private boolean told;

    BookedMessage(String id, String mark, int parts) {
        this.id = id;
        this.mark = mark;
        this.parts = parts;
    }

    /** By which the number is known again without being written down; the Message-ID in it is random, so equal numbers have unequal marks. */
    static String mark(String messageId, String digits) {
        return Sha256.hex((messageId + digits).getBytes(StandardCharsets.UTF_8));
    }

    String id() {
        return id;
    }

    boolean wentTo(String digits) {
        return mark.equals(mark(id, digits));
    }

    boolean known(int part) {
        return states.containsKey(part);
    }

    void put(int part, State state) {
        states.put(part, state);
    }

    /** What could not be concluded is to be heard again. */
    void forget(int part) {
        states.remove(part);
    }

    boolean delivered() {
        return states.size() == parts && states.values().stream().allMatch(State.DELIVERED::equals);
    }

    boolean told() {
        return told;
    }

    void tell() {
        told = true;
    }
}
