package org.peyk.kvkk.document.internal.eyp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.LooseText;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * Packages of official correspondence between Turkish public bodies (e-Yazışma Teknik Rehberi, 1.3 and 2.0): an OPC package with a cover letter in PDF,
 * annexes, metadata, a summary with digests, and signatures. The letter is what a reader sees.
 */
public final class EypFormat implements Format {
    private static final String MEDIA_TYPE = "application/eyazisma";
    private static final int ENTRY_NAME = 30;

    @Override
    public boolean recognises(FileHead head) {
        if (!head.startsWith("PK\u0003\u0004")) {
            return false;
        }
        String names = new String(head.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean parts = names.indexOf("ustveri/", ENTRY_NAME) >= 0
                || names.indexOf("ustyazi/", ENTRY_NAME) >= 0
                || names.indexOf("paketozeti/", ENTRY_NAME) >= 0;
        return parts || head.hints(".eyp", MEDIA_TYPE);
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        OoxmlPackage opened = OoxmlPackage.open(file.bytes(), reading);
        List<String> names = opened.names();
        Metadata metadata = Metadata.of(opened, names, reading);
        reading.info(MEDIA_TYPE, metadata.subject(), metadata.number(), metadata.date());
        metadata.write();
        PackageDigests.check(opened, names, reading);
        boolean letter = false;
        boolean signed = false;
        for (String name : names) {
            String simple = name.substring(name.lastIndexOf('/') + 1);
            if (simple.endsWith(".rels") || name.equals("[content_types].xml") || Metadata.isMetadata(name)) {
                opened.skip(name);
            } else if (name.startsWith("ustyazi/")) {
                reading.body("üst yazı " + simple, opened.bytes(name));
                letter = true;
            } else if (name.startsWith("imzalar/") || name.startsWith("muhurler/") || simple.endsWith(".imz")) {
                signed = true;
                opened.skip(name);
            } else if (simple.endsWith(".xml")) {
                opened.xml(name, new LooseText(reading, List.of("paket bileşeni " + simple), true)::read);
            } else {
                reading.property(simple, false, List.of("ek adı"));
                reading.carried(simple, opened.bytes(name));
            }
        }
        if (signed) {
            reading.note(Kind.REMARK, Notes.SIGNATURES);
        }
        if (!letter) {
            reading.note(Kind.DAMAGED, Notes.damagedPart("UstYazi"));
        }
    }
}
