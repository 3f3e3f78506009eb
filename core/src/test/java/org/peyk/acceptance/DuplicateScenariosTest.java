package org.peyk.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.CheckedFinding;
import org.peyk.Duplicate;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.ReasonCode;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.check.Severity;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The same announcement asked for twice. */
class DuplicateScenariosTest {

    private static final String SUBJECT = "Uluslararası Yapı Mühendisliği Kongresi";
    private static final String CONGRESS = """
            Üniversitemiz ev sahipliğinde düzenlenecek Uluslararası Yapı Mühendisliği Kongresi için bildiri özetleri
            alınmaya başlanmıştır. Kongrede depreme dayanıklı yapı tasarımı, yapı sağlığının izlenmesi ve sürdürülebilir
            malzemeler konuşulacaktır. Özetler kongre sayfasından gönderilir; değerlendirme iki hakem tarafından
            yapılır. Öğrencilerimiz kayıt ücreti ödemez. Ayrıntılı bilgi için kongre sekretaryasına başvurabilirsiniz.
            """;
    private static final String LIBRARY = """
            Merkez kütüphanemizin sınav dönemindeki çalışma saatleri uzatılmıştır. Okuma salonları hafta içi gece yarısına
            kadar, hafta sonu akşam sekize kadar açık olacaktır. Grup çalışma odaları için yer ayırtmanız gerekir; ayırtılan
            odalar on beş dakika içinde kullanılmazsa başkasına verilir. Ödünç alma bankosu akşam altıda kapanır.
            """;

    @TempDir
    Path directory;

    private University university;

    @BeforeEach
    void open() {
        university = University.at(directory, "2026-11-02T10:00:00+03:00");
    }

    @AfterEach
    void close() {
        university.close();
    }

    private static RequestForm call(String subject, String text) {
        return University.form(Purpose.INFORMATION, subject, text, "personel").build();
    }

    private MailRequest draft(PersonId person, UnitId unit, String text) {
        return university.requests().create(Requester.of(person, unit), call(SUBJECT, text));
    }

    private MailRequest first() {
        return university.submitted(University.LECTURER, University.ENGINEERING, call(SUBJECT, CONGRESS));
    }

    private MailRequest second() {
        return draft(University.ENGINEER, University.WORKS, "Değerli mensuplarımız,\n" + CONGRESS);
    }

    private List<CheckedFinding> flags(MailRequest r) {
        return university.process.preparation().check(r).stream()
                .filter(f -> f.finding().code().equals("DUPLICATE"))
                .toList();
    }

    @Test
    void A6_theSecondRequestIsFlaggedWithALinkToTheFirst() {
        MailRequest first = first();
        university.clock.advance(Duration.ofDays(3));
        MailRequest second = second();

        List<Duplicate> found = university.process.preparation().duplicates(second);
        assertThat(found).singleElement().satisfies(d -> {
            assertThat(d.request()).isEqualTo(first.id());
            assertThat(d.unit()).isEqualTo(University.ENGINEERING);
            assertThat(d.state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(d.similarity()).isBetween(0.8, 0.999);
            assertThat(d.submittedAt()).isEqualTo(first.updatedAt());
        });
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> university.requests().submit(University.ENGINEER, second.id()));
        assertThat(refused.code()).isEqualTo(ErrorCode.JUSTIFICATION_NEEDED);
        CheckedFinding flag = refused.refusal().findings().get(0);
        assertThat(flag.finding().code()).isEqualTo("DUPLICATE");
        assertThat(flag.finding().severity()).isEqualTo(Severity.JUSTIFY);
        assertThat(flag.finding().message().tr())
                .contains("Mükerrer", first.id().value())
                .doesNotContain("Kongre");
        assertThat(flag.finding().message().en()).contains(first.id().value());

        university
                .requests()
                .releaseFinding(
                        University.ENGINEER,
                        second.id(),
                        flag.key(),
                        "Duyuru Yönergesi",
                        "Mezunlara ayrıca duyurulacak.");
        MailRequest submitted = university.requests().submit(University.ENGINEER, second.id());
        assertThat(submitted.findings())
                .as("the office sees it, with the reason")
                .anySatisfy(f -> {
                    assertThat(f.finding().excerpt()).isEqualTo(first.id().value());
                    assertThat(f.release()).isNotNull();
                });
        assertThat(university
                        .process
                        .preparation()
                        .duplicates(university.requests().get(first.id())))
                .as("seen from the first one too")
                .extracting(Duplicate::request)
                .containsExactly(second.id());
    }

