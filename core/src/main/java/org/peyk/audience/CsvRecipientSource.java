package org.peyk.audience;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

/**
 * Recipients of a CSV file (RFC 4180) with a header line, or of a bare list of addresses, one a line.
 *
 * <p>Columns are known by their Turkish or English names ({@link RecipientColumn}); all others become attributes. Encoding (UTF-8, with or
 * without byte order mark, or Windows-1254) and separator (semicolon, comma, tabulator) are found by looking. A selection names a value of
 * the group column, or {@value #EVERYBODY} for the whole file, and may filter by the values of further columns. Whether an address is well
 * formed is not judged here.
 *
 * <p>Pages are read from the file as they are asked for; nothing but an index of some bytes per thousand rows is kept. A cursor belongs to
 * the file it was made from: when the file changes, reading on is refused with {@link #CSV_CHANGED}, as rows might be lost or repeated.
 * Thread-safe.
 */
public final class CsvRecipientSource implements RecipientSource {

    /** The group that holds every row. */
    public static final String EVERYBODY = "*";

    /** The file is missing, a directory, or cannot be read. */
    public static final String CSV_MISSING = "CSV-MISSING";

    /** The bytes are no text in a known encoding. */
    public static final String CSV_ENCODING = "CSV-ENCODING";

    /** The header line is missing, ambiguous, or names no address. */
    public static final String CSV_HEADER = "CSV-HEADER";

    /** A quotation mark is not closed or misplaced. */
    public static final String CSV_QUOTES = "CSV-QUOTES";

    /** The file is not the one that the cursor belongs to. */
    public static final String CSV_CHANGED = "CSV-CHANGED";

    /** No row has the group. */
    public static final String CSV_GROUP = "CSV-GROUP";

    /** A filter names a column that is not there. */
    public static final String CSV_FILTER = "CSV-FILTER";

    /** The cursor is none of this source. */
    public static final String CSV_CURSOR = "CSV-CURSOR";

    private final String name;
    private final Path path;
    private final @Nullable Charset charset;
    private final @Nullable Character separator;
    private final Map<String, RecipientColumn> named;
    private volatile @Nullable Listing listing;

    private record Listing(CsvFile file, Map<String, Long> groups) {}

    private CsvRecipientSource(Builder b) {
        this.name = b.name;
        this.path = b.path;
        this.charset = b.charset;
        this.separator = b.separator;
        this.named = Map.copyOf(b.named);
    }

    /**
     * A source with everything found by looking.
     *
     * @param name the name that selections use
     * @param path the file; looked at when the source is asked, not before
     * @return the source
     */
    public static CsvRecipientSource of(String name, Path path) {
        return builder(name, path).build();
    }

