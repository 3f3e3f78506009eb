package org.peyk.kvkk.document.internal.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Reading;

/** Saved mails (.eml): headers, texts and files. A mail that an attached mail holds is read in turn. */
public final class EmlFormat implements Format {
    private static final int MOST_HEAD = 8_192;

    /** Headers of which a mail has at least two among its first lines. */
    private static final List<String> KNOWN = List.of(
            "from:",
            "to:",
            "cc:",
            "subject:",
            "date:",
            "message-id:",
            "mime-version:",
            "content-type:",
            "received:",
            "return-path:",
            "delivered-to:",
            "x-mailer:",
            "reply-to:",
            "dkim-signature:");

    @Override
    public boolean recognises(FileHead head) {
        byte[] bytes = head.bytes();
        String text = new String(bytes, 0, Math.min(bytes.length, MOST_HEAD), StandardCharsets.ISO_8859_1);
        int known = 0;
        boolean certain = false;
        for (String line : text.split("\r?\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            String lower = line.toLowerCase(Locale.ROOT);
            boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!folded && !isHeader(line)) {
                return false;
            }
            known += KNOWN.stream().anyMatch(lower::startsWith) ? 1 : 0;
            certain |= lower.startsWith("mime-version:")
                    || lower.startsWith("content-type:")
                    || lower.startsWith("received:")
                    || lower.startsWith("message-id:")
                    || lower.startsWith("return-path:");
        }
        return known >= 2 && (certain || head.hints(".eml", "message/rfc822"));
    }

    /** A name of printable letters and a colon (RFC 5322, 2.2), or the line that mailbox files put in front. */
    private static boolean isHeader(String line) {
        int colon = line.indexOf(':');
        if (line.startsWith("From ")) {
            return true;
        }
        for (int i = 0; i < colon; i++) {
            if (line.charAt(i) <= ' ' || line.charAt(i) > '~') {
                return false;
            }
        }
        return colon > 0;
    }

    @Override
    public String mediaType() {
        return "message/rfc822";
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    @Override
    public void read(FileBytes file, Reading reading) {
        new MailParts(reading).read(file.bytes());
    }
}
