package org.peyk.internal.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.AudienceSize;
import org.peyk.ConfigurationException;
import org.peyk.spi.Audience;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourcesTest {

    /** People in memory, by group. */
    private static class Memory implements RecipientSource {
        private final String name;
        private final Map<String, List<String>> groups = new LinkedHashMap<>();
        private int rejected;

        Memory(String name) {
            this.name = name;
        }

        Memory group(String code, List<String> people) {
            groups.put(code, people);
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<AudienceGroup> groups() {
            return List.of();
        }

        @Override
        public long count(Selection selection) {
            return groups.getOrDefault(selection.group(), List.of()).size();
        }

        @Override
        public RecipientPage page(Selection selection, @Nullable String after, int limit)
                throws RecipientSourceException, InterruptedException {
            List<String> people = groups.getOrDefault(selection.group(), List.of());
            int from = after == null ? 0 : Integer.parseInt(after);
            int to = Math.min(people.size(), from + limit);
            List<Recipient> page = people.subList(from, to).stream()
                    .map(p -> Recipient.ofMail(PersonId.of(p), p + "@ornek.edu.tr"))
                    .toList();
            List<RejectedRow> rows = new ArrayList<>();
            for (int i = 0; from == 0 && i < rejected; i++) {
                rows.add(new RejectedRow("line " + i, "ROW", LocalizedText.of("Bozuk.", "Bad.")));
            }
            return new RecipientPage(page, rows, to < people.size() ? String.valueOf(to) : null);
        }
    }

    private static List<String> people(int from, int to) {
        List<String> people = new ArrayList<>();
        for (int i = from; i < to; i++) {
            people.add("K-" + i);
        }
        return people;
    }

    private static Audience audience(List<Selection> include, List<Selection> exclude) {
        return new Audience(include, exclude, OptionalLong.empty(), null);
    }

    @Test
    void A29_aPersonInTwoGroupsCountsOnce() throws Exception {
        Memory list = new Memory("list").group("doktora", people(0, 2_500)).group("arastirma", people(2_400, 3_000));
        Memory staff = new Memory("staff").group("idari", people(2_990, 3_010));
        list.rejected = 3;
        Sources sources = new Sources(List.of(list, staff));
        AudienceSize size = sources.size(audience(
                List.of(
                        Selection.of("list", "doktora"),
                        Selection.of("list", "arastirma"),
                        Selection.of("staff", "idari")),
                List.of()));
        assertThat(size).isEqualTo(new AudienceSize(3_010, 110, 0, 6));
    }

    @Test
    void theExcludedAreLeftOutInWhateverGroupTheyAre() throws Exception {
        Memory list = new Memory("list")
                .group("a", people(0, 100))
                .group("b", people(50, 150))
                .group("vefat", List.of("K-60", "K-140", "K-999"));
        AudienceSize size = new Sources(List.of(list))
                .size(audience(
                        List.of(Selection.of("list", "a"), Selection.of("list", "b")),
                        List.of(Selection.of("list", "vefat"))));
        assertThat(size).isEqualTo(new AudienceSize(148, 49, 2, 0));
    }

    @Test
    void nobodyIsNobody() throws Exception {
        assertThat(new Sources(List.of()).size(Audience.NOBODY)).isEqualTo(new AudienceSize(0, 0, 0, 0));
    }

    @Test
    void theSetOfPersonsCountsLikeAnOrdinarySet() {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("SourcesTest seed " + seed);
        Random random = new Random(seed);
        PersonSet set = new PersonSet();
        Set<String> truth = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            String id = "P" + random.nextInt(20_000);
            assertThat(set.add(PersonId.of(id))).as("seed %d", seed).isEqualTo(truth.add(id));
        }
        assertThat(set.size()).as("seed %d", seed).isEqualTo(truth.size());
        for (int i = 0; i < 20_000; i++) {
            assertThat(set.contains(PersonId.of("P" + i))).as("seed %d", seed).isEqualTo(truth.contains("P" + i));
        }
    }

    @Test
    void anUnknownSourceIsNamed() {
        Sources sources = new Sources(List.of(new Memory("list")));
        assertThatThrownBy(() -> sources.size(Audience.of(Selection.of("yok", "a"))))
                .isInstanceOfSatisfying(RecipientSourceException.class, e -> {
                    assertThat(e.code()).isEqualTo("SOURCE-UNKNOWN");
                    assertThat(e.text().tr()).contains("yok");
                });
    }

    @Test
    void twoSourcesMayNotShareAName() {
        assertThatThrownBy(() -> new Sources(List.of(new Memory("list"), new Memory("list"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("list");
    }

    @Test
    void aSourceThatFailsOrStandsStillIsOneKindOfFailure() {
        Memory failing = new Memory("failing") {
            @Override
            public RecipientPage page(Selection selection, @Nullable String after, int limit) {
                throw new IllegalStateException("a@ornek.edu.tr");
            }

            @Override
            public Optional<String> fingerprint(Selection selection) {
                throw new IllegalStateException("a@ornek.edu.tr");
            }
        };
        Memory still = new Memory("still") {
            @Override
            public RecipientPage page(Selection selection, @Nullable String after, int limit) {
                return new RecipientPage(List.of(), List.of(), "same");
            }
        };
        Sources sources = new Sources(List.of(failing, still));
        for (Selection s : List.of(Selection.of("failing", "a"), Selection.of("still", "a"))) {
            assertThatThrownBy(() -> sources.size(Audience.of(s)))
                    .isInstanceOfSatisfying(RecipientSourceException.class, e -> {
                        assertThat(e.code()).isEqualTo("SOURCE-FAILED");
                        assertThat(e.text().tr()).contains(s.source()).doesNotContain("@");
                    });
        }
        assertThatThrownBy(() -> sources.fingerprints(Audience.of(Selection.of("failing", "a"))))
                .isInstanceOf(RecipientSourceException.class);
    }

    @Test
    void fingerprintsAreThoseOfFixedLists() throws Exception {
        Memory fixed = new Memory("fixed") {
            @Override
            public Optional<String> fingerprint(Selection selection) {
                return Optional.of("digest of " + selection.group());
            }
        };
        Sources sources = new Sources(List.of(fixed, new Memory("live")));
        Selection a = Selection.of("fixed", "a");
        Selection out = Selection.of("fixed", "out");
        assertThat(sources.fingerprints(audience(List.of(a, Selection.of("live", "b")), List.of(out))))
                .isEqualTo(Map.of(a, "digest of a", out, "digest of out"));
    }

    @Test
    void aCountCanBeInterrupted() {
        Sources sources = new Sources(List.of(new Memory("list").group("a", people(0, 10))));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sources.size(Audience.of(Selection.of("list", "a"))))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
