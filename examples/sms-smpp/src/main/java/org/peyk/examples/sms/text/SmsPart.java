package org.peyk.examples.sms.text;

import java.io.ByteArrayOutputStream;

/**
 * One part as it goes to the centre: short_message of a submit_sm (SMPP 3.4 section 5.2.22). Septets stand one to an octet there; the centre
 * packs them.
 *
 * @param header the user data header, its length first; empty when there is none
 * @param text the characters
 * @param coding how they are written
 */
public record SmsPart(byte[] header, byte[] text, SmsCoding coding) {

    /** Copies the arrays. */
    public SmsPart {
        header = header.clone();
        text = text.clone();
    }

    @Override
    public byte[] header() {
        return header.clone();
    }

    @Override
    public byte[] text() {
        return text.clone();
    }

    /** Header and characters in one. */
    public byte[] octets() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        all.writeBytes(text);
        return all.toByteArray();
    }

    /** Whether a header stands before the text. */
    public boolean hasHeader() {
        return header.length > 0;
    }

    /** Shows no text. */
    @Override
    public String toString() {
        return "SmsPart[" + coding + ", " + text.length + "]";
    }
}
