package org.peyk.kvkk.document.internal.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** The parts of one mail (RFC 2045, RFC 2046): the texts as its text, everything else as a file it carries. */
final class MailParts {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 2_000;

    /** Headers that name people or say what the mail is about; the others are the post's own. */
    private static final Set<String> TELLING = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "sender",
            "subject",
            "comments",
            "keywords",
            "organization",
            "thread-topic",
            "x-forwarded-to",
            "resent-to",
            "resent-from",
            "disposition-notification-to");

    private final Reading reading;
    private int parts;

    MailParts(Reading reading) {
        this.reading = reading;
    }

    void read(byte[] mail) {
        MimeHeaders headers = MimeHeaders.of(mail, 0, mail.length);
        reading.info("message/rfc822", headers.decoded("subject"));
        for (MimeHeaders.Header header : headers.all()) {
            if (TELLING.contains(header.name())) {
                reading.segment(MimeWords.decode(header.value()), false, List.of("üst alan " + header.name()));
            }
        }
        part(mail, headers, headers.bodyStart(), mail.length, 0);
    }

    private void part(byte[] mail, MimeHeaders headers, int from, int to, int depth) {
        reading.tick();
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw reading.tooComplex("MIME");
        }
        String type = headers.type();
        if (type.startsWith("multipart/")) {
            multipart(mail, headers, from, to, depth);
            return;
        }
        byte[] body = TransferEncoding.decode(mail, from, to, headers.value("content-transfer-encoding"));
        reading.packed(to - (long) from);
        reading.unpacked(body.length);
        String name = headers.fileName();
        boolean text = name.isEmpty() && (type.isEmpty() || type.startsWith("text/"));
        if (body.length == 0) {
            return;
        }
        if (text) {
            String decoded = new String(body, headers.charset(body));
            String file = type.equals("text/html") ? "metin.html" : "metin.txt";
            // with its own mark the encoding is certain, whatever the reader of texts would guess
            byte[] marked = ("\uFEFF" + decoded).getBytes(StandardCharsets.UTF_8);
            reading.body(file, marked);
        } else if (type.equals("application/pkcs7-mime") || type.equals("multipart/encrypted")) {
            reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
        } else {
            String shown = name.isEmpty() ? nameless(type) : name;
            reading.property(name, false, List.of("ek adı"));
            reading.carried(shown, body);
        }
    }

    private static String nameless(String type) {
        return type.equals("message/rfc822") ? "ileti.eml" : "adsız ek";
    }

    private void multipart(byte[] mail, MimeHeaders headers, int from, int to, int depth) {
        if (headers.type().equals("multipart/encrypted")) {
            reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
        }
        String boundary = headers.parameter("content-type", "boundary");
        if (boundary.isEmpty()) {
            reading.note(Kind.DAMAGED, Notes.damagedPart("multipart"));
            reading.body("metin.txt", java.util.Arrays.copyOfRange(mail, from, to));
            return;
        }
        List<int[]> ranges = ranges(mail, from, to, "--" + boundary);
        if (ranges.isEmpty()) {
            reading.note(Kind.DAMAGED, Notes.damagedPart("multipart"));
            reading.body("metin.txt", java.util.Arrays.copyOfRange(mail, from, to));
        }
        for (int[] range : ranges) {
            MimeHeaders inner = MimeHeaders.of(mail, range[0], range[1]);
            part(mail, inner, inner.bodyStart(), range[1], depth + 1);
        }
    }

    /** Where the parts are between their boundary lines. The last needs no end: mails are cut off. */
    private List<int[]> ranges(byte[] mail, int from, int to, String boundary) {
        byte[] wanted = boundary.getBytes(StandardCharsets.ISO_8859_1);
        List<int[]> ranges = new ArrayList<>();
        int start = -1;
        int line = from;
        while (line < to) {
            reading.tick();
            int end = line;
            while (end < to && mail[end] != '\n') {
                end++;
            }
            if (startsWith(mail, line, end, wanted)) {
                if (start >= 0) {
                    ranges.add(new int[] {start, Math.max(start, withoutBreak(mail, start, line))});
                }
                int behind = line + wanted.length;
                boolean last = behind + 1 < end && mail[behind] == '-' && mail[behind + 1] == '-';
                start = last ? -1 : Math.min(end + 1, to);
                if (last) {
                    return ranges;
                }
            }
            line = end + 1;
        }
        if (start >= 0 && start < to) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
            ranges.add(new int[] {start, to});
        }
        return ranges;
    }

    /** The line break in front of a boundary belongs to the boundary. */
    private static int withoutBreak(byte[] mail, int start, int end) {
        int at = end;
        if (at > start && mail[at - 1] == '\n') {
            at--;
        }
        return at > start && mail[at - 1] == '\r' ? at - 1 : at;
    }

    private static boolean startsWith(byte[] mail, int from, int to, byte[] wanted) {
        return to - from >= wanted.length
                && java.util.Arrays.equals(mail, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
