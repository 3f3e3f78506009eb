package org.peyk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The officer sees what changed rules would have done to past requests before they are put in force. */
class CheckTrialsTest {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private MailProcess process;

    /** Finds a word; what it asks for is its rule. */
    private record WordCheck(String word, Severity severity) implements ContentCheck {
        @Override
        public PluginInfo info() {
            return new PluginInfo("kvkk", "1");
        }

        @Override
        public List<Finding> check(CheckContext context) {
            List<Finding> findings = new ArrayList<>();
            for (LanguageVersion v : context.request().form().content().versions()) {
                if (word.isEmpty()) {
                    throw new IllegalStateException(v.text());
                }
                int at = v.text().indexOf(word);
                if (at >= 0) {
                    findings.add(new Finding(
                            "KVKK-WORD",
                            severity,
                            Place.in(Place.Part.TEXT, at, at + word.length()),
                            "***",
                            1,
                            LocalizedText.of("Bulundu", "Found"),
                            LocalizedText.of("Bakın", "Look"),
                            "word",
                            null));
                }
            }
            return findings;
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.writeString(directory.resolve("list.csv"), "id;mail;grup\n11;a@ornek.edu.tr;akademik\n");
        StaticDirectory people = PortalProcess.people()
                .role(Samples.STRANGER, ProcessRoles.DEFAULT.dataProtection())
                .build();
        process = MailProcess.builder()
                .store(directory.resolve("store"))
                .clock(clock)
                .discoverPlugins(false)
                .directory(people)
                .policy(context -> Samples.plan(Samples.step("dean", 1, 1, Samples.DEAN)))
                .contentCheck(new WordCheck("telefon", Severity.JUSTIFY))
                .recipientSource(CsvRecipientSource.of("list", directory.resolve("list.csv")))
                .transport(new RecordingTransport())
                .build();
    }

    @AfterEach
    void close() {
        process.close();
    }

