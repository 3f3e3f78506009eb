package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RejectedRow;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody is given, in an order that no page size, restart or change elsewhere disturbs. */
public interface RecipientPagingContract extends RecipientSourceFixture {

    /**
     * The source has one name, which the fixture's selections use.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void hasOneName() throws Exception {
        Sources.use(source(), source -> {
            assertThat(source.name()).as("name()").isNotBlank().isEqualTo(source.name());
            assertThat(selection().source())
                    .as("the source that selections name")
                    .isEqualTo(source.name());
        });
    }

    /**
     * Groups have codes of their own, and each can be read.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsTheGroupsItLists() throws Exception {
        Sources.use(source(), source -> {
            List<AudienceGroup> groups = source.groups();
            assertThat(groups.stream().map(AudienceGroup::code))
                    .as("codes of groups")
                    .doesNotHaveDuplicates();
            for (AudienceGroup group : groups) {
                Selection whole = Selection.of(source.name(), group.code());
                long count = source.count(whole);
                Walk walk = Walk.of(source, whole, 1000);
                assertThat(count)
                        .as("count of group " + group.code())
                        .isBetween(
                                (long) walk.recipients().size(),
                                (long) walk.recipients().size()
                                        + walk.rejected().size());
            }
        });
    }

    /**
     * Everybody is given and nobody else, and counted without being listed. A row that is no person counts or does not.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void givesEverybody() throws Exception {
        assertThat(people()).as("people of the fixture").hasSizeGreaterThanOrEqualTo(10);
        Sources.use(source(), source -> {
            long count = source.count(selection());
            Walk walk = Walk.of(source, selection(), 1000);
            Sources.samePeople("people that were given", walk.people(), people());
            assertThat(count)
                    .as("count")
                    .isBetween(
                            (long) walk.recipients().size(),
                            (long) walk.recipients().size() + walk.rejected().size());
        });
    }

    /**
     * Whatever the size of the pages, the same people come in the same order.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void givesTheSameInPagesOfAnySize() throws Exception {
        Sources.use(source(), source -> {
            List<Recipient> all = Walk.of(source, selection(), 1000).recipients();
            for (int size : new int[] {1, 7, all.size()}) {
                Walk walk = Walk.of(source, selection(), size);
                assertThat(walk.recipients().equals(all))
                        .as("the same people in the same order in pages of " + size)
                        .isTrue();
            }
        });
    }

    /**
     * From any cursor a new instance goes on where the page before ended, and a page read again is the same.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void goesOnFromAnyCursor() throws Exception {
        Walk walk = Sources.get(source(), source -> Walk.of(source, selection(), 3));
        assertThat(walk.cursors()).as("cursors").isNotEmpty();
        for (int i = 0; i < walk.cursors().size(); i++) {
            String cursor = walk.cursors().get(i);
            List<Recipient> rest = walk.recipients()
                    .subList(walk.read().get(i), walk.recipients().size());
            Sources.use(source(), source -> {
                assertThat(Walk.from(source, selection(), cursor, 3)
                                .recipients()
                                .equals(rest))
                        .as("the rest from a cursor, by a new instance")
                        .isTrue();
                RecipientPage page = source.page(selection(), cursor, 3);
                assertThat(source.page(selection(), cursor, 3).equals(page))
                        .as("the same page again")
                        .isTrue();
            });
        }
    }

    /**
     * Several threads read at once, each as if alone.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void servesSeveralThreads() throws Exception {
        Sources.use(source(), source -> {
            List<Recipient> all = Walk.of(source, selection(), 1000).recipients();
            List<List<Recipient>> others =
                    Crowd.call(patience(), () -> Walk.of(source, selection(), 2).recipients());
            assertThat(others.stream().allMatch(all::equals))
                    .as("the same people in the same order in several threads")
                    .isTrue();
        });
    }

    /**
     * People who join or leave elsewhere do not move a cursor: of those not yet given nobody is skipped, and nobody comes twice.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsItsPlaceWhenPeopleJoinAndLeave() throws Exception {
        Optional<Changes> changes = changes();
        if (changes.isEmpty()) {
            return;
        }
        Sources.use(source(), source -> {
            RecipientPage first = source.page(selection(), null, 4);
            String cursor = first.next();
            assertThat(cursor).as("cursor after the first page").isNotNull();
            List<Recipient> rest = Walk.from(source, selection(), cursor, 4).recipients();
            changes.get().leave(first.recipients().get(0).person());
            changes.get().leave(first.recipients().get(3).person());
            PersonId joined = changes.get().join();
            List<Recipient> after =
                    new ArrayList<>(Walk.from(source, selection(), cursor, 4).recipients());
            after.removeIf(r -> r.person().equals(joined));
            assertThat(after.equals(rest))
                    .as("the rest after two people already given left and one joined")
                    .isTrue();
            changes.get().leave(rest.get(0).person());
            assertThat(Walk.from(source, selection(), cursor, 4)
                            .people()
                            .contains(rest.get(0).person()))
                    .as("somebody who left is given")
                    .isFalse();
        });
    }

    /**
     * A list has a fingerprint that stays; live data have none, or one that changes with them.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void hasAFingerprintIfItDoesNotChange() throws Exception {
        Optional<String> fingerprint = Sources.get(source(), source -> source.fingerprint(selection()));
        Optional<String> again = Sources.get(source(), source -> source.fingerprint(selection()));
        assertThat(again).as("fingerprint by a new instance").isEqualTo(fingerprint);
        Optional<Changes> changes = changes();
        if (changes.isEmpty()) {
            assertThat(fingerprint).as("fingerprint of a list").get().asString().matches("[0-9a-f]{64}");
        } else if (fingerprint.isPresent()) {
            changes.get().join();
            Optional<String> changed = Sources.get(source(), source -> source.fingerprint(selection()));
            assertThat(changed).as("fingerprint after somebody joined").isNotEqualTo(fingerprint);
        }
    }

    /**
     * A filter leaves out whom it should, in counts and pages alike.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void filtersCountsAndPagesAlike() throws Exception {
        if (filtered().isEmpty()) {
            return;
        }
        Sources.use(source(), source -> {
            Walk walk = Walk.of(source, filtered().get(), 5);
            Set<PersonId> some = walk.people();
            assertThat(people().containsAll(some)).as("the filter adds nobody").isTrue();
            assertThat(some.size()).as("people who pass the filter").isBetween(1, people().size() - 1);
            assertThat(source.count(filtered().get()))
                    .as("count")
                    .isBetween(
                            (long) walk.recipients().size(),
                            (long) walk.recipients().size() + walk.rejected().size());
        });
    }

    /**
     * Rows that are no people are reported, without what stands in them.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsRowsThatAreNoPeople() throws Exception {
        Sources.use(source(), source -> {
            List<RejectedRow> rejected = Walk.of(source, selection(), 5).rejected();
            if (rejectedValues().isEmpty()) {
                assertThat(rejected).as("rejected rows").isEmpty();
            } else {
                assertThat(rejected).as("rejected rows").isNotEmpty();
                Wrong.showsNothing("a rejected row", rejected, rejectedValues());
            }
        });
    }
}
