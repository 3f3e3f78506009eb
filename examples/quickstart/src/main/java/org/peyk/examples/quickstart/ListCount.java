package org.peyk.examples.quickstart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The recipient list counted a second time, by other and simpler means than the library's, so that the library's numbers can be held against
 * it.
 *
 * @param rows rows of the file
 * @param rejected rows whose address is none
 * @param folded rows of people who are in the list already, by their key or by their address
 * @param readers how many people read each language
 * @param languages the language of each address in the list, folded
 */
record ListCount(long rows, long rejected, long folded, Map<String, Long> readers, Map<String, String> languages) {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int PERSON = 0;
    private static final int MAIL = 2;
    private static final int LANGUAGE = 4;

    static ListCount of(String csv) {
        List<String> lines = csv.lines().skip(1).filter(l -> !l.isBlank()).toList();
        Set<String> persons = new HashSet<>();
        Map<String, String> languages = new HashMap<>();
        Map<String, Long> readers = new HashMap<>();
        long rejected = 0;
        long folded = 0;
        for (String line : lines) {
            String[] fields = line.split(";", -1);
            String address = fold(fields[MAIL]);
            String language = fields[LANGUAGE];
            if (!ADDRESS.matcher(address).matches()) {
                rejected++;
                continue;
            }
            boolean newPerson = persons.add(fields[PERSON]);
            boolean newAddress = languages.putIfAbsent(address, language) == null;
            if (newPerson && newAddress) {
                readers.merge(language, 1L, Long::sum);
            } else {
                folded++;
            }
        }
        return new ListCount(lines.size(), rejected, folded, Map.copyOf(readers), Map.copyOf(languages));
    }

    /** The form in which two spellings of one address are the same. */
    static String fold(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** How many people have to get the mail. */
    long people() {
        return readers.values().stream().mapToLong(Long::longValue).sum();
    }
}