    /**
     * Starts a source.
     *
     * @param name the name that selections use
     * @param path the file; looked at when the source is asked, not before
     * @return a builder
     */
    public static Builder builder(String name, Path path) {
        return new Builder(name, path);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * The values of the group column, with the number of their recipients in the label, after a group of everybody.
     *
     * @throws PeykException with {@link ErrorCode#AUDIENCE_UNREADABLE} when the file cannot be read
     */
    @Override
    public List<AudienceGroup> groups() {
        try {
            Listing l = listing(false);
            List<AudienceGroup> groups = new ArrayList<>();
            l.groups().forEach((code, count) -> {
                if (!code.isEmpty()) {
                    LocalizedText label = EVERYBODY.equals(code)
                            ? LocalizedText.of("Listedeki herkes (" + count + " kişi)", "Everybody (" + count + ")")
                            : LocalizedText.of(code + " (" + count + " kişi)", code + " (" + count + ")");
                    groups.add(new AudienceGroup(code, label));
                }
            });
            return List.copyOf(groups);
        } catch (RecipientSourceException e) {
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e.text(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e);
        }
    }

    @Override
    public long count(Selection selection) throws RecipientSourceException, InterruptedException {
        Listing l = listing(true);
        CsvSelection wanted = CsvSelection.of(selection, l.file().header(), l.groups());
        if (selection.filter().isEmpty()) {
            return l.groups().getOrDefault(selection.group(), 0L);
        }
        LongAdder count = new LongAdder();
        l.file().read(l.file().header().firstRow(), (position, row) -> {
            CsvRow r = new CsvRow(l.file().header(), row);
            if (!CsvFile.blank(row) && wanted.holds(r) && r.rejection() == null) {
                count.increment();
            }
            return true;
        });
        requireUnchanged(l);
        return count.sum();
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        Listing l = listing(after == null);
        CsvHeader header = l.file().header();
        CsvSelection wanted = CsvSelection.of(selection, header, l.groups());
        long from = after == null
                ? header.firstRow()
                : CsvCursor.position(after, l.file().sha256());
        List<Recipient> recipients = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        String[] next = new String[1];
        l.file().read(from, (position, row) -> {
            CsvRow r = new CsvRow(header, row);
            if (CsvFile.blank(row) || !wanted.holds(r)) {
                return true;
            }
            if (recipients.size() + rejected.size() == limit) {
                next[0] = CsvCursor.of(position, l.file().sha256());
                return false;
            }
            RejectedRow rejection = r.rejection();
            @Nullable PersonId person = rejection == null ? r.values().person() : null;
            if (rejection != null) {
                rejected.add(rejection);
            } else if (person != null) {
                recipients.add(r.values().recipient(person));
            }
            return true;
        });
        requireUnchanged(l);
        return new RecipientPage(recipients, rejected, next[0]);
    }

    /** The digest of the whole file, read anew: another file voids an approval whatever its time stamp says. */
    @Override
    public Optional<String> fingerprint(Selection selection) throws RecipientSourceException {
        return Optional.of(CsvFile.digest(path));
    }

    /** The file as it is; looked through again when it may have changed, and always when asked for. */
    private Listing listing(boolean anew) throws RecipientSourceException, InterruptedException {
        Listing known = listing;
        if (!anew && known != null && known.file().current()) {
            return known;
        }
        CsvFile file = CsvFile.open(path, charset, separator, named);
        boolean same = known != null && known.file().sha256().equals(file.sha256());
        Listing found = new Listing(file, known != null && same ? known.groups() : groups(file));
        listing = found;
        return found;
    }

    private static Map<String, Long> groups(CsvFile file) throws RecipientSourceException, InterruptedException {
        Map<String, Long> groups = new TreeMap<>();
        groups.put(EVERYBODY, 0L);
        file.read(file.header().firstRow(), (position, row) -> {
            CsvRow r = new CsvRow(file.header(), row);
            if (!CsvFile.blank(row) && r.wellFormed()) {
                long one = r.rejection() == null ? 1 : 0;
                groups.merge(EVERYBODY, one, Long::sum);
                groups.merge(r.group(), one, Long::sum);
            }
            return true;
        });
        return groups;
    }

    /** What was read counts only when it is still what the file says. */
    private void requireUnchanged(Listing l) throws RecipientSourceException {
        if (l.file().touched() && !CsvFile.digest(path).equals(l.file().sha256())) {
            throw CsvFile.changed();
        }
    }

    /** Builds a {@link CsvRecipientSource}. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final Path path;
        private @Nullable Charset charset;
        private @Nullable Character separator;
        private final Map<String, RecipientColumn> named = new HashMap<>();

        private Builder(String name, Path path) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
            this.name = name;
            this.path = path;
        }

        /**
         * Demands an encoding instead of finding it. A byte order mark of UTF-8 still wins.
         *
         * @param value UTF-8 or an encoding with one byte a character
         * @return this
         * @throws IllegalArgumentException when characters of the encoding have several bytes
         */
        public Builder charset(Charset value) {
            if (!value.equals(StandardCharsets.UTF_8) && value.newEncoder().maxBytesPerChar() > 1) {
                throw new IllegalArgumentException("charset must be UTF-8 or have one byte a character");
            }
            this.charset = value;
            return this;
        }

        /**
         * Demands a separator instead of finding it.
         *
         * @param value the character between two fields
         * @return this
         */
        public Builder separator(char value) {
            this.separator = value;
            return this;
        }

        /**
         * Says what a column with a name of its own is. A column said so is looked for under this name alone.
         *
         * @param header the name in the header line; case, Turkish letters and punctuation do not matter
         * @param column what it is
         * @return this
         */
        public Builder column(String header, RecipientColumn column) {
            named.put(RecipientColumn.fold(header), column);
            return this;
        }

        /**
         * Makes the source, without looking at the file.
         *
         * @return an immutable source
         */
        public CsvRecipientSource build() {
            return new CsvRecipientSource(this);
        }
    }
}
