package org.peyk.kvkk.document.internal.ooxml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;

/**
 * Tells office packages apart.
 *
 * @param folder where the parts of such a file usually are, such as {@code word/}
 * @param mainTypes words in the content type of the main part, one of which has to be there
 */
public record OoxmlType(String folder, List<String> mainTypes) {
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** Copies the list. */
    public OoxmlType {
        mainTypes = List.copyOf(mainTypes);
    }

    /**
     * Whether a file is of this type: by the content types it declares, or, when they are missing as in a file that was cut off, by the
     * folder its parts are in.
     *
     * @param head the beginning of the file
     * @return whether it is
     * @throws IOException when the file cannot be opened
     */
    public boolean is(FileHead head) throws IOException {
        if (!head.startsWith("PK\u0003\u0004")) {
            return false;
        }
        OoxmlPackage beginning = OoxmlPackage.beginning(head.bytes(), silent());
        String declared = contentTypes(beginning);
        if (!declared.isEmpty()) {
            return declares(declared);
        }
        if (hasFolder(beginning)) {
            return true;
        }
        if (head.complete()) {
            return false;
        }
        try {
            byte[] all = head.all();
            Reading silent = silent();
            silent.packed(all.length);
            OoxmlPackage whole = OoxmlPackage.open(all, silent);
            String declaredAtTheEnd = contentTypes(whole);
            return declaredAtTheEnd.isEmpty() ? hasFolder(whole) : declares(declaredAtTheEnd);
        } catch (LimitReached e) {
            return false;
        }
    }

    /** The declared content types; empty when they are not there, cut off or a bomb. */
    private static String contentTypes(OoxmlPackage file) {
        try {
            String declared = new String(file.bytes(CONTENT_TYPES), StandardCharsets.UTF_8);
            // the end tag, whatever its prefix
            return declared.contains("Types>") ? declared : "";
        } catch (LimitReached e) {
            return "";
        }
    }

    private boolean declares(String contentTypes) {
        return mainTypes.stream().anyMatch(contentTypes::contains);
    }

    private boolean hasFolder(OoxmlPackage file) {
        return file.names().stream().anyMatch(n -> n.startsWith(folder));
    }

    private static Reading silent() {
        return Reading.start("", ReadLimits.DEFAULT, new DocumentReading.Collector(), List.of());
    }
}
