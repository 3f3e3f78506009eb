package org.peyk.kvkk.document.internal.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * A Word or Excel file: parts with names, and relationships between them (ECMA-376 part 2). Remembers which parts were read, so that
 * what nobody asked for can be looked at in the end. Part names are compared without regard to case.
 */
public final class OoxmlPackage {
    /** A part of this size is read whatever the bound for a file, for a small file may hold parts that pack well. */
    private static final long SMALL = 1024 * 1024;

    private final ZipEntries zip;
    private final Map<String, ZipEntry> parts = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();
    private final Reading reading;

    private OoxmlPackage(ZipEntries zip, Reading reading) {
        this.zip = zip;
        this.reading = reading;
    }

    /**
     * Opens a package; what is wrong with its directory is noted.
     *
     * @param bytes the file
     * @param reading takes notes and keeps the bounds
     * @return the package
     */
    public static OoxmlPackage open(byte[] bytes, Reading reading) {
        OoxmlPackage opened = new OoxmlPackage(new ZipEntries(bytes), reading);
        opened.index(opened.zip.find(reading));
        if (opened.zip.damaged()) {
            reading.note(Kind.DAMAGED, Notes.DAMAGED);
        }
        return opened;
    }

    /** A package of which only the beginning is there, to find out what it is. */
    static OoxmlPackage beginning(byte[] bytes, Reading reading) {
        reading.packed(bytes.length);
        OoxmlPackage opened = new OoxmlPackage(new ZipEntries(bytes), reading);
        opened.index(opened.zip.scanBeginning(reading));
        return opened;
    }

    private void index(List<ZipEntry> entries) {
        for (ZipEntry entry : entries) {
            if (entry.encrypted()) {
                reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
            } else if (!entry.name().endsWith("/") && parts.putIfAbsent(key(entry.name()), entry) != null) {
                reading.note(Kind.DAMAGED, Notes.DUPLICATE_PARTS);
            }
        }
    }

    private static String key(String name) {
        String slashed = name.replace('\\', '/');
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    public boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** The names of all parts, lower-cased, in the order of the file. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The names of all parts as they are written, in the order of the file. */
    public List<String> originalNames() {
        return parts.values().stream().map(ZipEntry::name).toList();
    }

    public List<String> unread() {
        return parts.keySet().stream().filter(p -> !read.contains(p)).toList();
    }

    /** Reads XML of a part. */
    @FunctionalInterface
    public interface PartReader {
        /**
         * Reads the part.
         *
         * @param xml at its root element
         * @throws IOException when it is damaged
         */
        void read(XmlEvents xml) throws IOException;
    }

    /**
     * Reads a part as XML. Damage is noted, and what was read before it stays.
     *
     * @param part its name
     * @param reader takes the XML, at its root element
     * @return whether there is such a part
     */
    public boolean xml(String part, PartReader reader) {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            return false;
        }
        read.add(key(part));
        try (InputStream in = zip.open(entry, reading);
                XmlEvents events = XmlEvents.open(in, reading)) {
            events.root();
            reader.read(events);
            while (!events.atEnd()) {
                // to the end, where the checksum is
                events.next();
            }
        } catch (RefusedXml e) {
            reading.note(Kind.DAMAGED, Notes.DTD);
        } catch (IOException e) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(entry.name()));
        }
        return true;
    }

    /**
     * The bytes of a part.
     *
     * @param part its name
     * @return its bytes, as many as could be unpacked; empty when there is no such part
     */
    public byte[] bytes(String part) {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            return new byte[0];
        }
        read.add(key(part));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = zip.open(entry, reading)) {
            byte[] buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + (long) n > Math.max(SMALL, reading.limits().inputBytes())) {
                    throw reading.tooDense();
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(entry.name()));
        }
        return out.toByteArray();
    }

    public void skip(String part) {
        read.add(key(part));
    }

    /**
     * The relationships of a part.
     *
     * @param part its name; empty for the package itself
     * @return in the order of the file; empty when it has none
     */
    public List<Relation> relations(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String file = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        List<Relation> relations = new ArrayList<>();
        xml(file, xml -> {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (xml.name().equals("Relationship") && type != null && target != null) {
                    boolean external = "External".equals(xml.attribute("TargetMode"));
                    String id = xml.attribute("Id");
                    reading.keep();
                    relations.add(new Relation(
                            id == null ? "" : id,
                            type.substring(type.lastIndexOf('/') + 1),
                            external ? target : resolve(folder, target),
                            external));
                }
            }
        });
        return relations;
    }

    /** The part that is the document itself, or null when the package does not say. */
    public @Nullable String mainPart() {
        for (Relation relation : relations("")) {
            if (relation.type().equals("officeDocument") && !relation.external() && has(relation.target())) {
                return relation.target();
            }
        }
        return null;
    }

    private static String resolve(String folder, String target) {
        String path = target.startsWith("/") ? target : folder + target;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
