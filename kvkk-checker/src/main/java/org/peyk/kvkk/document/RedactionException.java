package org.peyk.kvkk.document;

import java.io.IOException;
import java.util.Objects;
import org.peyk.spi.LocalizedText;

/** A file of which no blackened copy can be made. Says why in both languages; holds nothing of the file. */
public final class RedactionException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why there is no copy. */
    public enum Reason {
        /** No copies are made of this kind of file. */
        KIND(
                "KVKK-REDACT-1",
                "Bu tür dosyaların karartılmış kopyası çıkarılamıyor; metin, CSV, Word (.docx) ya da Excel (.xlsx) olarak kaydedip yeniden deneyin.",
                "No blackened copy can be made of files of this kind; save it as text, CSV, Word (.docx) or Excel (.xlsx) and try again."),
        /** The file could not be read whole: what is not read cannot be blackened. */
        UNREADABLE(
                "KVKK-REDACT-2",
                "Dosyanın tamamı okunamadığı için (şifreli, bozuk, boş, makrolu ya da sınırların üzerinde) karartılmış kopyası çıkarılamıyor.",
                "No blackened copy can be made, as the file could not be read whole (encrypted, damaged, empty, with macros, or beyond a limit)."),
        /** A file inside the file holds personal data and cannot be blackened itself. */
        INSIDE(
                "KVKK-REDACT-3",
                "Dosyanın içine gömülü, karartılamayan türde bir dosyada kişisel veri var; gömülü dosyayı çıkarıp yeniden deneyin.",
                "A file inside the file holds personal data and cannot be blackened; take it out and try again."),
        /** Something stays in the copy that the scanner finds. */
        REMAINDER(
                "KVKK-REDACT-4",
                "Bulunanların tamamı karartılamadı; kopya verilmedi. Kalan kişisel verileri belgeden elle çıkarın.",
                "Not everything that was found could be blackened; no copy is given. Take the remaining personal data out by hand.");

        private final String code;
        private final LocalizedText text;

        Reason(String code, String tr, String en) {
            this.code = code;
            this.text = new LocalizedText(tr, en);
        }

        /**
         * The code of the reason.
         *
         * @return a stable code, such as {@code KVKK-REDACT-1}
         */
        public String code() {
            return code;
        }

        /**
         * The reason in words.
         *
         * @return what is wrong and what to do
         */
        public LocalizedText text() {
            return text;
        }
    }

    private final Reason reason;

    /**
     * Says why.
     *
     * @param reason the reason
     */
    public RedactionException(Reason reason) {
        super(reason.code() + ": " + reason.text().en());
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Why there is no copy.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
