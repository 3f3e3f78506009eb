package org.peyk.kvkk.document.internal.ole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.text.TextEncoding;
import org.peyk.spi.document.ReadingNote.Kind;

/** One mail in a compound file, or one that another holds: its properties are streams that are named by tag and type (MS-OXMSG 2.1). */
final class OutlookMail {
    private static final int DEEPEST = 5;
    private static final String PROPERTY = "__substg1.0_";
    private static final String SUBJECT = "0037";
    private static final String TEXT = "1000";
    private static final String HTML = "1013";
    private static final String RTF = "1009";
    private static final String DATA = "3701";

    /** Properties that name people, each with what a reader calls it. */
    private static final Map<String, String> PEOPLE = Map.of(
            "0C1A",
            "gönderen",
            "0C1F",
            "gönderen",
            "5D01",
            "gönderen",
            "0E04",
            "alıcılar",
            "0E03",
            "bilgi",
            "0E02",
            "gizli bilgi");

    private final CompoundFile file;
    private final Reading reading;

    OutlookMail(CompoundFile file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    String subject(CompoundFile.Storage mail) throws IOException {
        return text(mail, SUBJECT);
    }

    void read(CompoundFile.Storage mail, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw reading.tooComplex("MSG");
        }
        reading.segment(subject(mail), false, List.of("konu"));
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            reading.segment(text(mail, person.getKey()), false, List.of(person.getValue()));
        }
        body(mail);
        for (Map.Entry<String, CompoundFile.Storage> child : mail.children().entrySet()) {
            reading.tick();
            if (child.getKey().startsWith("__recip_version1.0_")) {
                for (String tag : List.of("3001", "39FE", "3003")) {
                    reading.segment(text(child.getValue(), tag), false, List.of("alıcı"));
                }
            } else if (child.getKey().startsWith("__attach_version1.0_")) {
                attachment(child.getValue(), depth);
            }
        }
    }

    private void body(CompoundFile.Storage mail) throws IOException {
        String plain = text(mail, TEXT);
        byte[] html = binary(mail, HTML);
        String htmlText = html == null ? text(mail, HTML) : "";
        boolean any = !plain.isBlank() || html != null || !htmlText.isBlank();
        if (!plain.isBlank()) {
            reading.body("metin.txt", marked(plain));
        }
        if (html != null) {
            reading.body("metin.html", html);
        } else if (!htmlText.isBlank()) {
            reading.body("metin.html", marked(htmlText));
        }
        if (!any && binary(mail, RTF) != null) {
            // compressed in a way of its own
            reading.note(Kind.UNKNOWN_TYPE, Notes.embeddedNotRead("RTF"));
        }
    }

    private void attachment(CompoundFile.Storage attachment, int depth) throws IOException {
        String longName = text(attachment, "3707");
        String name = longName.isBlank() ? text(attachment, "3704") : longName;
        String shown = name.isBlank() ? "adsız ek" : name;
        reading.property(name, false, List.of("ek adı"));
        CompoundFile.Storage inner = attachment.children().get(PROPERTY + DATA + "000D");
        byte[] bytes = binary(attachment, DATA);
        if (inner != null && !inner.isStream()) {
            read(inner, depth + 1);
        } else if (bytes != null && bytes.length > 0) {
            reading.unpacked(bytes.length);
            reading.carried(shown, bytes);
        } else {
            reading.note(Kind.NO_TEXT, Notes.embeddedNotRead(shown));
        }
    }

    private static byte[] marked(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    private String text(CompoundFile.Storage storage, String tag) throws IOException {
        byte[] wide = file.stream(storage, PROPERTY + tag + "001F");
        if (wide != null) {
            return new String(wide, StandardCharsets.UTF_16LE).replace("\0", "");
        }
        byte[] narrow = file.stream(storage, PROPERTY + tag + "001E");
        return narrow == null ? "" : new String(narrow, TextEncoding.TURKISH).replace("\0", "");
    }

    private byte @Nullable [] binary(CompoundFile.Storage storage, String tag) throws IOException {
        return file.stream(storage, PROPERTY + tag + "0102");
    }
}
