package org.peyk.examples.sms.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a part back as a telephone does. */
public final class SmsDecoder {

    /** data_coding of sixteen bits a character (SMPP 3.4 section 5.2.19). */
    private static final int UCS2 = 0x08;

    private SmsDecoder() {}

    /**
     * What a part holds.
     *
     * @param reference joins the parts of one message; empty for a message of one part
     * @param parts how many there are
     * @param part which one this is, from 1
     * @param text its text
     */
    public record Read(Optional<Integer> reference, int parts, int part, String text) {

        /** Shows no text. */
        @Override
        public String toString() {
            return "Read[" + part + "/" + parts + "]";
        }
    }

    /**
     * Reads short_message.
     *
     * @param octets header, if there is one, and characters
     * @param hasHeader whether esm_class says that a header stands first
     * @param dataCoding data_coding
     * @return what it holds
     */
    public static Read read(byte[] octets, boolean hasHeader, int dataCoding) {
        GsmTable locking = GsmTable.DEFAULT;
        GsmTable single = GsmTable.EXTENSION;
        Optional<Integer> reference = Optional.empty();
        int parts = 1;
        int part = 1;
        int start = hasHeader ? 1 + (octets[0] & 0xFF) : 0;
        for (int i = 1; hasHeader && i < start; i += 2 + octets[i + 1]) {
            int at = i + 2;
            switch (octets[i]) {
                case 0x00 -> {
                    reference = Optional.of(octets[at] & 0xFF);
                    parts = octets[at + 1] & 0xFF;
                    part = octets[at + 2] & 0xFF;
                }
                case 0x08 -> {
                    reference = Optional.of((octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF));
                    parts = octets[at + 2] & 0xFF;
                    part = octets[at + 3] & 0xFF;
                }
                case 0x24 -> single = octets[at] == 1 ? GsmTable.TURKISH_SINGLE : GsmTable.EXTENSION;
                case 0x25 -> locking = octets[at] == 1 ? GsmTable.TURKISH_LOCKING : GsmTable.DEFAULT;
                default -> {
                    // an element this reader does not know is passed over, as the standard asks
                }
            }
        }
        String text = dataCoding == UCS2
                ? new String(octets, start, octets.length - start, StandardCharsets.UTF_16BE)
                : septets(octets, start, locking, single);
        return new Read(reference, parts, part, text);
    }

    private static String septets(byte[] octets, int start, GsmTable locking, GsmTable single) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < octets.length; i++) {
            if (octets[i] == GsmTable.ESCAPE && i + 1 < octets.length) {
                text.append(single.character(octets[++i]));
            } else {
                text.append(locking.character(octets[i]));
            }
        }
        return text.toString();
    }
}
