package org.peyk;

import java.util.List;
import org.peyk.spi.LocalizedText;

/**
 * HTML that is fit to be sent as a mail.
 *
 * @param html the content of the body; show and store this, never what was given
 * @param text its plain text, for the part that goes out beside it
 * @param removed what was removed, one sentence a kind, for the author and the approver; empty when nothing was
 */
public record CleanedHtml(String html, String text, List<LocalizedText> removed) {

    /** Copies the list. */
    public CleanedHtml {
        removed = List.copyOf(removed);
    }

    @Override
    public String toString() {
        return "CleanedHtml[" + removed.size() + " kinds removed]";
    }
}
