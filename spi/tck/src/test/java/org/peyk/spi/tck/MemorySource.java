package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Selection;
import org.peyk.spi.Sha256;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

/** A source over {@link MemoryPeople}: right in everything, but for one defect. */
final class MemorySource implements RecipientSource {

    /** How the data answer. */
    enum Data {
        READY,
        BROKEN,
        STUCK
    }

    private static final AtomicInteger INSTANCES = new AtomicInteger();

    private final MemoryPeople people;
    private final Data data;
    private final SourceDefect defect;
    private final int instance = INSTANCES.incrementAndGet();
    private final AtomicInteger readers = new AtomicInteger();

    MemorySource(MemoryPeople people, Data data, SourceDefect defect) {
        this.people = people;
        this.data = data;
        this.defect = defect;
    }

    private boolean is(SourceDefect other) {
        return defect == other;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("people", is(SourceDefect.INFO_CHANGES) ? "" + System.nanoTime() : "1");
    }

    @Override
    public String name() {
        return is(SourceDefect.NAME_CHANGES) ? "kisiler" + System.nanoTime() : "kisiler";
    }

    @Override
    public List<AudienceGroup> groups() {
        AudienceGroup students = new AudienceGroup("ogrenci", LocalizedText.of("Öğrenciler", "Students"));
        if (is(SourceDefect.LISTS_A_GROUP_TWICE)) {
            return List.of(students, students);
        }
        if (is(SourceDefect.LISTS_A_GROUP_IT_CANNOT_READ)) {
            return List.of(students, new AudienceGroup("mezun", LocalizedText.of("Mezunlar", "Graduates")));
        }
        return List.of(students);
    }

    @Override
    public long count(Selection selection) throws RecipientSourceException, InterruptedException {
        int size = rows(selection).size();
        return is(SourceDefect.COUNTS_WRONGLY) ? size + 1 : size;
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        if (limit < 1 && !is(SourceDefect.PAGE_OF_NOBODY)) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        if (is(SourceDefect.ONE_READER_AT_A_TIME) && readers.incrementAndGet() > 40) {
            throw failure("PEOPLE-BUSY", "");
        }
        TreeMap<String, Recipient> rows = rows(selection);
        if (is(SourceDefect.STRANGE_CURSOR_THROWS) && after != null && !rows.containsKey(after)) {
            throw new IllegalStateException("cursor");
        }
        List<Recipient> rest = new ArrayList<>(rest(rows, after));
        if (is(SourceDefect.SHUFFLES)) {
            Collections.shuffle(rest, new Random(instance));
        }
        int most = is(SourceDefect.GIVES_MORE_THAN_ASKED) ? limit + 1 : limit;
        List<Recipient> page = rest.subList(0, Math.min(most, rest.size()));
        boolean last = page.size() == rest.size();
        return page(rows, page, last);
    }

    private List<Recipient> rest(TreeMap<String, Recipient> rows, @Nullable String after)
            throws RecipientSourceException {
        if (after == null) {
            return List.copyOf(rows.values());
        }
        if (is(SourceDefect.CURSOR_IS_A_NUMBER)) {
            return List.copyOf(rows.values()).subList(Math.min(Integer.parseInt(after), rows.size()), rows.size());
        }
        if (is(SourceDefect.CURSOR_LIVES_IN_THE_INSTANCE)) {
            if (!after.startsWith(instance + "-")) {
                throw failure("PEOPLE-CURSOR", "");
            }
            return List.copyOf(
                    rows.tailMap(after.substring(after.indexOf('-') + 1), false).values());
        }
        if (is(SourceDefect.STRANGE_CURSOR_FINDS_STRANGERS) && !rows.containsKey(after)) {
            return List.of(Recipient.ofMail(PersonId.of("yabanci"), "yabanci@universite.example"));
        }
        return List.copyOf(rows.tailMap(after, false).values());
    }

