package org.peyk.kvkk.internal;

import java.nio.charset.StandardCharsets;

/** Knows the usual picture formats by their first bytes. */
public final class PictureFormats {

    /** How many bytes are needed. */
    public static final int HEAD = 16;

    private PictureFormats() {}

    /**
     * Whether a file is a picture.
     *
     * @param head its first bytes
     * @return whether it is a PNG, JPEG, GIF, BMP, TIFF, WebP, HEIC or AVIF file
     */
    public static boolean isPicture(byte[] head) {
        String s = new String(head, StandardCharsets.ISO_8859_1);
        boolean riff = s.startsWith("RIFF") && s.startsWith("WEBP", 8);
        boolean iso = s.startsWith("ftyp", 4)
                && (s.startsWith("hei", 8) || s.startsWith("mif1", 8) || s.startsWith("avif", 8));
        return s.startsWith("\u0089PNG\r\n\u001A\n")
                || s.startsWith("\u00FF\u00D8\u00FF")
                || s.startsWith("GIF87a")
                || s.startsWith("GIF89a")
                || s.startsWith("BM")
                || s.startsWith("II*\0")
                || s.startsWith("MM\0*")
                || riff
                || iso;
    }
}
