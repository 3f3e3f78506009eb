package org.peyk;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.audit.AuditVerifier;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.reply.ReplyDesk;
import org.peyk.internal.reply.ReplyForwarder;
import org.peyk.internal.reply.ReplyIntake;
import org.peyk.internal.reply.ReplySettings;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.Store;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What comes back, on either engine. */
abstract class RepliesContract {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final PersonId CLERK = PersonId.of("P-20");
    private static final PersonId NEIGHBOUR = PersonId.of("P-21");
    private static final PersonId LEFT = PersonId.of("P-22");
    private static final StaticDirectory PEOPLE = StaticDirectory.builder()
            .person(CLERK, "Görevli", UnitId.of("U-SKS"), null)
            .person(NEIGHBOUR, "Komşu birimden", Samples.FACULTY, null)
            .person(Samples.REGISTRAR, "Kurumsal İletişim", Samples.FACULTY, null)
            .role(Samples.REGISTRAR, ProcessRoles.DEFAULT.communications())
            .build();

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final ListMailbox mailbox = new ListMailbox("duyuru");
    private Store store;
    private Histories histories;
    private Replies replies;
    private Audit audit;
    private int number;

    abstract Store open(Path dir);

    @BeforeEach
    void begin() {
        store = open(directory);
        histories = new Histories(store, clock);
        replies = room(histories, null);
        audit = Samples.audit(store, clock);
    }

    @AfterEach
    void end() {
        assertThat(new AuditVerifier(store).verify(null)).isEmpty();
        store.close();
    }

    private Replies room(Histories h, @Nullable ReplyForwarder forwarder) {
        return room(h, forwarder, new ReplySettings(ISTANBUL, 3, 10));
    }

    private Replies room(Histories h, @Nullable ReplyForwarder forwarder, ReplySettings settings) {
        return new Replies(
                new ReplyIntake(store, h.commands(), clock, settings, List.of(mailbox), forwarder),
                new ReplyDesk(store, h.commands(), clock, List.of(mailbox)),
                new Permissions(PEOPLE, ProcessRoles.DEFAULT, clock));
    }

    private IncomingMail mail(IncomingKind kind, @Nullable String reference, DeliveryReport... reports) {
        return mailTo(List.of(), kind, reference, reports);
    }

    private IncomingMail mailTo(
            List<String> recipients, IncomingKind kind, @Nullable String reference, DeliveryReport... reports) {
        number++;
        IncomingMail mail = new IncomingMail(
                new MailKey("0/" + (number - 1)),
                String.format(Locale.ROOT, "%064x", number),
                Samples.NOON,
                kind,
                reference == null ? List.of("<baska@ornek.org>") : List.of("<baska@ornek.org>", reference),
                recipients,
                kind == IncomingKind.HUMAN_REPLY ? "ali@ogr.ornek.edu.tr" : null,
                List.of(reports));
        mailbox.receive(mail);
        return mail;
    }

    private static DeliveryReport dead(@Nullable String address) {
        return new DeliveryReport(DeliveryReport.Action.FAILED, new EnhancedStatusCode(5, 1, 1), address, true);
    }

    private List<EventType> events(RequestId id) {
        return audit.history(id).stream().map(ProcessEvent::type).toList();
    }

