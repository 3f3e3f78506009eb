package org.peyk.policy;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.Selection;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.check.Severity;

/** When a rule asks for an approval, as data: it can be held against a request, gives the reason, and has one canonical text. */
sealed interface Condition {

    boolean holds(ApprovalContext context);

    /** Why the approval is needed ("Neden bu onay?"), for a request of which it holds. */
    LocalizedText reason(ApprovalContext context);

    /** The condition in the policy's text; two conditions are the same when their texts are. */
    String text();

    /** The audience holds a group, of one source or of any. */
    record Group(@Nullable String source, String group) implements Condition {

        boolean covers(Selection s) {
            return (source == null || source.equals(s.source())) && group.equals(s.group());
        }

        @Override
        public boolean holds(ApprovalContext context) {
            return context.request().form().audience().include().stream().anyMatch(this::covers);
        }

        @Override
        public LocalizedText reason(ApprovalContext context) {
            return LocalizedText.of(
                    "Hedef kitlede “" + group + "” grubu var.", "The audience holds the group “" + group + "”.");
        }

        @Override
        public String text() {
            return "group " + (source == null ? "*" : source) + "/" + group;
        }
    }

    /** The mail has a purpose. */
    record WithPurpose(Purpose purpose) implements Condition {
        @Override
        public boolean holds(ApprovalContext context) {
            return context.request().form().purpose() == purpose;
        }

        @Override
        public LocalizedText reason(ApprovalContext context) {
            return LocalizedText.of(
                    "Gönderim amacı: " + purpose.label().tr() + ".",
                    "Purpose of the mail: " + purpose.label().en() + ".");
        }

        @Override
        public String text() {
            return "purpose " + purpose;
        }
    }

    /** The audience is larger than a size. */
    record Above(long size) implements Condition {
        @Override
        public boolean holds(ApprovalContext context) {
            return context.request().audienceSize() > size;
        }

        @Override
        public LocalizedText reason(ApprovalContext context) {
            long actual = context.request().audienceSize();
            return LocalizedText.of(
                    "Alıcı sayısı " + actual + "; sınır " + size + " kişi.",
                    actual + " recipients, more than " + size + ".");
        }

        @Override
        public String text() {
            return "above " + size;
        }
    }

    /** Any mail. */
    record Always() implements Condition {
        @Override
        public boolean holds(ApprovalContext context) {
            return true;
        }

        @Override
        public LocalizedText reason(ApprovalContext context) {
            return LocalizedText.of("Her gönderim için gerekli.", "Needed for every mail.");
        }

        @Override
        public String text() {
            return "always";
        }
    }

    /** The checks found something that blocks or asks for a reason, whether or not somebody let it pass since. */
    record WithFindings() implements Condition {
        @Override
        public boolean holds(ApprovalContext context) {
            return context.findings().stream().anyMatch(f -> f.severity() != Severity.INFO);
        }

        @Override
        public LocalizedText reason(ApprovalContext context) {
            return LocalizedText.of(
                    "Denetimlerde engelleyen ya da gerekçe isteyen bulgu var.",
                    "The checks found something that blocks or asks for a reason.");
        }

        @Override
        public String text() {
            return "findings";
        }
    }
}