    @Test
    void A6_theOfficeMergesThem() {
        MailRequest first = first();
        MailRequest second = second();

        MailRequest merged =
                university.requests().merge(University.COMMUNICATIONS, second.id(), first.id(), "Tek duyuru yeter.");
        assertThat(merged.state()).isEqualTo(RequestState.CANCELLED);
        assertThat(merged.remark()).isEqualTo("MERGED");
        assertThat(merged.note()).isEqualTo("Tek duyuru yeter.");
        assertThat(university.requests().mergedInto(second.id())).contains(first.id());
        assertThat(university.requests().mergedInto(first.id())).isEmpty();
        assertThat(university.requests().get(first.id()).state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(merges(second))
                .singleElement()
                .satisfies(e ->
                        assertThat(e.data()).containsEntry("into", first.id().value()));
        assertThat(merges(first))
                .singleElement()
                .satisfies(e -> assertThat(e.data())
                        .containsEntry("duplicate", second.id().value()));

        assertThat(university.requests().merge(University.COMMUNICATIONS, second.id(), first.id(), "Yine"))
                .as("again")
                .isEqualTo(merged);
        assertThat(merges(first)).hasSize(1);
        assertThat(university.process.audit().verify()).isEmpty();
    }

    private List<ProcessEvent> merges(MailRequest r) {
        return university.process.audit().history(r.id()).stream()
                .filter(e -> e.type() == EventType.MERGED)
                .toList();
    }

    @Test
    void A6_onlyTheOfficeMergesAndOnlyIntoARequestThatIsUnderWay() {
        MailRequest first = first();
        MailRequest second = second();
        University.assertRefused(
                ErrorCode.NOT_PERMITTED,
                () -> university.requests().merge(University.ENGINEER, second.id(), first.id(), "n"));
        university.requests().cancel(University.LECTURER, first.id(), "vazgeçildi");
        University.assertRefused(
                ErrorCode.STATE,
                () -> university.requests().merge(University.COMMUNICATIONS, second.id(), first.id(), "n"));
        assertThat(merges(second)).isEmpty();
        assertThat(university.requests().get(second.id())).isEqualTo(second);
        MailRequest third = university.submitted(University.LECTURER, University.ENGINEERING, call("Saatler", LIBRARY));
        University.assertRefused(
                ErrorCode.STATE,
                () -> university.requests().merge(University.COMMUNICATIONS, first.id(), third.id(), "n"));
        assertThat(merges(third)).as("nothing of it is left").isEmpty();
    }

    @Test
    void A6_aDifferentTextAndAnOldOneAreNotFlagged() {
        first();
        assertThat(flags(draft(University.ENGINEER, University.WORKS, LIBRARY))).isEmpty();
        university.clock.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(flags(second())).as("more than a week later").isEmpty();
    }

    @Test
    void A6_aNewTryAfterOnesOwnRejectedRequestIsNotFlagged() {
        MailRequest first = first();
        assertThat(flags(first)).as("itself").isEmpty();
        university.requests().reject(University.PERSONNEL, first.id(), ReasonCode.OTHER, "Kongre sayfası hazır değil.");
        MailRequest again = draft(University.LECTURER, University.ENGINEERING, CONGRESS);
        assertThat(flags(again)).isEmpty();
        assertThat(university.requests().submit(University.LECTURER, again.id()).state())
                .isEqualTo(RequestState.IN_APPROVAL);
    }

    @Test
    void A6_aRevisedTextIsComparedAsItIsNow() {
        MailRequest first = first();
        MailRequest second = second();
        assertThat(flags(second)).hasSize(1);
        university
                .requests()
                .revise(University.LECTURER, first.id(), first.version(), call("Kütüphane saatleri", LIBRARY));
        assertThat(flags(second)).isEmpty();
        assertThat(flags(draft(University.ENGINEER, University.WORKS, LIBRARY))).hasSize(1);
    }

    @Test
    void A6_lettersCaseAndDotsDoNotHideIt() {
        first();
        String shouting = CONGRESS.toUpperCase(University.TURKISH)
                .replace('İ', 'I')
                .replace('Ş', 'S')
                .replace(".", " - ");
        assertThat(flags(draft(University.ENGINEER, University.WORKS, shouting)))
                .singleElement()
                .satisfies(f -> assertThat(f.finding().message().tr()).contains("%100"));
    }

    @Test
    void A6_aShortNoticeIsNamedAndNotAskedAbout() {
        MailRequest first = university.submitted(
                University.LECTURER, University.ENGINEERING, call("Kar tatili", "Bugün dersler yapılmayacaktır."));
        MailRequest second = university
                .requests()
                .create(
                        Requester.of(University.ENGINEER, University.WORKS),
                        call("Kar tatili", "Bugün dersler yapılmayacaktır."));
        assertThat(flags(second)).singleElement().satisfies(f -> {
            assertThat(f.finding().severity()).isEqualTo(Severity.INFO);
            assertThat(f.finding().excerpt()).isEqualTo(first.id().value());
        });
        assertThat(university
                        .requests()
                        .submit(University.ENGINEER, second.id())
                        .state())
                .isEqualTo(RequestState.IN_APPROVAL);
    }

    @Test
    void A6_anEmergencyIsNamedAndNotKeptWaiting() {
        first();
        MailRequest urgent = university
                .requests()
                .create(
                        Requester.of(University.ENGINEER, University.WORKS),
                        University.form(Purpose.EMERGENCY, SUBJECT, CONGRESS, "personel")
                                .build());
        assertThat(flags(urgent))
                .singleElement()
                .satisfies(f -> assertThat(f.finding().severity()).isEqualTo(Severity.INFO));
    }
}
