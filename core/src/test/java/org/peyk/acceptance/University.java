package org.peyk.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailProcess;
import org.peyk.MailProcessBuilder;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.Requests;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.JsonPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.directory.Role;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A small university as its portal sees it: people with roles, a list of recipients, the office's policy, and the process on H2. */
final class University implements AutoCloseable {

    static final Locale TURKISH = Locale.forLanguageTag("tr");
    static final UnitId ENGINEERING = UnitId.of("U-ENG");
    static final UnitId RECTORATE = UnitId.of("U-REK");
    static final UnitId WORKS = UnitId.of("U-YAPI");
    static final UnitId CLUB = UnitId.of("KULUP-DAGCILIK");
    static final PersonId LECTURER = PersonId.of("ogretim-uyesi");
    static final PersonId CLERK = PersonId.of("fakulte-sekreteri");
    static final PersonId DEAN = PersonId.of("dekan");
    static final PersonId DEPUTY = PersonId.of("dekan-vekili");
    static final PersonId VICE_RECTOR = PersonId.of("rektor-yardimcisi");
    static final PersonId STUDENT_AFFAIRS = PersonId.of("ogrenci-isleri");
    static final PersonId PERSONNEL = PersonId.of("personel-daire");
    static final PersonId COMMUNICATIONS = PersonId.of("kurumsal-iletisim");
    static final PersonId ON_DUTY = PersonId.of("nobetci");
    static final PersonId SECRETARY_GENERAL = PersonId.of("genel-sekreter");
    static final PersonId ENGINEER = PersonId.of("yapi-isleri");
    static final PersonId REPRESENTATIVE = PersonId.of("iletisim-temsilcisi");
    static final PersonId STUDENT = PersonId.of("kulup-baskani");

    /** The dean is on leave on these days. */
    static final Instant LEAVE_BEGINS = Instant.parse("2026-11-23T00:00:00+03:00");

    static final Instant LEAVE_ENDS = Instant.parse("2026-11-28T00:00:00+03:00");

    final SettableClock clock;
    final MailProcess process;

    private University(Path directory, Instant now, @Nullable ApprovalPolicy policy) {
        clock = new SettableClock(now);
        MailProcessBuilder builder = MailProcess.builder()
                .store(directory.resolve("store"))
                .clock(clock)
                .directory(people())
                .recipientSource(list(directory.resolve("liste.csv")))
                .transport(new RecordingTransport())
                .discoverPlugins(false);
        process = (policy == null ? builder : builder.policy(policy)).build();
    }

    static University at(Path directory, String now) {
        return new University(directory, Instant.parse(now), policy());
    }

    static University withoutPolicy(Path directory, String now) {
        return new University(directory, Instant.parse(now), null);
    }

    private static JsonPolicy policy() {
        try (InputStream in = Objects.requireNonNull(University.class.getResourceAsStream("policy.json"))) {
            return JsonPolicy.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticDirectory people() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        add(b, LECTURER, ENGINEERING);
        add(b, CLERK, ENGINEERING);
        add(b, DEAN, ENGINEERING, new Role("DEAN", ENGINEERING));
        add(b, DEPUTY, ENGINEERING);
        add(b, VICE_RECTOR, RECTORATE, Role.of("VICE_RECTOR"));
        add(b, STUDENT_AFFAIRS, RECTORATE, Role.of("STUDENT_AFFAIRS"));
        add(b, PERSONNEL, RECTORATE, Role.of("PERSONNEL"));
        add(b, COMMUNICATIONS, RECTORATE, Role.of("COMMUNICATIONS_OFFICE"), Role.of("DUTY_OFFICER"));
        add(b, ON_DUTY, RECTORATE, Role.of("DUTY_OFFICER"));
        add(b, SECRETARY_GENERAL, RECTORATE, Role.of("SECRETARY_GENERAL"));
        add(b, ENGINEER, WORKS);
        add(b, REPRESENTATIVE, RECTORATE, new Role("UNIT_REPRESENTATIVE", WORKS));
        add(b, STUDENT, CLUB);
        return b.deputy(DEAN, DEPUTY, LEAVE_BEGINS, LEAVE_ENDS).build();
    }

    private static void add(StaticDirectory.Builder b, PersonId id, UnitId unit, Role... roles) {
        b.person(id, "Kişi " + id.value(), unit, id.value() + "@ornek.edu.tr");
        for (Role role : roles) {
            b.role(id, role);
        }
    }

    private static CsvRecipientSource list(Path file) {
        try {
            Files.writeString(file, """
                    id;mail;grup
                    1;a@ogr.ornek.edu.tr;ogrenci
                    2;b@ogr.ornek.edu.tr;ogrenci
                    3;c@ornek.edu.tr;personel
                    4;d@ornek.edu.tr;akademik
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CsvRecipientSource.of("liste", file);
    }

    Requests requests() {
        return process.requests();
    }

    /** A complete form to some groups. */
    static RequestForm.Builder form(Purpose purpose, String subject, String text, String... groups) {
        Selection[] parts = new Selection[groups.length];
        for (int i = 0; i < groups.length; i++) {
            parts[i] = Selection.of("liste", groups[i]);
        }
        return RequestForm.builder(purpose)
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(TURKISH, subject, text)))
                .audience(Audience.of(parts).expecting(4))
                .sender(new Sender("duyuru@ornek.edu.tr", "Örnek Üniversitesi", null));
    }

    static RequestForm information(String... groups) {
        return form(Purpose.INFORMATION, "Kütüphane saatleri", "Kütüphane 22.00'ye kadar açıktır.", groups)
                .build();
    }

    /** A request that its requester made and handed in. */
    MailRequest submitted(PersonId person, UnitId unit, RequestForm form) {
        MailRequest draft = requests().create(Requester.of(person, unit), form);
        return requests().submit(person, draft.id());
    }

    MailRequest approve(PersonId person, MailRequest request) {
        return requests().approve(person, request.id(), request.digest());
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Override
    public void close() {
        process.close();
    }
}