    private RequestId draft(String text) {
        RequestForm form = Samples.form(text).toBuilder()
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(1))
                .build();
        return process.requests()
                .create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form)
                .id();
    }

    private RequestId submitted(String text) {
        RequestId id = draft(text);
        try {
            process.requests().submit(Samples.REQUESTER, id);
        } catch (RefusedException e) {
            e.refusal()
                    .findings()
                    .forEach(f -> process.requests()
                            .releaseFinding(Samples.REQUESTER, id, f.key(), "m. 5/2-f", "Birim telefonu"));
            process.requests().submit(Samples.REQUESTER, id);
        }
        return id;
    }

    private CheckTrialPage trial(ContentCheck candidate, @Nullable RequestId after, int limit) {
        return process.checkTrials().page(Samples.STRANGER, candidate, Instant.EPOCH, after, limit);
    }

    @Test
    void requestsOfWhichTheCandidateSaysSomethingElseAreShown() {
        RequestId phone = submitted("Kütüphane telefon hattı açıldı.");
        RequestId room = submitted("Kütüphane salon düzeni yenilendi, herkes davetlidir.");
        submitted("Bahar şenliği programı yayımlandı.");
        draft("Bu taslakta telefon var ama sunulmadı.");

        CheckTrialPage stricter = trial(new WordCheck("telefon", Severity.BLOCK), null, 100);
        assertThat(stricter.looked()).isEqualTo(3);
        assertThat(stricter.next()).isNull();
        assertThat(stricter.trials()).singleElement().satisfies(t -> {
            assertThat(t.request()).isEqualTo(phone);
            assertThat(t.before()).isEqualTo(Severity.JUSTIFY);
            assertThat(t.after()).isEqualTo(Severity.BLOCK);
            assertThat(t.verdictDiffers()).isTrue();
            assertThat(t.gained()).extracting(Finding::code).containsExactly("KVKK-WORD");
            assertThat(t.lost()).extracting(Finding::severity).containsExactly(Severity.JUSTIFY);
        });
        CheckTrialPage other = trial(new WordCheck("salon", Severity.JUSTIFY), null, 100);
        assertThat(other.trials()).extracting(CheckTrial::request).containsExactlyInAnyOrder(phone, room);
        assertThat(other.differing()).isEqualTo(2);
        CheckTrialPage milder = trial(new WordCheck("salon", Severity.INFO), null, 100);
        assertThat(milder.trials()).hasSize(2);
        assertThat(milder.differing())
                .as("what is only shown changes no verdict")
                .isEqualTo(1);
        assertThat(trial(new WordCheck("telefon", Severity.JUSTIFY), null, 100).trials())
                .isEmpty();
    }

    @Test
    void nothingIsChangedAndPagesFollowEachOther() {
        List<RequestId> ids = List.of(
                submitted("Birinci duyuru: telefon hattı."),
                submitted("Yüzme kursu kayıtları için telefon edin."),
                submitted("Tiyatro bileti telefon ile alınır."));
        List<MailRequest> before = ids.stream().map(process.requests()::get).toList();
        List<RequestId> seen = new ArrayList<>();
        RequestId after = null;
        do {
            CheckTrialPage page = trial(new WordCheck("telefon", Severity.BLOCK), after, 1);
            page.trials().forEach(t -> seen.add(t.request()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids.stream().map(process.requests()::get).toList()).isEqualTo(before);
        assertThat(process.checkTrials()
                        .page(
                                Samples.STRANGER,
                                new WordCheck("x", Severity.INFO),
                                clock.instant().plusSeconds(1),
                                null,
                                9)
                        .looked())
                .isZero();
    }

    @Test
    void onlyTheDataProtectionOfficerMayAsk() {
        assertThatThrownBy(() -> process.checkTrials()
                        .page(Samples.DEAN, new WordCheck("x", Severity.INFO), Instant.EPOCH, null, 10))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));
        assertThatThrownBy(() -> trial(new WordCheck("x", Severity.INFO), null, 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCandidateThatFailsIsSaidToFail() {
        submitted("Sıradan bir duyuru.");
        assertThat(trial(new WordCheck("", Severity.INFO), null, 10).trials())
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.failed()).isTrue();
                    assertThat(t.verdictDiffers()).isTrue();
                    assertThat(t.toString()).doesNotContain("duyuru");
                });
    }

    @Test
    void E14_aFalseAlarmIsMarkedByTheOfficerAloneAndStaysOnRecord() {
        RequestId id = draft("Etkinlik kodu telefon-2026 ile kayıt olun.");
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> process.requests().submit(Samples.REQUESTER, id));
        String key = refused.refusal().findings().get(0).key();
        assertThatThrownBy(() -> process.requests().markFalseAlarm(Samples.REQUESTER, id, key, "değil"))
                .isInstanceOf(PeykException.class);
        process.requests().markFalseAlarm(Samples.STRANGER, id, key, "Etkinliğin adı, telefon değil");
        MailRequest r = process.requests().submit(Samples.REQUESTER, id);
        assertThat(r.findings()).singleElement().satisfies(f -> {
            assertThat(f.open()).isFalse();
            assertThat(f.release())
                    .isNotNull()
                    .satisfies(x -> assertThat(x.falseAlarm()).isTrue());
        });
        assertThat(process.audit().dossier(id).releases()).singleElement().satisfies(x -> {
            assertThat(x.by()).isEqualTo(Samples.STRANGER);
            assertThat(x.at()).isEqualTo(clock.instant());
            assertThat(x.legalBasis()).contains("Yanlış alarm");
            assertThat(x.reason()).isEqualTo("Etkinliğin adı, telefon değil");
        });
        assertThat(trial(new WordCheck("telefon", Severity.JUSTIFY), null, 10).trials())
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.falseAlarms()).hasSize(1);
                    assertThat(t.verdictDiffers()).isFalse();
                });
    }
}
