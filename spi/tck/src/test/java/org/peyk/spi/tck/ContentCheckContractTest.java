package org.peyk.spi.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

class ContentCheckContractTest {

    enum Wrongness implements Defect {
        NONE(),
        INFO_CHANGES("saysWhoItIs"),
        FINDS_NOTHING("findsWhatItMustAndNoMore"),
        FINDS_TOO_MUCH("findsWhatItMustAndNoMore"),
        SKIPS_FILES("findsWhatItMustAndNoMore", "looksIntoFilesAsItSays"),
        SHOWS_THE_VALUE("masksWhatItFinds"),
        SHOWS_THE_VALUE_IN_THE_PLACE("masksWhatItFinds"),
        COUNTS_ITS_CALLS("findsTheSameAgain"),
        FOLDS_BY_THE_MACHINES_LANGUAGE("findsTheSameAgain"),
        POINTS_PAST_THE_TEXT("pointsIntoWhatItChecked"),
        POINTS_INTO_ANOTHER_LANGUAGE("pointsIntoWhatItChecked"),
        POINTS_INTO_NO_LANGUAGE("pointsIntoWhatItChecked"),
        POINTS_INTO_AN_UNKNOWN_FILE("pointsIntoWhatItChecked"),
        PASSES_UNREADABLE_FILES("reportsUnreadableFilesAsItSays"),
        RUNS_WILD("checksAnyText"),
        NEEDS_A_TEXT("checksAnyText"),
        TAKES_NULLS("refusesMistakesOfTheCaller");

        private final String caughtBy;

        Wrongness(String... caughtBy) {
            this.caughtBy = String.join(" ", caughtBy);
        }

        @Override
        public String caughtBy() {
            return caughtBy;
        }
    }

    @Nested
    class ACheck extends Secret {
        ACheck() {
            super(Wrongness.NONE);
        }
    }

    /** Looks at the text alone. */
    @Nested
    class ACheckOfTheTextAlone extends Secret {
        ACheckOfTheTextAlone() {
            super(Wrongness.SKIPS_FILES);
        }

        @Override
        public Set<Ability> abilities() {
            return Set.of();
        }

