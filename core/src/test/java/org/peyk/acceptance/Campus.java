package org.peyk.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.peyk.MailProcess;
import org.peyk.MailProcessBuilder;
import org.peyk.MailRequest;
import org.peyk.ProcessRoles;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
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
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A small university on an embedded store, driven as a portal would, on a Monday morning in November. */
final class Campus implements AutoCloseable {

    static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    static final UnitId ENGINEERING = UnitId.of("U-ENG");
    static final UnitId OFFICE = UnitId.of("U-KIK");
    static final PersonId AYSE = PersonId.of("P-AYSE");
    static final PersonId BORA = PersonId.of("P-BORA");
    static final PersonId DEAN = PersonId.of("P-DEAN");
    static final PersonId REGISTRAR = PersonId.of("P-REGISTRAR");
    static final PersonId SECRETARY = PersonId.of("P-SECRETARY");
    static final PersonId OFFICER = PersonId.of("P-OFFICER");
    static final PersonId GUARDIAN = PersonId.of("P-GUARDIAN");
    static final PersonId STRANGER = PersonId.of("P-STRANGER");

    /** The dean decides first and the registrar after, both reminded after a working day and escalated after two. */
    static final String POLICY = """
            {"format": "peyk-approval-policy-1", "name": "acceptance",
             "rules": [
              {"id": "deans", "when": {"groups": ["akademik"]}, "approvals": [
                {"roles": ["DEAN"], "order": 1, "timing": {"remindAfter": 1, "escalateAfter": 2,
                 "escalateTo": {"roles": ["SECRETARY_GENERAL"]}}},
                {"roles": ["REGISTRAR"], "order": 2}]}]}
            """;

    final SettableClock clock = new SettableClock(at(2026, 11, 23, 10, 0));
    final RecordingTransport transport = new RecordingTransport();
    final MailProcess process;

    Campus(Path directory) {
        this(directory, people(), UnaryOperator.identity());
    }

    /** Over a portal's database, with people of a living list. */
    static Campus over(DataSource database, RecipientSource... lists) {
        return new Campus(people(), b -> {
            for (RecipientSource list : lists) {
                b.recipientSource(list);
            }
            return b.store(database);
        });
    }

    Campus(Path directory, StaticDirectory.Builder people, UnaryOperator<MailProcessBuilder> more) {
        Path list = directory.resolve("akademik.csv");
        try {
            Files.writeString(list, "id,email,group\nA-1,a1@ornek.edu.tr,akademik\nA-2,a2@ornek.edu.tr,akademik\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MailProcessBuilder builder =
                builder(people).store(directory.resolve("store")).recipientSource(CsvRecipientSource.of("list", list));
        this.process = more.apply(builder).build();
        process.start();
    }

    private Campus(StaticDirectory.Builder people, UnaryOperator<MailProcessBuilder> more) {
        this.process = more.apply(builder(people)).build();
        process.start();
    }

    private MailProcessBuilder builder(StaticDirectory.Builder people) {
        return MailProcess.builder()
                .clock(clock)
                .zone(ISTANBUL)
                .node("acceptance")
                .discoverPlugins(false)
                .directory(people.build())
                .policy(JsonPolicy.parse(POLICY))
                .transport(transport)
                .sending(SendingConfig.builder()
                        .connections(1)
                        .pollInterval(Duration.ofMillis(10))
                        .heartbeat(Duration.ofMillis(200))
                        .grace(Duration.ofSeconds(2))
                        .returnPath("donus@ornek.edu.tr")
                        .build());
    }

    static StaticDirectory.Builder people() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        for (PersonId p : new PersonId[] {AYSE, BORA, DEAN, REGISTRAR, STRANGER}) {
            b.person(p, p.value(), ENGINEERING, null);
        }
        for (PersonId p : new PersonId[] {SECRETARY, OFFICER, GUARDIAN}) {
            b.person(p, p.value(), OFFICE, null);
        }
        return b.role(DEAN, Role.of("DEAN"))
                .role(REGISTRAR, Role.of("REGISTRAR"))
                .role(SECRETARY, Role.of("SECRETARY_GENERAL"))
                .role(OFFICER, ProcessRoles.DEFAULT.communications())
                .role(GUARDIAN, ProcessRoles.DEFAULT.dataProtection());
    }

    static Instant at(int year, int month, int day, int hour, int minute) {
        return ZonedDateTime.of(year, month, day, hour, minute, 0, 0, ISTANBUL).toInstant();
    }

    static RequestForm.Builder information() {
        return filled(RequestForm.builder(Purpose.INFORMATION), "Kütüphane 22.00'ye kadar açıktır.");
    }

    /** An invitation to something on the last day of November at two. */
    static RequestForm.Builder invitation() {
        return filled(
                        RequestForm.builder(Purpose.INVITATION),
                        "Sayın üyemiz, 30 Kasım 2026 Pazartesi saat 14.00'te toplantıya bekleriz.")
                .detail(Detail.PLACE, "Konferans Salonu")
                .detail(Detail.HOST, "Mühendislik Fakültesi")
                .detail(Detail.DATE, "2026-11-30")
                .detail(Detail.TIME, "14:00");
    }

    private static RequestForm.Builder filled(RequestForm.Builder b, String text) {
        return b.detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Duyuru", text)))
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(2))
                .sender(new Sender("duyuru@ornek.edu.tr", "Örnek Üniversitesi", null));
    }

    MailRequest create(RequestForm form) {
        return process.requests().create(Requester.of(AYSE, ENGINEERING), form);
    }

    MailRequest submitted(RequestForm form) {
        return process.requests().submit(AYSE, create(form).id());
    }

    MailRequest approve(PersonId who, RequestId id) {
        return process.requests().approve(who, id, get(id).digest());
    }

    MailRequest approved(RequestForm form) {
        RequestId id = submitted(form).id();
        approve(DEAN, id);
        return approve(REGISTRAR, id);
    }

    MailRequest get(RequestId id) {
        return process.requests().get(id);
    }

    void await(RequestId id, RequestState state) {
        until(id + " is " + state, () -> get(id).state() == state);
    }

    /** Looks often, and gives up loudly. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waiting until " + what).isNegative();
            try {
                assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while waiting until " + what, e);
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
