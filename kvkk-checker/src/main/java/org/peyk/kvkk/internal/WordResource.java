package org.peyk.kvkk.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the word lists that come with the scanner. A list has sections, each under a line {@code [TITLE]}; the entries are separated by
 * commas and line ends; a line that starts with {@code #} is a remark.
 */
final class WordResource {

    private WordResource() {}

    /**
     * A part of a list.
     *
     * @param title its title; empty before the first one
     * @param entries its entries, as they are written
     */
    record Section(String title, List<String> entries) {}

    static List<Section> read(String name) {
        List<Section> sections = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        sections.add(new Section("", entries));
        try (InputStream in = WordResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("word list is missing from the jar: " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    entries = new ArrayList<>();
                    sections.add(new Section(line.substring(1, line.indexOf(']')), entries));
                } else if (!line.startsWith("#")) {
                    addEntries(line, entries);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sections.removeIf(s -> s.entries().isEmpty());
        return sections;
    }

    private static void addEntries(String line, List<String> entries) {
        int from = 0;
        while (from <= line.length()) {
            int comma = line.indexOf(',', from);
            int to = comma < 0 ? line.length() : comma;
            String entry = line.substring(from, to).strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
            from = to + 1;
        }
    }
}
