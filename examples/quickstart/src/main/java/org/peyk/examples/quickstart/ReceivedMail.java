package org.peyk.examples.quickstart;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Sha256;

/** A message as a mail program shows it, read by other code than wrote it. */
final class ReceivedMail {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()\\[\\]]+@[^\\s<>,;:\"()\\[\\]]+");

    private final MimeMessage message;

    /**
     * What a reader sees of it.
     *
     * @param text plain text
     * @param html HTML, or null when there is none
     * @param files name and digest of each file
     */
    record Seen(String text, @Nullable String html, List<String> files) {}

    ReceivedMail(MimeMessage message) {
        this.message = message;
    }

    String messageId() throws MessagingException {
        return message.getMessageID();
    }

    /** Digest of all after the header, by which equal contents are known. */
    String bodyDigest() throws MessagingException, IOException {
        try (InputStream in = message.getRawInputStream()) {
            return Sha256.hex(in.readAllBytes());
        }
    }

    /** The subject line as it stands in the header. */
    String encodedSubject() throws MessagingException {
        String raw = message.getHeader("Subject", null);
        return raw == null ? "" : raw;
    }

    /** A field of the header as people read it (RFC 2047). */
    static String decoded(String field) throws UnsupportedEncodingException {
        return MimeUtility.decodeText(MimeUtility.unfold(field));
    }

    /** All addresses in fields that name recipients. */
    List<String> recipients() throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String field : List.of("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc")) {
            String[] values = message.getHeader(field);
            for (String value : values == null ? new String[0] : values) {
                found.addAll(addresses(value));
            }
        }
        return found;
    }

    /** Everything in any field of the header that looks like an address, folded; Message-IDs among it. */
    Set<String> headerAddresses() throws MessagingException {
        Set<String> found = new HashSet<>();
        for (Header h : Collections.list(message.getAllHeaders())) {
            addresses(h.getValue()).forEach(a -> found.add(ListCount.fold(a)));
        }
        return found;
    }

    Seen seen() throws MessagingException, IOException {
        Collector c = new Collector();
        c.walk(message);
        return new Seen(String.join("\n", c.texts), c.html, List.copyOf(c.files));
    }

    private static List<String> addresses(String value) {
        List<String> found = new ArrayList<>();
        Matcher m = ADDRESS.matcher(value);
        while (m.find()) {
            found.add(m.group());
        }
        return found;
    }

    private static final class Collector {
        private final List<String> texts = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private @Nullable String html;

        void walk(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    walk(inner);
                }
            } else if (part.getFileName() != null) {
                try (InputStream in = part.getInputStream()) {
                    files.add(MimeUtility.decodeText(part.getFileName()) + " " + Sha256.hex(in.readAllBytes()));
                }
            } else if (part.isMimeType("text/html") && html == null) {
                html = text(part);
            } else {
                texts.add(text(part));
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