    @Test
    void A32_automaticRepliesAreCountedApartAndNeverForwarded() {
        RequestId id = histories.sending("R-1");
        List<Long> forwarded = new ArrayList<>();
        Replies room = room(histories, (k, in, attempt) -> forwarded.add(k.id()));
        for (int i = 0; i < 60; i++) {
            histories.delivery(id, "S-" + i, "s" + i + "@ogr.ornek.edu.tr", "<m" + i + "@ornek.edu.tr>", "SENT");
            mail(i % 5 == 0 ? IncomingKind.HUMAN_REPLY : IncomingKind.AUTO_REPLY, "<m" + i + "@ornek.edu.tr>");
        }
        int before = audit.history(id).size();

        MailboxPoll poll = room.poll();

        assertThat(poll.mails())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(IncomingKind.HUMAN_REPLY, 12L, IncomingKind.AUTO_REPLY, 48L));
        assertThat(poll.total()).isEqualTo(60);
        assertThat(room.counts(id))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(IncomingKind.HUMAN_REPLY, 12L, IncomingKind.AUTO_REPLY, 48L));
        assertThat(room.cases(null, true, 0, 100)).hasSize(12);
        assertThat(forwarded).hasSize(12);
        assertThat(audit.history(id)).hasSize(before + 24);
        assertThat(room.poll().total()).isZero();
        assertThat(forwarded).hasSize(12);
    }

    @Test
    void A33_aDayOffOfTheUniversitysOwnCalendarPutsTheDueDateOff() throws Exception {
        WorkingCalendar own = WorkingCalendar.parse("""
                {"format": "peyk-working-calendar-1", "name": "n", "source": "s", "weekend": ["SATURDAY", "SUNDAY"],
                 "closing": "17:00", "halfDayClosing": "13:00", "years": [{"year": 2026, "days": [
                   {"day": "2026-11-26", "name": {"tr": "İdari izin", "en": "Granted day"}},
                   {"day": "2026-11-30", "half": true, "name": {"tr": "Yarım gün", "en": "Half day"}}]}]}
                """);
        RequestId id = histories.draft("R-1", Samples.form());
        histories.delivery(id, "S-1", "ali@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        Replies room = room(histories, null, new ReplySettings(ISTANBUL, 3, 10, own));
        room.poll();
        assertThat(room.cases(null, true, 0, 10))
                .extracting(ReplyCase::dueAt)
                .containsExactly(Instant.parse("2026-11-30T10:00:00Z"));
    }

    @Test
    void A33_aQuestionBecomesACaseOfTheUnitWithADueDate() throws Exception {
        RequestId id = histories.draft(
                "R-1", Samples.form().toBuilder().replyUnit(UnitId.of("U-SKS")).build());
        histories.delivery(id, "S-1", "ali@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        clock.advance(Duration.ofMinutes(5));
        replies.poll();

        ReplyCase open = replies.cases(UnitId.of("U-SKS"), true, 0, 10).get(0);
        assertThat(open.request()).isEqualTo(id);
        assertThat(open.open()).isTrue();
        // 24 November 2026 is a Tuesday
        assertThat(open.dueAt()).isEqualTo(Instant.parse("2026-11-27T14:00:00Z"));
        assertThat(open.overdue(Instant.parse("2026-11-27T14:00:00Z"))).isFalse();
        assertThat(open.overdue(Instant.parse("2026-11-27T14:00:01Z"))).isTrue();
        assertThat(open.openedAt()).isEqualTo(clock.instant());
        assertThat(replies.cases(Samples.FACULTY, true, 0, 10)).isEmpty();
        try (InputStream in = replies.open(open.id())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("mail 0000");
        }
        assertThat(audit.history(id)).last().satisfies(e -> {
            assertThat(e.type()).isEqualTo(EventType.REPLY_ROUTED);
            assertThat(e.data()).containsEntry("unit", "U-SKS").containsEntry("due", "2026-11-27T14:00:00Z");
        });

        for (PersonId other : List.of(NEIGHBOUR, LEFT)) {
            assertThatThrownBy(() -> replies.close(other, open.id(), ReplyCase.Outcome.ANSWERED))
                    .isInstanceOfSatisfying(PeykException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED);
                        assertThat(e.text().tr()).contains("birimin çalışanları");
                    });
        }
        assertThat(replies.cases(null, true, 0, 10)).as("still open").hasSize(1);

        ReplyCase closed = replies.close(CLERK, open.id(), ReplyCase.Outcome.ANSWERED);
        assertThat(closed.closing())
                .isEqualTo(new ReplyCase.Closing(ReplyCase.Outcome.ANSWERED, CLERK, clock.instant()));
        assertThat(closed.overdue(Instant.MAX)).isFalse();
        assertThat(replies.cases(null, true, 0, 10)).isEmpty();
        assertThat(replies.cases(null, false, 0, 10)).containsExactly(closed);
        assertThat(audit.history(id)).last().satisfies(e -> {
            assertThat(e.type()).isEqualTo(EventType.REPLY_CLOSED);
            assertThat(e.actor()).isEqualTo(CLERK);
            assertThat(e.data()).containsEntry("outcome", "ANSWERED");
        });
        assertThatThrownBy(() -> replies.close(CLERK, open.id(), ReplyCase.Outcome.FORWARDED))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CASE_CLOSED));
        assertThatThrownBy(() -> replies.close(CLERK, 4711, ReplyCase.Outcome.FORWARDED))
                .isInstanceOf(PeykException.class);
        assertThat(events(id)).filteredOn(t -> t == EventType.REPLY_CLOSED).hasSize(1);
    }

    @Test
    void theCommunicationsOfficeMayCloseEveryCase() {
        RequestId id = histories.draft("R-1");
        histories.delivery(id, "S-1", "ali@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        replies.poll();
        long open = replies.cases(null, true, 0, 10).get(0).id();
        assertThat(replies.close(Samples.REGISTRAR, open, ReplyCase.Outcome.ANSWERED)
                        .open())
                .isFalse();
    }

    @Test
    void withoutAReplyUnitTheRequestersUnitAnswers() {
        RequestId id = histories.draft("R-1");
        histories.delivery(id, "S-1", "ali@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        replies.poll();
        assertThat(replies.cases(Samples.FACULTY, true, 0, 10)).hasSize(1);
    }

    @Test
    void casesAreGivenPageByPageTheMostUrgentFirst() {
        RequestId id = histories.draft("R-1");
        for (int i = 0; i < 25; i++) {
            histories.delivery(id, "S-" + i, "s" + i + "@ogr.ornek.edu.tr", "<m" + i + "@ornek.edu.tr>", "SENT");
            mail(IncomingKind.HUMAN_REPLY, "<m" + i + "@ornek.edu.tr>");
        }
        replies.poll();
        histories.sql("update peyk_reply_case set due_at = timestamp with time zone '2026-11-20 10:00:00+00'"
                + " where reply_id = (select max(reply_id) from peyk_reply_case)");
        List<ReplyCase> all = replies.cases(null, true, 0, 100);
        assertThat(all).hasSize(25);
        assertThat(all.get(0).id())
                .isEqualTo(all.stream().mapToLong(ReplyCase::id).max().orElseThrow());
        List<ReplyCase> paged = new ArrayList<>();
        long after = 0;
        for (List<ReplyCase> page = replies.cases(null, true, after, 7); !page.isEmpty(); ) {
            paged.addAll(page);
            after = page.get(page.size() - 1).id();
            page = replies.cases(null, true, after, 7);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aBounceIsEvidenceOnTheRowAndTheRowStaysSent() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "ali@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.BOUNCE, "<m1@ornek.edu.tr>", dead("rfc822; Ali@OGR.ornek.edu.tr"));
        replies.poll();
        assertThat(histories.one("select state from peyk_delivery")).isEqualTo("SENT");
        assertThat(histories.one("select bounce_status from peyk_delivery")).isEqualTo("5.1.1");
        assertThat(histories.one("select count(bounced_at) from peyk_delivery")).isEqualTo("1");
        assertThat(replies.cases(null, true, 0, 10)).isEmpty();
        assertThat(replies.counts(id)).containsEntry(IncomingKind.BOUNCE, 1L);
    }

    @Test
    void anAddressIsSuppressedAtTheSecondMessageThatFindsItDead() {
        RequestId first = histories.sending("R-1");
        RequestId second = histories.sending("R-2");
        histories.delivery(first, "S-1", "ali@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        histories.delivery(second, "S-1", "ali@ogr.ornek.edu.tr", "<m2@ornek.edu.tr>", "SENT");
        mail(IncomingKind.BOUNCE, "<m1@ornek.edu.tr>", dead("ali@ogr.ornek.edu.tr"));
        mail(IncomingKind.BOUNCE, "<m1@ornek.edu.tr>", dead("ali@ogr.ornek.edu.tr"));
        replies.poll();
        assertThat(sightings("ali@ogr.ornek.edu.tr"))
                .as("two reports of one message are one sighting")
                .isEqualTo("1");
        mail(IncomingKind.BOUNCE, "<m2@ornek.edu.tr>", dead("ali@ogr.ornek.edu.tr"));
        replies.poll();
        assertThat(sightings("ali@ogr.ornek.edu.tr")).isEqualTo("2");
    }

    @Test
    void onlyADeadAddressCountsAndOnlyWhenTheReportNamesIt() {
        RequestId id = histories.sending("R-1");
        for (int i = 1; i <= 5; i++) {
            histories.delivery(id, "S-" + i, "s" + i + "@ogr.ornek.edu.tr", "<m" + i + "@ornek.edu.tr>", "SENT");
        }
        // full mailbox, late, words only, no address named
        mail(
                IncomingKind.BOUNCE,
                "<m1@ornek.edu.tr>",
                new DeliveryReport(
                        DeliveryReport.Action.FAILED, new EnhancedStatusCode(5, 2, 2), "s1@ogr.ornek.edu.tr", false));
        mail(
                IncomingKind.DELAY_NOTICE,
                "<m2@ornek.edu.tr>",
                new DeliveryReport(
                        DeliveryReport.Action.DELAYED, new EnhancedStatusCode(4, 4, 1), "s2@ogr.ornek.edu.tr", true));
        mail(IncomingKind.BOUNCE, "<m3@ornek.edu.tr>");
        mail(IncomingKind.BOUNCE, "<m4@ornek.edu.tr>", dead(null));
        mail(
                IncomingKind.DELIVERY_NOTICE,
                "<m5@ornek.edu.tr>",
                new DeliveryReport(
                        DeliveryReport.Action.DELIVERED,
                        new EnhancedStatusCode(2, 0, 0),
                        "s5@ogr.ornek.edu.tr",
                        false));
        replies.poll();
        assertThat(histories.one("select count(*) from peyk_suppression")).isEqualTo("0");
        assertThat(histories.one("select count(bounced_at) from peyk_delivery")).isEqualTo("3");
        assertThat(replies.counts(id))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        IncomingKind.BOUNCE, 3L, IncomingKind.DELAY_NOTICE, 1L, IncomingKind.DELIVERY_NOTICE, 1L));
    }

    @Test
    void aForgedBounceIsRecordedAndChangesNothing() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "forger@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "IN_DOUBT");
        histories.delivery(id, "S-2", "victim@ogr.ornek.edu.tr", "<m2@ornek.edu.tr>", "SENT");
        for (int i = 0; i < 3; i++) {
            mail(IncomingKind.BOUNCE, "<m1@ornek.edu.tr>", dead("victim@ogr.ornek.edu.tr"));
            mail(IncomingKind.BOUNCE, null, dead("victim@ogr.ornek.edu.tr"));
        }
        assertThat(replies.poll().total()).isEqualTo(6);
        assertThat(histories.one("select count(*) from peyk_suppression")).isEqualTo("0");
        assertThat(histories.one("select count(bounced_at) from peyk_delivery")).isEqualTo("0");
        assertThat(histories.one("select count(*) from peyk_delivery where state = 'IN_DOUBT'"))
                .isEqualTo("1");
        assertThat(replies.counts(id)).isEmpty();
    }

    @Test
    void aReportIsKnownByTheReturnPathItCameTo() {
        SignedReturnPath paths = SignedReturnPath.of("donus@ornek.edu.tr", new byte[SignedReturnPath.LEAST_SECRET]);
        Replies room = room(histories, null, new ReplySettings(ISTANBUL, 3, 10).returnPath(paths));
        RequestId id = histories.sending("R-1");
        String address = "ali@ogr.ornek.edu.tr";
        long silent = histories.delivery(id, "S-1", address, "<m1@ornek.edu.tr>", "SENT");
        long forwarded = histories.delivery(id, "S-2", "veli@ogr.ornek.edu.tr", "<m2@ornek.edu.tr>", "SENT");
        // quotes nothing of ours
        mailTo(List.of("donus@ornek.edu.tr", paths.forDelivery(silent)), IncomingKind.BOUNCE, null, dead(address));
        mailTo(List.of(paths.forDelivery(forwarded)), IncomingKind.BOUNCE, null, dead("veli@baska.example"));
        room.poll();
        assertThat(histories.one("select count(bounced_at) from peyk_delivery")).isEqualTo("2");
        assertThat(sightings(address)).isEqualTo("1");
        assertThat(histories.one("select count(*) from peyk_suppression")).isEqualTo("1");
    }

    @Test
    void withoutASignedReturnPathAReportTellsNothingOfAnAddress() {
        SignedReturnPath paths = SignedReturnPath.of("donus@ornek.edu.tr", new byte[SignedReturnPath.LEAST_SECRET]);
        Replies room = room(histories, null, new ReplySettings(ISTANBUL, 3, 10).returnPath(paths));
        RequestId id = histories.sending("R-1");
        String address = "ali@ogr.ornek.edu.tr";
        long row = histories.delivery(id, "S-1", address, "<m1@ornek.edu.tr>", "SENT");
        String genuine = paths.forDelivery(row);
        char last = genuine.charAt(genuine.indexOf('@') - 1);
        String forged = genuine.replace(last + "@", (last == 'a' ? 'b' : 'a') + "@");
        mailTo(List.of(forged), IncomingKind.BOUNCE, null, dead(address));
        room.poll();
        assertThat(histories.one("select count(bounced_at) from peyk_delivery")).isEqualTo("0");
        mailTo(List.of(forged), IncomingKind.BOUNCE, "<m1@ornek.edu.tr>", dead(address));
        room.poll();
        assertThat(histories.one("select count(bounced_at) from peyk_delivery")).isEqualTo("1");
        assertThat(histories.one("select count(*) from peyk_suppression")).isEqualTo("0");
    }

    private String sightings(String address) {
        return histories.one("select sightings from peyk_suppression where address_key = '" + address + "'");
    }

    @Test
    void whateverComesBackProvesThatAMessageInDoubtWasSent() {
        RequestId id = histories.sending("R-1");
        List<IncomingKind> kinds = List.of(
                IncomingKind.BOUNCE, IncomingKind.AUTO_REPLY, IncomingKind.HUMAN_REPLY, IncomingKind.DELAY_NOTICE);
        for (IncomingKind kind : kinds) {
            histories.delivery(id, "S-" + kind, kind + "@ogr.ornek.edu.tr", "<" + kind + "@ornek.edu.tr>", "IN_DOUBT");
            mail(kind, "<" + kind + "@ornek.edu.tr>");
        }
        histories.delivery(id, "S-9", "s9@ogr.ornek.edu.tr", "<m9@ornek.edu.tr>", "CLOSED_IN_DOUBT");
        mail(IncomingKind.AUTO_REPLY, "<m9@ornek.edu.tr>");
        replies.poll();
        replies.poll();
        assertThat(histories.one("select count(*) from peyk_delivery where state = 'SENT' and reason = 'EVIDENCE'"))
                .isEqualTo("4");
        assertThat(histories.one("select count(*) from peyk_delivery where state = 'CLOSED_IN_DOUBT'"))
                .isEqualTo("1");
        assertThat(audit.history(id))
                .filteredOn(e -> e.type() == EventType.IN_DOUBT_SETTLED)
                .extracting(e -> e.data().get("evidence"))
                .containsExactlyInAnyOrder("BOUNCE", "AUTO_REPLY", "HUMAN_REPLY", "DELAY_NOTICE");
    }

    @Test
    void anAnswerThatComesWhileItsMessageIsStillUnderWayIsRememberedAsEvidence() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "s1@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "IN_FLIGHT");
        histories.delivery(id, "S-2", "s2@ogr.ornek.edu.tr", "<m2@ornek.edu.tr>", "IN_FLIGHT");
        mail(IncomingKind.AUTO_REPLY, "<m1@ornek.edu.tr>");
        mail(IncomingKind.AUTO_REPLY, "<m2@ornek.edu.tr>");
        replies.poll();
        assertThat(events(id)).doesNotContain(EventType.IN_DOUBT_SETTLED);
        histories.sql("update peyk_delivery set state = 'SENT' where person_id = 'S-1'");
        histories.sql("update peyk_delivery set state = 'IN_DOUBT' where person_id = 'S-2'");
        replies.poll();
        replies.poll();
        assertThat(histories.one("select count(*) from peyk_delivery where state = 'SENT'"))
                .isEqualTo("2");
        assertThat(events(id)).filteredOn(t -> t == EventType.IN_DOUBT_SETTLED).hasSize(1);
        assertThat(histories.one("select count(doubt) from peyk_reply")).isEqualTo("0");
    }

    @Test
    void aFolderThatWasRenumberedIsReadAgainAndNothingHappensTwice() throws Exception {
        RequestId id = histories.sending("R-1");
        List<Long> forwarded = new ArrayList<>();
        Replies room = room(histories, (k, in, attempt) -> forwarded.add(k.id()));
        for (int i = 0; i < 15; i++) {
            histories.delivery(id, "S-" + i, "s" + i + "@ogr.ornek.edu.tr", "<m" + i + "@ornek.edu.tr>", "SENT");
            mail(i < 8 ? IncomingKind.HUMAN_REPLY : IncomingKind.BOUNCE, "<m" + i + "@ornek.edu.tr>");
        }
        room.poll();
        int before = audit.history(id).size();
        mailbox.renumber();
        MailboxPoll again = room.poll();
        assertThat(again.total()).isZero();
        assertThat(again.known()).isEqualTo(15);
        assertThat(room.cases(null, true, 0, 100)).hasSize(8);
        assertThat(forwarded).hasSize(8);
        assertThat(audit.history(id)).hasSize(before);
        // and the letter is found under its new key
        long last = room.cases(null, true, 0, 100).get(7).id();
        try (InputStream in = room.open(last)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("mail " + "0".repeat(63) + "8");
        }
    }

    @Test
    void aCrashBetweenTheMailAndItsEventsIsRepairedByTheNextPoll() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "s1@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "IN_DOUBT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        // at the first, the second and the third event; before and after its commit
        for (int crash = 0; crash < 6; crash++) {
            int[] countdown = {crash == 0 ? 1 : 2};
            boolean after = crash % 2 == 1;
            Histories dying = new Histories(store, clock, new CommitHook() {
                @Override
                public void with(Change change, @Nullable MailRequest before, MailRequest r, List<Event> events) {
                    die(!after);
                }

                @Override
                public void afterCommit(MailRequest r, List<Event> events) {
                    die(after);
                }

                private void die(boolean here) {
                    if (here && --countdown[0] == 0) {
                        throw new IllegalStateException("the process dies");
                    }
                }
            });
            try {
                room(dying, null).poll();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the process dies");
            }
        }
        replies.poll();
        assertThat(events(id)
                        .subList(
                                events(id).indexOf(EventType.SENDING_STARTED) + 1,
                                events(id).size()))
                .containsExactly(EventType.IN_DOUBT_SETTLED, EventType.REPLY_RECEIVED, EventType.REPLY_ROUTED);
        assertThat(replies.cases(null, true, 0, 10)).hasSize(1);
    }

    @Test
    void aPageThatCannotBeStoredMovesNoCursor() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "s1@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        histories.sql("alter table peyk_reply_case rename to away");
        assertThatThrownBy(replies::poll).isInstanceOf(StoreException.class);
        histories.sql("alter table away rename to peyk_reply_case");
        assertThat(histories.one("select count(*) from peyk_reply")).isEqualTo("0");
        assertThat(replies.poll().mails()).containsEntry(IncomingKind.HUMAN_REPLY, 1L);
    }

    @Test
    void aMailboxThatFailsIsNamedAndReadOnFromThereNextTime() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "s1@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        mailbox.broken = true;
        MailboxPoll failed = replies.poll();
        assertThat(failed.total()).isZero();
        assertThat(failed.failed().get("duyuru"))
                .isNotNull()
                .satisfies(t -> assertThat(t.tr()).isEqualTo("Sunucu yanıt vermiyor."));
        mailbox.broken = false;
        mailbox.bug = new IllegalStateException("ali@ogr.ornek.edu.tr");
        assertThat(replies.poll().failed().get("duyuru")).isEqualTo(ErrorCode.PLUGIN_FAILED.text());
        mailbox.bug = null;
        assertThat(replies.poll().total()).isEqualTo(1);
    }

    @Test
    void mailsThatBelongToNoRequestAreListedForAPerson() throws Exception {
        histories.sending("R-1");
        mail(IncomingKind.HUMAN_REPLY, null);
        mail(IncomingKind.UNREADABLE, null);
        mail(IncomingKind.AUTO_REPLY, null);
        mail(IncomingKind.BOUNCE, "<gecenyil@ornek.edu.tr>", dead("s1@ogr.ornek.edu.tr"));
        replies.poll();
        assertThat(replies.unlinked(10))
                .extracting(UnlinkedMail::kind)
                .containsExactlyInAnyOrder(IncomingKind.HUMAN_REPLY, IncomingKind.UNREADABLE);
        assertThat(replies.unlinked(1)).hasSize(1);
        assertThat(replies.cases(null, false, 0, 10)).isEmpty();
        assertThat(histories.one("select count(*) from peyk_suppression")).isEqualTo("0");
        try (InputStream in = replies.open(replies.unlinked(1).get(0).id())) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void anAnswerIsForwardedOnceAndAgainOnlyWhenItFailed() {
        RequestId id = histories.sending("R-1");
        histories.delivery(id, "S-1", "s1@ogr.ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        mail(IncomingKind.HUMAN_REPLY, "<m1@ornek.edu.tr>");
        List<Integer> attempts = new ArrayList<>();
        Replies room = room(histories, (k, in, attempt) -> {
            attempts.add(attempt);
            if (attempt < 3) {
                throw new java.io.IOException("the unit's server is down");
            }
        });
        room.poll();
        room.poll();
        assertThat(attempts).containsExactly(1);
        clock.advance(Duration.ofMinutes(5));
        room.poll();
        clock.advance(Duration.ofMinutes(9));
        room.poll();
        assertThat(attempts).containsExactly(1, 2);
        clock.advance(Duration.ofMinutes(1));
        room.poll();
        clock.advance(Duration.ofDays(3));
        room.poll();
        assertThat(attempts).containsExactly(1, 2, 3);
    }

    @Test
    void twoNodesOnOneMailboxTakeEveryMailOnce() throws Exception {
        RequestId id = histories.sending("R-1");
        for (int i = 0; i < 40; i++) {
            histories.delivery(id, "S-" + i, "s" + i + "@ogr.ornek.edu.tr", "<m" + i + "@ornek.edu.tr>", "SENT");
            mail(i % 4 == 0 ? IncomingKind.HUMAN_REPLY : IncomingKind.AUTO_REPLY, "<m" + i + "@ornek.edu.tr>");
        }
        // the first node is held in the middle of its reading while the second one tries
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        mailbox.beforeRead = () -> {
            reading.countDown();
            await(tried);
        };
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<MailboxPoll> first = other.submit(() -> room(histories, null).poll());
            await(reading);
            MailboxPoll second = replies.poll();
            assertThat(second.busy()).containsExactly("duyuru");
            assertThat(second.total()).isZero();
            tried.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS).total()).isEqualTo(40);
        } finally {
            other.shutdownNow();
        }
        assertThat(replies.poll().total()).isZero();
        assertThat(events(id)).filteredOn(t -> t == EventType.REPLY_ROUTED).hasSize(10);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
