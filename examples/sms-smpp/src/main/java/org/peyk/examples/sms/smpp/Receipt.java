package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * A delivery receipt: by its parameters (SMPP 3.4 section 5.2.28), and where a centre sends none, by its text (appendix B).
 *
 * @param id the centre's message_id
 * @param state what became of the part
 * @param error the network's error, or empty
 * @param reference user_message_reference of the part, or null when the centre does not send it back
 * @param digits the number it is about
 */
record Receipt(
        String id, State state, String error, @Nullable Integer reference, String digits) {

    private static final Pattern ID = Pattern.compile("\\bid:(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:(\\w{1,8})", Pattern.CASE_INSENSITIVE);

    /** message_state, and what it is called in a text. */
    enum State {
        ENROUTE("ENROUTE", 1),
        DELIVERED("DELIVRD", 2),
        EXPIRED("EXPIRED", 3),
        DELETED("DELETED", 4),
        UNDELIVERABLE("UNDELIV", 5),
        ACCEPTED("ACCEPTD", 6),
        UNKNOWN("UNKNOWN", 7),
        REJECTED("REJECTD", 8);

        private final String word;
        private final int number;

        State(String word, int number) {
            this.word = word;
            this.number = number;
        }

        /** Whether the part certainly does not arrive any more. */
        boolean failed() {
            return this == EXPIRED || this == DELETED || this == UNDELIVERABLE || this == REJECTED;
        }

        String word() {
            return word;
        }

        static State of(int number) {
            for (State s : values()) {
                if (s.number == number) {
                    return s;
                }
            }
            return UNKNOWN;
        }

        static State of(String word) {
            String upper = word.toUpperCase(Locale.ROOT);
            for (State s : values()) {
                if (s.word.equals(upper)) {
                    return s;
                }
            }
            return UNKNOWN;
        }
    }

    /** Reads a receipt; empty when it does not say which message it is about. */
    static Optional<Receipt> read(DeliverSm sm) {
        byte[] octets = sm.getShortMessage();
        String text = octets == null ? "" : new String(octets, StandardCharsets.ISO_8859_1);
        OptionalParameter.Receipted_message_id id =
                sm.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        OptionalParameter.Message_state state = sm.getOptionalParameter(OptionalParameter.Message_state.class);
        OptionalParameter.User_message_reference reference =
                sm.getOptionalParameter(OptionalParameter.User_message_reference.class);
        String named = id != null ? id.getValueAsString() : found(ID, text);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String source = sm.getSourceAddr();
        return Optional.of(new Receipt(
                named,
                state != null ? State.of(state.getValue()) : State.of(found(STATE, text)),
                found(ERROR, text),
                reference == null ? null : reference.getValue() & 0xFFFF,
                source == null ? "" : source.replaceAll("[^0-9]", "")));
    }

    private static String found(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(1) : "";
    }

    /** Shows no number. */
    @Override
    public String toString() {
        return "Receipt[" + state + "]";
    }
}
