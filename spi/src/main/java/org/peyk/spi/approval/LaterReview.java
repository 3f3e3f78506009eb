package org.peyk.spi.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * What has to be looked at afterwards, because a request goes out with fewer approvals than usual: by a permission given beforehand, or
 * because it could not wait. The review opens when the request is approved and stays open until one of those named closes it.
 *
 * @param kind which of the two
 * @param permission stable name of the permission, under which its uses are counted and listed
 * @param reviewers who may close the review; whoever touched the request may not
 * @param reason why the usual approvals are not needed
 * @param limit how often it may be used, held once more when it is used; null for as often as the policy says
 */
public record LaterReview(
        Kind kind,
        String permission,
        Authority reviewers,
        LocalizedText reason,
        @Nullable Limit limit) {

    /**
     * A bound that two requests in the same moment cannot exceed together.
     *
     * @param uses how many requests; at least 1
     * @param since from when on they are counted
     */
    public record Limit(int uses, Instant since) {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException when it is below 1
         */
        public Limit {
            if (uses < 1) {
                throw new IllegalArgumentException("uses must be at least 1");
            }
        }
    }

    /** Why fewer approvals are enough. */
    public enum Kind {
        /** Permission for a kind of mail, given beforehand and within limits. */
        BLANKET_PERMISSION("Önceden verilmiş izin", "Blanket permission"),
        /** It could not wait (acil, taziye). */
        BREAK_GLASS("Acil durum yetkisi", "Break-glass");

        private final String tr;
        private final String en;

        Kind(String tr, String en) {
            this.tr = tr;
            this.en = en;
        }

        /**
         * The kind as staff call it.
         *
         * @return the name in both languages
         */
        public LocalizedText label() {
            return new LocalizedText(tr, en);
        }
    }

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when the permission is blank or longer than 100 characters
     */
    public LaterReview {
        if (permission.isBlank() || permission.length() > 100) {
            throw new IllegalArgumentException("permission must have from 1 to 100 characters");
        }
    }
}