    private RecipientPage page(TreeMap<String, Recipient> rows, List<Recipient> page, boolean last) {
        List<Recipient> good =
                new ArrayList<>(page.stream().filter(MemoryPeople::usable).toList());
        List<RejectedRow> bad = new ArrayList<>();
        for (Recipient row : page) {
            if (!MemoryPeople.usable(row) && !is(SourceDefect.HIDES_REJECTED_ROWS)) {
                String shown =
                        is(SourceDefect.SHOWS_REJECTED_ROWS) ? row.addresses().toString() : "";
                bad.add(new RejectedRow(
                        "row", "PEOPLE-ADDRESS", LocalizedText.of("Adres okunamadı." + shown, "No address." + shown)));
            }
        }
        if (last && is(SourceDefect.LOSES_THE_LAST)) {
            good.remove(good.size() - 1);
        }
        if (last && is(SourceDefect.ADDS_A_STRANGER)) {
            good.add(Recipient.ofMail(PersonId.of("yabanci"), "yabanci@universite.example"));
        }
        return new RecipientPage(good, bad, next(rows, page, last));
    }

    private @Nullable String next(TreeMap<String, Recipient> rows, List<Recipient> page, boolean last) {
        if (last && !is(SourceDefect.CURSOR_NEVER_ENDS)) {
            return null;
        }
        String key = page.isEmpty() ? "" : page.get(page.size() - 1).person().value();
        if (is(SourceDefect.CURSOR_IS_A_NUMBER)) {
            return "" + rows.headMap(key, true).size();
        }
        if (is(SourceDefect.SKIPS_BETWEEN_PAGES)) {
            key = Objects.requireNonNullElse(rows.higherKey(key), key);
        }
        return is(SourceDefect.CURSOR_LIVES_IN_THE_INSTANCE) ? instance + "-" + key : key;
    }

    private TreeMap<String, Recipient> rows(Selection selection) throws RecipientSourceException, InterruptedException {
        answers();
        boolean known = selection.group().equals("ogrenci");
        if (!known && is(SourceDefect.UNKNOWN_GROUP_IS_UNCHECKED)) {
            throw new IllegalStateException("group");
        }
        if (!known && !is(SourceDefect.UNKNOWN_GROUP_IS_EMPTY)) {
            throw failure("PEOPLE-GROUP", "");
        }
        TreeMap<String, Recipient> rows = people.rows();
        if (is(SourceDefect.KEEPS_WHO_LEFT)) {
            rows.putAll(new MemoryPeople().rows());
        }
        for (Map.Entry<String, String> filter : selection.filter().entrySet()) {
            filter(rows, filter.getKey(), filter.getValue());
        }
        return rows;
    }

    private void filter(TreeMap<String, Recipient> rows, String key, String value) throws RecipientSourceException {
        if (!key.equals("faculty")) {
            if (!is(SourceDefect.IGNORES_UNKNOWN_FILTERS)) {
                throw failure("PEOPLE-FILTER", "");
            }
        } else if (is(SourceDefect.FILTER_IS_A_PATTERN) && value.contains("' OR '")) {
            rows.values().removeIf(r -> false);
        } else if (!is(SourceDefect.IGNORES_FILTERS)) {
            rows.values().removeIf(r -> !value.equals(r.attributes().get("faculty")));
        }
    }

    private void answers() throws RecipientSourceException, InterruptedException {
        if (data == Data.BROKEN && !is(SourceDefect.BROKEN_IS_EMPTY)) {
            throw failure(
                    "PEOPLE-DOWN",
                    is(SourceDefect.BROKEN_SHOWS_DATA)
                            ? people.rows()
                                    .values()
                                    .iterator()
                                    .next()
                                    .addresses()
                                    .toString()
                            : "");
        }
        if (data == Data.STUCK) {
            CountDownLatch never = new CountDownLatch(1);
            while (is(SourceDefect.STUCK_FOR_GOOD)) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // the defect: goes on waiting
                }
            }
            never.await();
        }
        if (is(SourceDefect.SWALLOWS_INTERRUPTS)) {
            Thread.interrupted();
        }
    }

    private static RecipientSourceException failure(String code, String shown) {
        return new RecipientSourceException(
                code, LocalizedText.of("Kaynak okunamadı. " + shown, "The source cannot be read. " + shown), null);
    }

    @Override
    public Optional<String> fingerprint(Selection selection) {
        if (is(SourceDefect.FINGERPRINT_STAYS)) {
            return Optional.of("0".repeat(64));
        }
        String digest = Sha256.hex(
                Arrays.toString(people.rows().keySet().toArray()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Optional.of(
                is(SourceDefect.FINGERPRINT_DIFFERS_BY_INSTANCE) ? digest + instance : digest.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return is(SourceDefect.SHOWS_PEOPLE)
                ? "MemorySource" + people.rows().values().iterator().next().addresses()
                : "MemorySource";
    }
}
