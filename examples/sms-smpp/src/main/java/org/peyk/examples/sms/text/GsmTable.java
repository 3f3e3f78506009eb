package org.peyk.examples.sms.text;

import java.util.HashMap;
import java.util.Map;

/**
 * The tables of 3GPP TS 23.038 (earlier GSM 03.38) that a Turkish text may be written with. Each is written out as it stands in the standard:
 * eight lines of sixteen characters, the index being the septet.
 */
enum GsmTable {
    /** Section 6.2.1: the default alphabet. */
    DEFAULT("@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà"),

    /** Section 6.2.1.1: what an escape leads to when no national table is named. */
    EXTENSION("··········\f·····"
            + "····^···········"
            + "········{}·····\\"
            + "············[~]·"
            + "|···············"
            + "················"
            + "·····€··········"
            + "················"),

    /** Annex A.3.1: the Turkish locking shift table, in the place of the default alphabet. */
    TURKISH_LOCKING("@£$¥€éùıòÇ\nĞğ\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ\u001bŞşßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "İABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "çabcdefghijklmno"
            + "pqrstuvwxyzäöñüà"),

    /** Annex A.2.1: the Turkish single shift table, in the place of the extension table. */
    TURKISH_SINGLE("··········\f·····"
            + "····^···········"
            + "········{}·····\\"
            + "············[~]·"
            + "|······Ğ·İ······"
            + "···Ş············"
            + "···ç·€·ğ·ı······"
            + "···ş············");

    static final byte ESCAPE = 0x1B;
    private static final char NONE = '·';
    private static final int SIZE = 128;

    private final String characters;
    private final Map<Character, Byte> septets = new HashMap<>();

    GsmTable(String characters) {
        if (characters.length() != SIZE) {
            throw new IllegalStateException("a table has 128 places");
        }
        this.characters = characters;
        for (int i = 0; i < SIZE; i++) {
            char c = characters.charAt(i);
            if (c != NONE && c != 0x1B) {
                septets.put(c, (byte) i);
            }
        }
    }

    /** The septet of a character; negative when the table has none. */
    int septet(char c) {
        Byte septet = septets.get(c);
        return septet == null ? -1 : septet;
    }

    /** The character of a septet; a blank where the table has none, as the standard asks of a receiver. */
    char character(int septet) {
        char c = characters.charAt(septet & 0x7F);
        return c == NONE || c == 0x1B ? ' ' : c;
    }
}
