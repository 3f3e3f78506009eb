package org.peyk.kvkk.document.internal.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.redact.Markup.Piece;

/** The parts of a package on their way to a copy. Names are compared without regard to case. */
final class Parts {

    private static final class Part {
        private final String name;
        private byte[] bytes;
        private @Nullable Markup markup;

        private Part(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();

    void put(String name, byte[] bytes) {
        parts.put(key(name), new Part(name, bytes));
    }

    /** Lower-cased names in the order of the file. */
    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    byte[] bytes(String name) {
        Part part = parts.get(key(name));
        return part == null ? new byte[0] : part.bytes;
    }

    void replace(String name, byte[] bytes) {
        Part part = parts.get(key(name));
        if (part != null) {
            part.bytes = bytes;
        }
    }

    /** The XML of a part, the same each time; null when there is none. */
    @Nullable
    Markup markup(String name) {
        Part part = parts.get(key(name));
        if (part == null) {
            return null;
        }
        if (part.markup == null) {
            part.markup = Markup.of(part.bytes);
        }
        return part.markup;
    }

    static String key(String name) {
        String slashed = name.replace('\\', '/');
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    /**
     * Leaves parts out, with what leads to them.
     *
     * @param prefix how their names start, in lower case
     */
    void drop(String prefix) {
        List<String> dropped =
                parts.keySet().stream().filter(n -> n.startsWith(prefix)).toList();
        if (dropped.isEmpty()) {
            return;
        }
        dropped.forEach(parts::remove);
        for (String name : names()) {
            if (name.endsWith(".rels")) {
                forget(name, "Relationship", "Target", dropped);
            }
        }
        forget("[content_types].xml", "Override", "PartName", dropped);
    }

    private void forget(String part, String element, String attribute, List<String> dropped) {
        Markup markup = markup(part);
        if (markup == null) {
            return;
        }
        List<Piece> pieces = markup.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind == Piece.Kind.OPEN && piece.name.equals(element)) {
                String target = key(piece.valueOf(attribute)).replace("../", "");
                if (!target.isEmpty() && dropped.stream().anyMatch(d -> d.equals(target) || d.endsWith("/" + target))) {
                    markup.remove(i, markup.endOf(i));
                }
            }
        }
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Part part : new ArrayList<>(parts.values())) {
                ZipEntry entry = new ZipEntry(part.name);
                // a copy says nothing of when it was made
                entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.markup == null ? part.bytes : part.markup.bytes());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
