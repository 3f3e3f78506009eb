package org.peyk.spi.document;

import org.peyk.spi.LocalizedText;

/**
 * Something a reading did not do as hoped.
 *
 * @param kind what kind of thing
 * @param text what happened, with the limit or the place
 */
public record ReadingNote(Kind kind, LocalizedText text) {

    /** Kinds of notes. */
    public enum Kind {
        /** A limit was reached; there is more in the file. */
        LIMIT_REACHED(true),
        /** The file is encrypted or protected by a password. */
        ENCRYPTED(true),
        /** The file, or a part of it, is damaged. */
        DAMAGED(true),
        /** No reader knows this kind of file. */
        UNKNOWN_TYPE(true),
        /** The file is empty or holds no text, such as a scanned picture. */
        NO_TEXT(true),
        /** A picture was not looked into. */
        IMAGE_NOT_SCANNED(false),
        /** Something worth knowing that leaves the reading whole. */
        REMARK(false);

        private final boolean incomplete;

        Kind(boolean incomplete) {
            this.incomplete = incomplete;
        }

        /**
         * Whether a file with such a note may hold text that was not read.
         *
         * @return whether the reading is incomplete
         */
        public boolean incomplete() {
            return incomplete;
        }
    }
}
