package org.peyk.examples.sms.text;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * How the characters of a short message are written (3GPP TS 23.038), the one that most telephones understand first. Both Turkish tables at
 * once are not among them: the locking table has every letter of the other, so a second element in the header would only cost room.
 */
public enum SmsCoding {
    /** The default alphabet and its extension table. */
    GSM("GSM-7", "GSM-7", GsmTable.DEFAULT, GsmTable.EXTENSION, false),
    /** The default alphabet, and Turkish letters behind an escape: two septets each. */
    GSM_TURKISH_SINGLE("GSM-7, Türkçe", "GSM-7, Turkish", GsmTable.DEFAULT, GsmTable.TURKISH_SINGLE, true),
    /** The Turkish alphabet in the place of the default one: every Turkish letter is one septet. */
    GSM_TURKISH_LOCKING(
            "GSM-7, Türkçe alfabe", "GSM-7, Turkish alphabet", GsmTable.TURKISH_LOCKING, GsmTable.EXTENSION, true),
    /** Sixteen bits a character. */
    UCS2("UCS-2", "UCS-2", null, null, false);

    /** Octets of a short message (3GPP TS 23.040 section 9.2.3.16). */
    static final int OCTETS = 140;

    private static final int BITS_OF_OCTET = 8;
    private static final int BITS_OF_SEPTET = 7;

    /** Octets of one national language element: identifier, length, language (3GPP TS 23.040 section 9.2.3.24.15). */
    private static final int LANGUAGE_ELEMENT = 3;

    private final LocalizedText label;
    private final @Nullable GsmTable locking;
    private final @Nullable GsmTable single;
    private final boolean national;

    SmsCoding(String tr, String en, @Nullable GsmTable locking, @Nullable GsmTable single, boolean national) {
        this.label = LocalizedText.of(tr, en);
        this.locking = locking;
        this.single = single;
        this.national = national;
    }

    /** What people call it. */
    public LocalizedText label() {
        return label;
    }

    /** Whether it needs the national tables, which a centre has to pass on. */
    public boolean national() {
        return national;
    }

    /** Whether characters are septets; else they are sixteen bits wide. */
    public boolean septets() {
        return locking != null;
    }

    boolean usesSingle() {
        return single == GsmTable.TURKISH_SINGLE;
    }

    boolean usesLocking() {
        return locking == GsmTable.TURKISH_LOCKING;
    }

    @Nullable
    GsmTable locking() {
        return locking;
    }

    @Nullable
    GsmTable single() {
        return single;
    }

    /** Units (septets or sixteen-bit characters) of a part. {@code concatenation}: octets of the element that joins parts, 0 for one alone. */
    int capacity(int concatenation) {
        int elements = concatenation + (national ? LANGUAGE_ELEMENT : 0);
        int left = OCTETS - (elements == 0 ? 0 : 1 + elements);
        return septets() ? left * BITS_OF_OCTET / BITS_OF_SEPTET : left / 2;
    }

    /** Units of the character at an index: of both halves for a pair; negative when this coding has none for it. */
    int units(String text, int index) {
        if (locking == null || single == null) {
            return pair(text, index) ? 2 : 1;
        }
        char c = text.charAt(index);
        if (locking.septet(c) >= 0) {
            return 1;
        }
        return single.septet(c) >= 0 ? 2 : -1;
    }

    static boolean pair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
