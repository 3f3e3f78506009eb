package org.peyk.examples.sms.smsc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peyk.examples.sms.text.SmsDecoder;

/** Puts parts together as a telephone does: by the number they are for and the number that joins them. A part that comes again replaces itself. */
final class Assembly {

    private static final int BITS_OF_SEPTET = 7;
    private static final int BITS_OF_OCTET = 8;

    private final Map<String, Piece[]> open = new HashMap<>();
    private final List<TakenMessage> taken = new ArrayList<>();

    private record Piece(String text, TakenMessage.Part part) {}

    /**
     * What came.
     *
     * @param number whom it is for
     * @param sender whom it is from
     * @param octets short_message
     * @param hasHeader whether a header stands first
     * @param dataCoding data_coding
     * @param reference user_message_reference, or -1
     * @param receipt whether a receipt was asked for
     */
    record Came(
            String number,
            String sender,
            byte[] octets,
            boolean hasHeader,
            int dataCoding,
            int reference,
            boolean receipt) {
        SmsDecoder.Read read() {
            return SmsDecoder.read(octets, hasHeader, dataCoding);
        }

        int carried() {
            if (dataCoding == BITS_OF_OCTET) {
                return octets.length;
            }
            int header = hasHeader ? 1 + octets[0] : 0;
            int bits = (octets.length - header) * BITS_OF_SEPTET;
            return header + (bits + BITS_OF_OCTET - 1) / BITS_OF_OCTET;
        }

        String key(SmsDecoder.Read read) {
            return number + " " + read.reference().orElse(-1) + " " + read.parts();
        }
    }

    /** What it would be if it were taken. */
    synchronized Submission look(Came came) {
        SmsDecoder.Read read = came.read();
        Piece[] others = open.getOrDefault(came.key(read), new Piece[read.parts()]);
        boolean complete = true;
        for (int i = 0; i < others.length; i++) {
            complete &= others[i] != null || i == read.part() - 1;
        }
        return new Submission(came.number(), read.part(), read.parts(), complete);
    }

    /** Takes a part; gives the message when it is whole with it. */
    synchronized Optional<TakenMessage> take(Came came, String id) {
        SmsDecoder.Read read = came.read();
        Piece[] pieces = open.computeIfAbsent(came.key(read), k -> new Piece[read.parts()]);
        pieces[read.part() - 1] = new Piece(
                read.text(),
                new TakenMessage.Part(id, came.reference(), came.receipt(), came.dataCoding(), came.carried()));
        if (Arrays.stream(pieces).allMatch(p -> p != null)) {
            open.remove(came.key(read));
            StringBuilder text = new StringBuilder();
            List<TakenMessage.Part> parts = new ArrayList<>();
            for (Piece piece : pieces) {
                text.append(piece.text());
                parts.add(piece.part());
            }
            TakenMessage message = new TakenMessage(came.number(), text.toString(), parts, came.sender());
            taken.add(message);
            return Optional.of(message);
        }
        return Optional.empty();
    }

    synchronized List<TakenMessage> taken() {
        return List.copyOf(taken);
    }
}