        @Override
        public List<CheckSample> samples() {
            return super.samples().subList(0, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(Wrongness defect, String check) throws Exception {
        ContractRun.fails(new Secret(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(Wrongness.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(ContentCheckContract.class, Defect.allChecks(Wrongness.values()));
    }

    @ParameterizedTest
    @MethodSource("modestChecks")
    void findsAnAbilityThatWasNotDeclared(String check) throws Exception {
        Secret modest = new Secret(Wrongness.NONE) {
            @Override
            public Set<Ability> abilities() {
                return EnumSet.noneOf(Ability.class);
            }
        };
        ContractRun.fails(modest, check);
    }

    static Stream<String> modestChecks() {
        return Stream.of("looksIntoFilesAsItSays", "reportsUnreadableFilesAsItSays");
    }

    private static final String VALUE = "GIZLI-4711";

    static class Secret implements ContentCheckContract {
        private final Wrongness defect;
        private final ContentCheck check;

        Secret(Wrongness defect) {
            this.defect = defect;
            this.check = new SecretCheck(defect);
        }

        @Override
        public ContentCheck check() {
            return check;
        }

        @Override
        public Set<Ability> abilities() {
            return EnumSet.allOf(Ability.class);
        }

        @Override
        public List<CheckSample> samples() {
            DocumentReading reading = new DocumentReading(
                    DocumentInfo.of("text/plain"),
                    List.of(),
                    List.of(Segment.of("liste " + VALUE, Place.inFile("liste.txt", List.of("satır 1"), false))),
                    List.of());
            return List.of(
                    CheckSample.clean("a clean mail", form("Bahar şenliği", "Spring festival")),
                    CheckSample.dirty(
                            "a secret in the English text",
                            form("Bahar şenliği", "code " + VALUE),
                            Set.of("SECRET"),
                            VALUE),
                    CheckSample.dirty("a secret in a file", withFile(), Set.of("SECRET"), VALUE)
                            .reading("liste.txt", reading));
        }

        private static RequestForm form(String turkish, String english) {
            return RequestForm.builder(Purpose.INFORMATION)
                    .content(new Content(
                            List.of(
                                    LanguageVersion.plain(Locale.forLanguageTag("tr"), "Duyuru", turkish),
                                    LanguageVersion.plain(Locale.ENGLISH, "News", english)),
                            List.of(),
                            null))
                    .build();
        }

        private static RequestForm withFile() {
            try {
                RequestForm form = form("Ekte", "Attached");
                Attachment file = Attachment.of("liste.txt", "text/plain", ByteSource.of(new byte[] {1}));
                return form.toBuilder()
                        .content(form.content().withAttachments(List.of(file)))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(defect == Wrongness.RUNS_WILD ? 1 : 10);
        }
    }

    /** Finds one word, in texts and files. */
    private static final class SecretCheck implements ContentCheck {
        private static final LocalizedText FOUND = LocalizedText.of("Gizli değer.", "A secret value.");

        private final Wrongness defect;
        private final AtomicInteger calls = new AtomicInteger();

        SecretCheck(Wrongness defect) {
            this.defect = defect;
        }

        private boolean is(Wrongness other) {
            return defect == other;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo("secret", is(Wrongness.INFO_CHANGES) ? "" + System.nanoTime() : "1");
        }

        @Override
        public List<Finding> check(CheckContext context) {
            if (context == null && is(Wrongness.TAKES_NULLS)) {
                return List.of();
            }
            List<Finding> found = new ArrayList<>();
            Content content = context.request().form().content();
            if (content.versions().isEmpty() && is(Wrongness.NEEDS_A_TEXT)) {
                throw new IllegalStateException("no text");
            }
            for (LanguageVersion version : content.versions()) {
                text(found, version);
            }
            if (!is(Wrongness.SKIPS_FILES)) {
                for (Attachment file : content.attachments()) {
                    file(found, file, context.read(file));
                }
            }
            if (is(Wrongness.FINDS_TOO_MUCH)) {
                found.add(finding("NOTHING", Place.in(Place.Part.DETAIL, -1, -1), ""));
            }
            return found;
        }

        private void text(List<Finding> found, LanguageVersion version) {
            String text = version.text();
            while (is(Wrongness.RUNS_WILD) && text.length() > 1000) {
                Thread.onSpinWait();
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            int start = is(Wrongness.FOLDS_BY_THE_MACHINES_LANGUAGE)
                    ? text.toLowerCase(Locale.getDefault()).indexOf("gizli-4711")
                    : text.indexOf(VALUE);
            if (start < 0 || is(Wrongness.FINDS_NOTHING)) {
                return;
            }
            String language = is(Wrongness.POINTS_INTO_ANOTHER_LANGUAGE)
                    ? "de"
                    : version.language().toLanguageTag();
            int end = is(Wrongness.POINTS_PAST_THE_TEXT) ? text.length() + 1 : start + VALUE.length();
            Place place = new Place(
                    Place.Part.TEXT,
                    is(Wrongness.POINTS_INTO_NO_LANGUAGE) ? null : language,
                    null,
                    List.of(),
                    start,
                    end,
                    false);
            found.add(finding("SECRET", place, is(Wrongness.SHOWS_THE_VALUE) ? VALUE : "G********1"));
        }

        private void file(List<Finding> found, Attachment file, DocumentReading reading) {
            if (!reading.complete() && !is(Wrongness.PASSES_UNREADABLE_FILES)) {
                found.add(finding("UNREADABLE", Place.inFile(file.fileName(), List.of(), false), ""));
            }
            for (Segment segment : reading.segments()) {
                if (segment.text().contains(VALUE)) {
                    String name = is(Wrongness.POINTS_INTO_AN_UNKNOWN_FILE) ? "baska.txt" : file.fileName();
                    String way = is(Wrongness.SHOWS_THE_VALUE_IN_THE_PLACE) ? VALUE : "satır 1";
                    found.add(finding("SECRET", Place.inFile(name, List.of(way), false), "G********1"));
                }
            }
        }

        private Finding finding(String code, Place place, String excerpt) {
            String rule = is(Wrongness.COUNTS_ITS_CALLS) ? "rule " + calls.incrementAndGet() : "rule";
            return new Finding(code, Severity.BLOCK, place, excerpt, 1, FOUND, FOUND, rule, null);
        }
    }
}
