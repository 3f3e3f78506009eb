package org.peyk.examples.sms.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyk.spi.LocalizedText;

/**
 * What a text becomes as short messages. One part is what an operator charges for.
 *
 * @param coding how the characters are written
 * @param reference how the parts are joined
 * @param pieces the text of each part, in order; never empty
 * @param used septets or sixteen-bit characters in use
 * @param left how many more fit before another part begins
 * @param forcing the characters that no table of seven bits has, in order of appearance and each once; empty unless the coding is UCS-2
 */
public record SmsPlan(
        SmsCoding coding, Reference reference, List<String> pieces, int used, int left, List<String> forcing) {

    private static final int LANGUAGE_TURKISH = 1;

    /** Copies the lists. */
    public SmsPlan {
        pieces = List.copyOf(pieces);
        forcing = List.copyOf(forcing);
    }

    /** How many parts are charged. */
    public int segments() {
        return pieces.size();
    }

    /** In one line, such as {@code 3 parça (GSM-7, Türkçe)}. */
    public LocalizedText summary() {
        return LocalizedText.of(
                segments() + " parça (" + coding.label().in(Locale.forLanguageTag("tr")) + ")",
                segments() + (segments() == 1 ? " part (" : " parts (")
                        + coding.label().in(Locale.ENGLISH) + ")");
    }

    /**
     * The parts as they go to the centre.
     *
     * @param number joins the parts; the same at every attempt, so that a telephone takes parts that come again for what they are
     * @return one for each piece
     */
    public List<SmsPart> parts(int number) {
        List<SmsPart> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            parts.add(new SmsPart(header(number, i + 1), octets(pieces.get(i)), coding));
        }
        return parts;
    }

    private byte[] header(int number, int part) {
        ByteArrayOutputStream elements = new ByteArrayOutputStream();
        if (segments() > 1) {
            elements.writeBytes(reference.element(number, segments(), part));
        }
        if (coding.usesSingle()) {
            elements.writeBytes(new byte[] {0x24, 1, LANGUAGE_TURKISH});
        }
        if (coding.usesLocking()) {
            elements.writeBytes(new byte[] {0x25, 1, LANGUAGE_TURKISH});
        }
        if (elements.size() == 0) {
            return new byte[0];
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(elements.size());
        header.writeBytes(elements.toByteArray());
        return header.toByteArray();
    }

    private byte[] octets(String piece) {
        GsmTable locking = coding.locking();
        GsmTable single = coding.single();
        if (locking == null || single == null) {
            return piece.getBytes(StandardCharsets.UTF_16BE);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            int septet = locking.septet(c);
            if (septet >= 0) {
                octets.write(septet);
            } else {
                octets.write(GsmTable.ESCAPE);
                octets.write(single.septet(c));
            }
        }
        return octets.toByteArray();
    }

    /** Shows no text. */
    @Override
    public String toString() {
        return "SmsPlan[" + coding + ", " + segments() + " segments]";
    }
}
