package org.peyk.internal.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peyk.AudienceSize;
import org.peyk.ConfigurationException;
import org.peyk.spi.Audience;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;

/** The recipient sources by name, and what is asked of a whole audience. Whatever a source throws becomes one kind of exception. */
public final class Sources {

    /** No source has the name that a selection uses. */
    public static final String UNKNOWN = "SOURCE-UNKNOWN";

    /** A source failed with something else than its own exception. */
    public static final String FAILED = "SOURCE-FAILED";

    private static final int PAGE = 1_000;

    private final Map<String, RecipientSource> byName = new LinkedHashMap<>();

    /**
     * Registers the sources.
     *
     * @param sources the sources
     * @throws ConfigurationException when two have the same name
     */
    public Sources(Collection<? extends RecipientSource> sources) {
        List<LocalizedText> problems = new ArrayList<>();
        for (RecipientSource s : sources) {
            if (byName.putIfAbsent(s.name(), s) != null) {
                problems.add(LocalizedText.of(
                        "İki alıcı kaynağının adı aynı: " + s.name() + ".",
                        "Two recipient sources have the same name: " + s.name() + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /**
     * These sources and one more.
     *
     * @param source the other one
     * @return all of them
     * @throws ConfigurationException when one of these has its name
     */
    public Sources and(RecipientSource source) {
        List<RecipientSource> more = new ArrayList<>(byName.values());
        more.add(source);
        return new Sources(more);
    }

    /**
     * All sources, in the order of registration.
     *
     * @return the sources
     */
    public List<RecipientSource> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Finds a source.
     *
     * @param name its name
     * @return the source
     * @throws RecipientSourceException with {@link #UNKNOWN} when there is none
     */
    public RecipientSource byName(String name) throws RecipientSourceException {
        RecipientSource source = byName.get(name);
        if (source == null) {
            throw new RecipientSourceException(
                    UNKNOWN,
                    LocalizedText.of(
                            "Böyle bir alıcı kaynağı yok: " + name + ".",
                            "There is no such recipient source: " + name + "."),
                    null);
        }
        return source;
    }

    /**
     * Reads a page of a selection.
     *
     * @param selection what to read
     * @param after the cursor, or null for the first page
     * @param limit how many people at most
     * @return the page
     * @throws RecipientSourceException when the source is unknown or cannot be read
     * @throws InterruptedException when the thread is asked to stop
     */
    public RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        RecipientSource source = byName(selection.source());
        RecipientPage page;
        try {
            page = source.page(selection, after, limit);
        } catch (RuntimeException e) {
            throw failed(source, e);
        }
        if (page.next() != null && page.next().equals(after)) {
            throw failed(source, null);
        }
        return page;
    }

    /**
     * Counts the different persons of an audience by reading it once; memory stays at some bytes a person.
     *
     * @param audience whom to count
     * @return the numbers
     * @throws RecipientSourceException when a source is unknown or cannot be read
     * @throws InterruptedException when the thread is asked to stop
     */
    public AudienceSize size(Audience audience) throws RecipientSourceException, InterruptedException {
        PersonSet excluded = new PersonSet();
        for (Selection s : audience.exclude()) {
            read(s, excluded::add);
        }
        PersonSet seen = new PersonSet();
        long[] folded = new long[1];
        PersonSet leftOut = new PersonSet();
        long rejected = 0;
        for (Selection s : CorrectionAudience.read(audience)) {
            rejected += read(s, person -> {
                if (excluded.contains(person)) {
                    leftOut.add(person);
                } else if (!seen.add(person)) {
                    folded[0]++;
                }
            });
        }
        return new AudienceSize(seen.size(), folded[0], leftOut.size(), rejected);
    }

    /**
     * Digests of those selections that are fixed lists, for the digest an approval binds to.
     *
     * @param audience the audience
     * @return the digest of each selection that has one
     * @throws RecipientSourceException when a source is unknown or cannot be read
     */
    public Map<Selection, String> fingerprints(Audience audience) throws RecipientSourceException {
        Map<Selection, String> fingerprints = new TreeMap<>();
        List<Selection> all = new ArrayList<>(audience.include());
        all.addAll(audience.exclude());
        for (Selection s : all) {
            RecipientSource source = byName(s.source());
            Optional<String> fingerprint;
            try {
                fingerprint = source.fingerprint(s);
            } catch (RuntimeException e) {
                throw failed(source, e);
            }
            fingerprint.ifPresent(f -> fingerprints.put(s, f));
        }
        return fingerprints;
    }

    /** Takes what a page of a selection holds. */
    public interface EachPage {
        void take(Selection selection, RecipientPage page);
    }

    /**
     * Reads an audience from begin to end, what it leaves out first.
     *
     * @param excluded takes the pages of what it leaves out
     * @param included takes the pages of what it includes
     * @throws RecipientSourceException when a source is unknown or cannot be read
     * @throws InterruptedException when the thread is asked to stop
     */
    public void read(Audience audience, EachPage excluded, EachPage included)
            throws RecipientSourceException, InterruptedException {
        for (Selection s : audience.exclude()) {
            pages(s, page -> excluded.take(s, page));
        }
        for (Selection s : CorrectionAudience.read(audience)) {
            pages(s, page -> included.take(s, page));
        }
    }

    private interface EachPerson {
        void take(PersonId person);
    }

    private long read(Selection selection, EachPerson each) throws RecipientSourceException, InterruptedException {
        long[] rejected = new long[1];
        pages(selection, page -> {
            page.recipients().forEach(r -> each.take(r.person()));
            rejected[0] += page.rejected().size();
        });
        return rejected[0];
    }

    private void pages(Selection selection, Consumer<RecipientPage> each)
            throws RecipientSourceException, InterruptedException {
        @Nullable String cursor = null;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            RecipientPage page = page(selection, cursor, PAGE);
            each.accept(page);
            cursor = page.next();
        } while (cursor != null);
    }

    private static RecipientSourceException failed(RecipientSource source, @Nullable RuntimeException cause) {
        return new RecipientSourceException(
                FAILED,
                LocalizedText.of(
                        "Alıcı kaynağı çalışmadı: " + source.name() + ". Sistem yöneticisine başvurun.",
                        "A recipient source failed: " + source.name() + ". Ask the administrator."),
                cause);
    }
}
