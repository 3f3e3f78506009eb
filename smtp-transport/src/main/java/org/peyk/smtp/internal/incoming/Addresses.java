package org.peyk.smtp.internal.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds addresses and Message-IDs in header values and texts. */
final class Addresses {
    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]";
    static final String ADDRESS =
            "(?:\"[^\"\\r\\n]{1,64}\"|" + ATEXT + "{1,128})@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";
    private static final Pattern ANY = Pattern.compile(ADDRESS);
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,500}>");

    private Addresses() {}

    /** All addresses in a text, in their order, without repetition. */
    static List<String> in(String text, int most) {
        List<String> found = new ArrayList<>();
        Matcher m = ANY.matcher(text);
        while (found.size() < most && m.find()) {
            if (!found.contains(m.group())) {
                found.add(m.group());
            }
        }
        return found;
    }

    static @Nullable String firstIn(String text) {
        Matcher m = ANY.matcher(text);
        return m.find() ? m.group() : null;
    }

    /** The address of a From header: the one in angle brackets, for the name before it may hold another. */
    static @Nullable String sender(String header) {
        int open = header.lastIndexOf('<');
        String bracketed = open < 0 ? null : firstIn(header.substring(open));
        return bracketed == null ? firstIn(header) : bracketed;
    }

    static List<String> messageIds(String text, int most) {
        List<String> found = new ArrayList<>();
        Matcher m = MESSAGE_ID.matcher(text);
        while (found.size() < most && m.find()) {
            if (!found.contains(m.group())) {
                found.add(m.group());
            }
        }
        return found;
    }
}
