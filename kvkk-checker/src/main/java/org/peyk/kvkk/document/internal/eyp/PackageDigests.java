package org.peyk.kvkk.document.internal.eyp;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.ReadingNote.Kind;

/** Compares the parts of a package with the digests that its summaries (PaketOzeti, NihaiOzet) state. */
final class PackageDigests {

    /** A part and what its digest should be. */
    private record Stated(String part, String algorithm, byte[] value) {}

    private final List<Stated> stated = new ArrayList<>();
    private final Reading reading;
    private String part = "";
    private String algorithm = "";

    private PackageDigests(Reading reading) {
        this.reading = reading;
    }

    static void check(OoxmlPackage file, List<String> names, Reading reading) {
        PackageDigests digests = new PackageDigests(reading);
        for (String name : names) {
            if ((name.startsWith("paketozeti/") || name.startsWith("nihaiozet/")) && name.endsWith(".xml")) {
                file.xml(name, digests::read);
            }
        }
        for (Stated one : digests.stated) {
            MessageDigest digest = digestOf(one.algorithm());
            if (digest != null
                    && file.has(one.part())
                    && !Arrays.equals(digest.digest(file.bytes(one.part())), one.value())) {
                reading.note(Kind.DAMAGED, Notes.WRONG_DIGEST);
            }
        }
    }

    private void read(XmlEvents xml) throws IOException {
        while (!xml.atEnd()) {
            if (xml.next() != javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "Reference" -> {
                    String uri = xml.attribute("URI");
                    part = uri == null ? "" : uri;
                }
                case "DigestMethod" -> {
                    String name = xml.attribute("Algorithm");
                    algorithm = name == null ? "" : name;
                }
                case "DigestValue" -> value(xml.elementText().strip());
                default -> {
                    // identifiers
                }
            }
        }
    }

    private void value(String text) {
        try {
            reading.keep();
            stated.add(new Stated(part, algorithm, Base64.getMimeDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            reading.note(Kind.DAMAGED, Notes.WRONG_DIGEST);
        }
    }

    private static @Nullable MessageDigest digestOf(String algorithm) {
        String lower = algorithm.toLowerCase(Locale.ROOT);
        try {
            if (lower.endsWith("sha256")) {
                return MessageDigest.getInstance("SHA-256");
            }
            if (lower.endsWith("sha384")) {
                return MessageDigest.getInstance("SHA-384");
            }
            return lower.endsWith("sha512") ? MessageDigest.getInstance("SHA-512") : null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has the SHA-2 digests", e);
        }
    }
}
