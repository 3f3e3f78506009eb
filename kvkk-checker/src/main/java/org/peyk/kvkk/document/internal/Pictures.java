package org.peyk.kvkk.document.internal;

import java.util.List;

/** Knows pictures by their first bytes. */
final class Pictures {

    private static final List<String> MAGICS =
            List.of("\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "BM", "II*\0", "MM\0*", "\u00D7\u00CD\u00C6\u009A");

    private Pictures() {}

    static boolean isPicture(byte[] bytes) {
        return MAGICS.stream().anyMatch(magic -> at(bytes, 0, magic))
                || (at(bytes, 0, "RIFF") && at(bytes, 8, "WEBP"))
                || at(bytes, 4, "ftypheic");
    }

    private static boolean at(byte[] bytes, int from, String magic) {
        if (bytes.length < from + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[from + i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
