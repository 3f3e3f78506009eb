package org.peyk.internal.delivery;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.RelayLogFormat;

/**
 * Reads what a relay's log says about messages, line by line. Lines of any length and any bytes are survived: what is longer than a line of a log can
 * be is cut, and what is not understood is passed over.
 */
final class RelayLog {

    /** What a log can say of a message, the weightiest last. */
    enum Fate {
        /** The relay never took it. */
        ABSENT,
        /** The relay took it. */
        TAKEN,
        /** The relay took it and gave it back. */
        BOUNCED
    }

    /** Takes what a line says. */
    interface Sink {
        void take(String messageId, Fate fate, @Nullable String status) throws IOException;
    }

    /** Longer lines are cut; syslog's are at most 8 kB by default. */
    private static final int LONGEST_LINE = 16_384;

    /** Queue ids of messages on their way that are remembered; a message is over long before as many others have come. */
    private static final int REMEMBERED = 100_000;

    private static final int LONGEST_ID = 250;
    private static final Map<String, Fate> WORDS = Map.ofEntries(
            Map.entry("sent", Fate.TAKEN),
            Map.entry("delivered", Fate.TAKEN),
            Map.entry("queued", Fate.TAKEN),
            Map.entry("deferred", Fate.TAKEN),
            Map.entry("bounced", Fate.BOUNCED),
            Map.entry("expired", Fate.BOUNCED),
            Map.entry("absent", Fate.ABSENT),
            Map.entry("rejected", Fate.ABSENT));

    private final Map<String, String> messageIds = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Reader in;
    private final RelayLogFormat format;
    private long lines;
    private long unreadable;

    RelayLog(Reader in, RelayLogFormat format) {
        this.in = in;
        this.format = format;
    }

    long lines() {
        return lines;
    }

    long unreadable() {
        return unreadable;
    }

    void read(Sink sink) throws IOException {
        for (String line = line(); line != null; line = line()) {
            lines++;
            if (format == RelayLogFormat.CSV) {
                csv(line, sink);
            } else {
                postfix(line, sink);
            }
        }
    }

    /** The next line, cut where it is too long; null at the end. */
    private @Nullable String line() throws IOException {
        StringBuilder b = new StringBuilder();
        boolean any = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            any = true;
            if (c == '\n') {
                break;
            }
            if (c != '\r' && b.length() < LONGEST_LINE) {
                b.append((char) c);
            }
        }
        return any ? b.toString() : null;
    }

    /** {@code … postfix/smtp[17]: 4ZxQ1h0Xyz: to=<…>, relay=…, dsn=2.0.0, status=sent (250 2.0.0 Ok)}. */
    private void postfix(String line, Sink sink) throws IOException {
        int program = line.indexOf("]: ");
        int colon = program < 0 ? -1 : line.indexOf(": ", program + 3);
        if (colon < 0) {
            return;
        }
        String queueId = line.substring(program + 3, colon);
        if (!queueId.matches("[A-Za-z0-9]{5,30}") || queueId.equals("NOQUEUE")) {
            return;
        }
        String rest = line.substring(colon + 2);
        if (rest.startsWith("message-id=")) {
            String id = messageId(rest.substring("message-id=".length()));
            if (id == null) {
                unreadable++;
            } else {
                messageIds.put(queueId, id);
            }
            return;
        }
        String id = messageIds.get(queueId);
        if (id == null) {
            return;
        }
        // cleanup names a message while it comes in; only the queue manager has it whole
        if (rest.startsWith("from=") && rest.contains("(queue active)")) {
            sink.take(id, Fate.TAKEN, null);
        } else if (rest.startsWith("to=") || rest.startsWith("from=")) {
            String status = value(rest, "status=");
            Fate fate = status == null ? null : WORDS.get(status.toLowerCase(Locale.ROOT));
            if (fate != null) {
                sink.take(id, fate, enhanced(value(rest, "dsn=")));
            }
        }
    }

    private void csv(String line, Sink sink) throws IOException {
        if (line.isBlank()) {
            return;
        }
        String[] cells = line.replace("\uFEFF", "").split("[,;\t]", 3);
        String id = messageId(bare(cells[0]));
        Fate fate = cells.length < 2 ? null : WORDS.get(bare(cells[1]).toLowerCase(Locale.ROOT));
        if (id != null && fate != null) {
            sink.take(id, fate, null);
        } else if (lines > 1) {
            unreadable++;
        }
    }

    private static String bare(String cell) {
        String s = cell.strip();
        return s.length() > 1 && s.startsWith("\"") && s.endsWith("\"")
                ? s.substring(1, s.length() - 1).strip()
                : s;
    }

    /** A Message-ID in its brackets; null when it is none. */
    private static @Nullable String messageId(String text) {
        String s = text.strip();
        if (!s.startsWith("<")) {
            s = "<" + s + ">";
        }
        int end = s.indexOf('>');
        boolean good = end == s.length() - 1
                && s.length() <= LONGEST_ID
                && s.indexOf('@') > 1
                && s.chars().noneMatch(c -> c <= ' ' || c == 127);
        return good ? s : null;
    }

    /** The word behind a name, up to a comma, a blank or the end. */
    private static @Nullable String value(String rest, String name) {
        int from = rest.indexOf(", " + name);
        if (from < 0) {
            return null;
        }
        int begin = from + 2 + name.length();
        int end = begin;
        while (end < rest.length() && rest.charAt(end) != ',' && rest.charAt(end) != ' ') {
            end++;
        }
        return rest.substring(begin, end);
    }

    private static @Nullable String enhanced(@Nullable String dsn) {
        return dsn != null && dsn.matches("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}") ? dsn : null;
    }
}
