package org.peyk.spi.tck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;

import static org.assertj.core.api.Assertions.assertThat;

/** What a source does with what it does not know, when its data fail, and when its thread is asked to stop. */
public interface RecipientErrorContract extends RecipientSourceFixture {

    /**
     * A group that the source does not know is a declared failure, whatever it is called; it never finds anybody.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysThatItDoesNotKnowAGroup() throws Exception {
        Sources.use(source(), source -> {
            for (String group : Strange.KEYS) {
                Selection unknown = Selection.of(source.name(), group);
                Wrong.isDeclared(
                        "count of an unknown group",
                        RecipientSourceException.class,
                        List.of(),
                        () -> source.count(unknown));
                Wrong.isDeclared(
                        "page of an unknown group",
                        RecipientSourceException.class,
                        List.of(),
                        () -> source.page(unknown, null, 10));
            }
        });
    }

    /**
     * A filter that the source does not know is a declared failure, never one that is passed over.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysThatItDoesNotKnowAFilter() throws Exception {
        Sources.use(source(), source -> {
            for (String key : Strange.KEYS) {
                Map<String, String> filter = new TreeMap<>(selection().filter());
                filter.put(key, "x");
                Selection unknown = new Selection(source.name(), selection().group(), filter);
                Wrong.isDeclared(
                        "count with an unknown filter",
                        RecipientSourceException.class,
                        List.of(),
                        () -> source.count(unknown));
                Wrong.isDeclared(
                        "page with an unknown filter",
                        RecipientSourceException.class,
                        List.of(),
                        () -> source.page(unknown, null, 10));
            }
        });
    }

    /**
     * The value of a filter is a value, whatever it looks like.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void takesAFiltersValueForAValue() throws Exception {
        if (filtered().isEmpty()) {
            return;
        }
        Sources.use(source(), source -> {
            for (String value : Strange.KEYS) {
                Map<String, String> filter = new TreeMap<>(filtered().get().filter());
                filter.replaceAll((k, v) -> value);
                Selection strange =
                        new Selection(source.name(), filtered().get().group(), filter);
                Set<PersonId> found;
                try {
                    found = Walk.of(source, strange, 10).people();
                } catch (RecipientSourceException e) {
                    found = Set.of();
                }
                assertThat(found.size())
                        .as("people found by a strange value of a filter")
                        .isZero();
            }
        });
    }

    /**
     * A cursor that is none is a declared failure, or an end like another; it never finds a stranger.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void findsNoStrangersByAStrangeCursor() throws Exception {
        Sources.use(source(), source -> {
            for (String cursor : Strange.TEXTS) {
                try {
                    Set<PersonId> found =
                            Walk.from(source, selection(), cursor, 10).people();
                    assertThat(people().containsAll(found))
                            .as("a strange cursor finds people of the selection only")
                            .isTrue();
                } catch (RecipientSourceException e) {
                    Wrong.showsNothing("the failure", e, List.of());
                }
            }
        });
    }

    /**
     * A page of nobody and a selection that is null are mistakes of the caller.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void refusesMistakesOfTheCaller() throws Exception {
        Sources.use(source(), source -> {
            Wrong.isProgrammersError("page of 0", () -> source.page(selection(), null, 0));
            Wrong.isProgrammersError("page of -1", () -> source.page(selection(), null, -1));
            Wrong.isProgrammersError("page(null)", () -> source.page(Wrong.nothing(), null, 1));
            Wrong.isProgrammersError("count(null)", () -> source.count(Wrong.nothing()));
        });
    }

    /**
     * Data that cannot be read are a declared failure, without any of them.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhenItsDataCannotBeRead() throws Exception {
        List<String> personal = Sources.get(
                source(),
                source -> Sources.personal(Walk.of(source, selection(), 1000).recipients()));
        Optional<RecipientSource> broken = brokenSource();
        if (broken.isPresent()) {
            Sources.use(broken.get(), source -> {
                Wrong.isDeclared(
                        "count of data that cannot be read",
                        RecipientSourceException.class,
                        personal,
                        () -> Crowd.within(patience(), () -> source.count(selection())));
                Wrong.isDeclared(
                        "page of data that cannot be read",
                        RecipientSourceException.class,
                        personal,
                        () -> Crowd.within(patience(), () -> source.page(selection(), null, 10)));
            });
        }
    }

    /**
     * A thread that is asked to stop stops, or finishes and still knows that it was asked.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAnInterrupt() throws Exception {
        Optional<RecipientSource> stuck = stuckSource();
        if (stuck.isPresent()) {
            Sources.use(stuck.get(), source -> {
                Interrupts.areAnswered("count", bound(), () -> source.count(selection()));
                Interrupts.areAnswered("page", bound(), () -> source.page(selection(), null, 10));
            });
        }
        Duration limit = bound();
        Sources.use(source(), source -> {
            Interrupts.areNotSwallowed("count", limit, () -> source.count(selection()));
            Interrupts.areNotSwallowed("page", limit, () -> source.page(selection(), null, 10));
        });
    }

    /**
     * What is given can be logged without showing anybody.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void showsNobodyInLogs() throws Exception {
        Sources.use(source(), source -> {
            RecipientPage page = source.page(selection(), null, 10);
            List<String> personal = Sources.personal(page.recipients());
            assertThat(personal).as("addresses and names of ten people").isNotEmpty();
            Wrong.showsNothing("a page", page, personal);
            for (Recipient recipient : page.recipients()) {
                Wrong.showsNothing("a recipient", recipient, personal);
            }
            Wrong.showsNothing("the source", source, personal);
        });
    }
}
