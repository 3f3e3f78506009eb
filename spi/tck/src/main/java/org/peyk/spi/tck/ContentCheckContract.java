package org.peyk.spi.tck;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Plugin;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract of a {@link ContentCheck}. */
public interface ContentCheckContract extends PluginContract {

    /**
     * The check.
     *
     * @return a check, the same or a new one each time
     */
    ContentCheck check();

    /**
     * Forms and what must be found in them.
     *
     * @return the samples, at least one of which is clean and one not
     */
    List<CheckSample> samples();

    /** What checks may do or leave. */
    enum Ability {
        /** Looks into the files of a request. */
        READS_FILES,
        /** Gives a finding of its own for a file that was not or not wholly read. */
        REPORTS_UNREADABLE_FILES
    }

    /**
     * What the check does. The contract checks what is named, and that what is not named is not done.
     *
     * @return the abilities
     */
    Set<Ability> abilities();

    /**
     * The moment of the check.
     *
     * @return a Monday morning, unless overridden
     */
    default Instant now() {
        return Instant.parse("2026-11-23T06:00:00Z");
    }

    /**
     * The zone of the process.
     *
     * @return Istanbul, unless overridden
     */
    default ZoneId zone() {
        return ZoneId.of("Europe/Istanbul");
    }

    /**
     * {@inheritDoc}
     *
     * @return the check
     */
    @Override
    default Plugin plugin() {
        return check();
    }

    /**
     * Nothing is found where nothing is, and everything where something is.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void findsWhatItMustAndNoMore() throws Exception {
        assertThat(samples()).as("samples").anyMatch(s -> s.codes().isEmpty());
        assertThat(samples()).as("samples").anyMatch(s -> !s.codes().isEmpty());
        for (CheckSample sample : samples()) {
            Set<String> found = find(sample).stream().map(Finding::code).collect(Collectors.toSet());
            assertThat(found).as("codes found in: " + sample).isEqualTo(sample.codes());
        }
    }

    /**
     * A finding shows no value that is to be protected.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void masksWhatItFinds() throws Exception {
        for (CheckSample sample : samples()) {
            for (Finding finding : find(sample)) {
                Wrong.showsNothing("a finding in: " + sample, finding, sample.secrets());
                Wrong.showsNothing(
                        "the place of a finding in: " + sample,
                        finding.place().describe(Locale.ENGLISH),
                        sample.secrets());
            }
        }
    }

    /**
     * The same form has the same findings in the same order: again, from several threads, and on a machine set up elsewhere.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    default void findsTheSameAgain() throws Exception {
        for (CheckSample sample : samples()) {
            List<Finding> found = find(sample);
            assertThat(find(sample)).as("findings again in: " + sample).isEqualTo(found);
            ContentCheck check = check();
            List<List<Finding>> others = Crowd.call(patience(), () -> check.check(CheckRun.of(this, sample)));
            assertThat(others).as("findings in several threads in: " + sample).containsOnly(found);
            assertThat(Abroad.call(() -> find(sample)))
                    .as("findings abroad in: " + sample)
                    .containsOnly(found);
        }
    }

    /**
     * A finding points into the part, language or file it names. A file whose name holds personal data is named masked.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void pointsIntoWhatItChecked() throws Exception {
        for (CheckSample sample : samples()) {
            for (Finding finding : find(sample)) {
                assertThat(Pointing.astray(sample.form(), finding.place()))
                        .as("where a finding in " + sample + " points astray")
                        .isEmpty();
            }
        }
    }

    /**
     * Files are looked into, if the check says it does, and otherwise left alone.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void looksIntoFilesAsItSays() throws Exception {
        CheckRun run = CheckRun.of(this, withFile(), Map.of("ek.pdf", readable()));
        run.by(check(), patience());
        if (abilities().contains(Ability.READS_FILES)) {
            assertThat(run.read()).as("files that were read").containsExactly("ek.pdf");
        } else {
            assertThat(run.read())
                    .as("files that were read by a check that says it reads none")
                    .isEmpty();
        }
    }

    /**
     * A file that was not read is a finding, if the check says so, and otherwise left to others.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void reportsUnreadableFilesAsItSays() throws Exception {
        List<Finding> readable =
                CheckRun.of(this, withFile(), Map.of("ek.pdf", readable())).by(check(), patience());
        List<Finding> unreadable = CheckRun.of(this, withFile(), Map.of()).by(check(), patience());
        if (abilities().contains(Ability.REPORTS_UNREADABLE_FILES)) {
            assertThat(unreadable.size())
                    .as("findings when a file is unreadable")
                    .isGreaterThan(readable.size());
            assertThat(unreadable)
                    .as("findings when a file is unreadable")
                    .anyMatch(f -> "ek.pdf".equals(f.place().file()));
        } else {
            assertThat(unreadable.size())
                    .as("findings when a file is unreadable, by a check that says it leaves it to others")
                    .isEqualTo(readable.size());
        }
    }

    /**
     * Any text is checked in a moment: nothing written yet, very long texts, and such as make patterns run wild.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void checksAnyText() throws Exception {
        CheckRun.of(this, RequestForm.builder(Purpose.INFORMATION).build(), Map.of())
                .by(check(), patience());
        for (String text : Pointing.HARD_TEXTS) {
            RequestForm form = form(text);
            List<Finding> found = CheckRun.of(this, form, Map.of()).by(check(), patience());
            for (Finding finding : found) {
                assertThat(Pointing.astray(form, finding.place()))
                        .as("where a finding points astray")
                        .isEmpty();
            }
        }
    }

    /** A null is a mistake of the caller. */
    @Test
    default void refusesMistakesOfTheCaller() {
        ContentCheck check = check();
        Wrong.isProgrammersError("check(null)", () -> check.check(Wrong.nothing()));
    }

    private List<Finding> find(CheckSample sample) throws Exception {
        return CheckRun.of(this, sample).by(check(), patience());
    }

    private RequestForm form(String text) {
        Locale turkish = Locale.forLanguageTag("tr");
        LanguageVersion version = new LanguageVersion(turkish, "Duyuru", "<p>" + text + "</p>", text, text);
        return RequestForm.builder(Purpose.INFORMATION)
                .content(Content.of(version))
                .build();
    }

    private RequestForm withFile() throws IOException {
        RequestForm clean = samples().stream()
                .filter(s -> s.codes().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample is clean"))
                .form();
        List<Attachment> files = new ArrayList<>();
        files.add(Attachment.of("ek.pdf", "application/pdf", ByteSource.of(new byte[] {'%', 'P', 'D', 'F'})));
        return clean.toBuilder().content(clean.content().withAttachments(files)).build();
    }

    private static DocumentReading readable() {
        return new DocumentReading(DocumentInfo.of("application/pdf"), List.of(), List.of(), List.of());
    }
}
