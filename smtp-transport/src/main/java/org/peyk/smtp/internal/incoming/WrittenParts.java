package org.peyk.smtp.internal.incoming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was written into a mail and not attached to it. Some programs cut a text in pieces where a picture stands, so all pieces
 * are read; where the pieces are of two kinds and neither kind holds all of it, there is no text, as nobody can tell how it was read.
 */
final class WrittenParts {

    private final int most;
    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    /** Whether something was written in HTML alone. */
    private boolean htmlAlone;

    private WrittenParts(int most) {
        this.most = most;
    }

    /**
     * Reads the pieces.
     *
     * @param most how many bytes of each piece are read
     */
    static WrittenParts of(Part mail, int most) {
        WrittenParts written = new WrittenParts(most);
        written.walk(mail, false);
        return written;
    }

    /** The plain text; null when there is none, or it is not all that was written. */
    @Nullable
    String text() {
        return plain.isEmpty() || htmlAlone ? null : String.join("\n", plain);
    }

    /** The HTML; null when there is none, or something was written in plain text beside it. */
    @Nullable
    String html() {
        return html.isEmpty() || (htmlAlone && !plain.isEmpty()) ? null : String.join("\n<br>\n", html);
    }

    private void walk(Part p, boolean alternative) {
        String type = p.mediaType();
        if (type.startsWith("message/")
                || Folded.fold(p.headers().raw("content-disposition")).strip().startsWith("attachment")) {
            return;
        }
        if (type.equals("text/plain")) {
            add(plain, p);
        } else if (type.equals("text/html")) {
            htmlAlone |= add(html, p) && !alternative;
        } else {
            boolean beside = alternative
                    || (type.equals("multipart/alternative")
                            && p.children().stream().anyMatch(c -> c.mediaType().equals("text/plain")));
            p.children().forEach(c -> walk(c, beside));
        }
    }

    private boolean add(List<String> to, Part p) {
        String text = p.text(most);
        boolean said = !text.isBlank();
        if (said) {
            to.add(text);
        }
        return said;
    }
}
