package org.peyk.kvkk.document.internal.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** The texts that cells point to. Those that no cell points to are still in the file and are handed on in the end. */
final class SharedStrings {
    private final List<String> strings = new ArrayList<>();
    private final BitSet used = new BitSet();
    private boolean cut;

    /** Reads the texts; of too many those that fit, so that the sheets can still be read with them. */
    void read(XmlEvents xml, Reading reading) throws IOException {
        long length = 0;
        int depth = xml.depth();
        while (!cut && xml.nextChild(depth)) {
            if (xml.name().equals("si")) {
                String text = richText(xml);
                length += text.length();
                cut = length > reading.limits().outputChars();
                reading.keep();
                if (!cut) {
                    strings.add(text);
                }
            }
        }
    }

    String get(int index) {
        if (index < 0 || index >= strings.size()) {
            return "";
        }
        used.set(index);
        return strings.get(index);
    }

    void writeUnused(Reading reading) {
        for (int i = used.nextClearBit(0); i < strings.size(); i = used.nextClearBit(i + 1)) {
            reading.segment(strings.get(i), true, List.of("kullanılmayan metin " + (i + 1)));
        }
        if (cut) {
            throw reading.tooComplex("sharedStrings");
        }
    }

    /** The text of {@code si}, {@code is} or {@code text}: its own, or that of its runs; pronunciations are left out. */
    static String richText(XmlEvents xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("t")) {
                xml.appendText(text);
            } else if (xml.name().equals("r")) {
                int run = xml.depth();
                while (xml.nextChild(run)) {
                    if (xml.name().equals("t")) {
                        xml.appendText(text);
                    }
                }
            }
        }
        return text.toString();
    }
}
