package org.peyk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.report.Measuring;
import org.peyk.internal.store.Store;
import org.peyk.report.CaseCounts;
import org.peyk.report.ProcessReport;
import org.peyk.report.RequestReport;
import org.peyk.report.RequestReport.Answer;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reports against histories that were made by hand, on either engine. */
abstract class ReportsContract {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private Store store;
    private Histories h;
    private Reports reports;

    abstract Store open(Path dir);

    @BeforeEach
    void begin() {
        store = open(directory);
        h = new Histories(store, clock);
        reports = new Reports(new Measuring(store, clock), Samples.audit(store, clock));
    }

    @AfterEach
    void end() {
        store.close();
    }

    private void pass(long minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private ProcessReport report() {
        return reports.process(Samples.NOON, Samples.NOON.plus(Duration.ofDays(1)));
    }

    private void sent(String id, long approving, long sending) {
        RequestId r = h.draft(id);
        h.submit(r);
        pass(approving);
        h.approveAll(r);
        h.schedule(r);
        h.startSending(r);
        pass(sending);
        h.complete(r);
    }

    @Test
    void A38_theThreeMeasuresAreCountedFromTheEvents() {
        sent("R-1", 10, 1);
        // incomplete at first, then sent
        RequestId incomplete = h.draft("R-2");
        h.submitIncomplete(incomplete);
        h.submitIncomplete(incomplete);
        h.submit(incomplete);
        pass(20);
        h.approveAll(incomplete);
        h.schedule(incomplete);
        h.startSending(incomplete);
        pass(2);
        h.complete(incomplete);
        // incomplete and never handed in again
        h.submitIncomplete(h.draft("R-3", Purpose.INVITATION));
        // complete at first; blocked, released, approved
        RequestId blocked = h.draft("R-4", Purpose.INVITATION);
        h.submitBlocked(blocked);
        h.release(blocked);
        h.submit(blocked);
        h.approveAll(blocked);
        // sent back with an approval already given, changed, refused for good
        RequestId back = h.draft("R-5");
        h.submit(back);
        h.approve(back, Samples.REGISTRAR, "registrar");
        h.sendBack(back, ReasonCode.WRONG_INFORMATION);
        h.revise(back, "Yeni metin");
        h.submit(back);
        h.reject(back, ReasonCode.NOT_SUITABLE);
        // a draft, and one that waits
        h.draft("R-6");
        h.submit(h.draft("R-7"));
        // made before the period
        h.sql("update peyk_request set created_at = created_at - interval '2' day where id = 'R-7'");

        ProcessReport r = report();

        assertThat(r.total()).isEqualTo(6);
        assertThat(r.requests())
                .isEqualTo(Map.of(
                        Purpose.INFORMATION,
                        Map.of(RequestState.SENT, 2L, RequestState.REJECTED, 1L, RequestState.DRAFT, 1L),
                        Purpose.INVITATION,
                        Map.of(RequestState.DRAFT, 1L, RequestState.APPROVED, 1L)));
        // handed in: 1, 2, 3, 4, 5; complete: 1, 4, 5
        assertThat(r.informationSupplied().numerator()).isEqualTo(3);
        assertThat(r.informationSupplied().denominator()).isEqualTo(5);
        // sending began: 1, 2
        assertThat(r.permissionObtained().share()).hasValue(1);
        assertThat(r.permissionObtained().denominator()).isEqualTo(2);
        // decided: 1, 2, 4, 5; suitable: 1, 2
        assertThat(r.contentSuitable().numerator()).isEqualTo(2);
        assertThat(r.contentSuitable().denominator()).isEqualTo(4);
        assertThat(r.returns()).isEqualTo(Map.of(ReasonCode.WRONG_INFORMATION, 1L, ReasonCode.NOT_SUITABLE, 1L));
        assertThat(r.approvalsVoided()).isEqualTo(1);
        assertThat(r.findingsReleased()).isEqualTo(1);
        // 0, 10 and 20 minutes; 1 and 2 minutes
        assertThat(r.submittedToApproved().count()).isEqualTo(3);
        assertThat(r.submittedToApproved().median()).isEqualTo(Duration.ofMinutes(10));
        assertThat(r.submittedToApproved().ninetieth()).isEqualTo(Duration.ofMinutes(20));
        assertThat(r.approvedToSent().median()).isEqualTo(Duration.ofMinutes(1));
        assertThat(r.approvedToSent().ninetieth()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void permissionIsNotAssumedWhenTheEventsDoNotShowIt() {
        sent("R-1", 1, 1);
        sent("R-2", 1, 1);
        // as if the store had let a mail through that only one of the two had approved
        h.sql("delete from peyk_event where request_id = 'R-2' and type = 'APPROVAL_GIVEN' and actor = '"
                + Samples.REGISTRAR.value() + "'");
        ProcessReport r = report();
        assertThat(r.permissionObtained().numerator()).isEqualTo(1);
        assertThat(r.permissionObtained().denominator()).isEqualTo(2);
    }

    @Test
    void anEmptyPeriodHasNoShares() {
        ProcessReport r = report();
        assertThat(r.total()).isZero();
        assertThat(r.informationSupplied().share()).isEmpty();
        assertThat(r.submittedToApproved().median()).isNull();
        assertThat(r.ledger().balanced()).isTrue();
        assertThatThrownBy(() -> reports.process(Samples.NOON, Samples.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("until");
    }

    @Test
    void morePagesThanOneAddUp() {
        for (int i = 0; i < 201; i++) {
            h.draft("R-" + i);
        }
        assertThat(report().total()).isEqualTo(201);
    }

    @Test
    void theLedgerIsHeldAgainstWhatWasPlanned() {
        RequestId r = h.sending("R-1");
        h.expansion(r, 3);
        h.delivery(r, "S-1", "a@ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        h.delivery(r, "S-2", "b@ornek.edu.tr", "<m2@ornek.edu.tr>", "SENT");
        assertThat(report().ledger().balanced()).isFalse();
        h.delivery(r, "S-3", "c@ornek.edu.tr", "<m3@ornek.edu.tr>", "IN_DOUBT");
        h.sql("update peyk_delivery set bounced_at = current_timestamp where person_id = 'S-1'");
        assertThat(report().ledger().balanced()).isTrue();
        assertThat(report().ledger().planned()).isEqualTo(3);
        assertThat(report().ledger().states()).isEqualTo(Map.of(DeliveryState.SENT, 2L, DeliveryState.IN_DOUBT, 1L));
        assertThat(report().ledger().bounced()).isEqualTo(1);
    }

    @Test
    void repliesAndCasesAreCounted() {
        RequestId r = h.sending("R-1");
        Instant now = Samples.NOON.plus(Duration.ofHours(1));
        clock.set(now);
        for (int i = 1; i <= 4; i++) {
            h.sql("insert into peyk_reply (id, mailbox, mail_key, fingerprint, kind, received_at, request_id) values ("
                    + i + ", 'm', '" + i + "', '" + String.valueOf(i).repeat(64) + "', '"
                    + (i == 4 ? "AUTO_REPLY" : "HUMAN_REPLY") + "', current_timestamp, 'R-1')");
            if (i < 4) {
                h.sql("insert into peyk_reply_case (reply_id, request_id, unit, state, due_at, opened_at) values (" + i
                        + ", 'R-1', 'U', '" + (i == 3 ? "CLOSED" : "OPEN") + "', timestamp with time zone '"
                        + (i == 1 ? "2026-11-24 09:30:00+00" : "2026-11-25 09:00:00+00") + "', current_timestamp)");
            }
        }
        assertThat(report().replies()).isEqualTo(Map.of(IncomingKind.HUMAN_REPLY, 3L, IncomingKind.AUTO_REPLY, 1L));
        assertThat(report().cases()).isEqualTo(new CaseCounts(2, 1, 1));
        assertThat(reports.request(r).cases()).isEqualTo(new CaseCounts(2, 1, 1));
    }

    @Test
    void oneRequestTellsItsOwnStory() {
        sent("R-2", 1, 1);
        RequestId r = h.sending("R-1");
        h.expansion(r, 1);
        h.delivery(r, "S-1", "a@ornek.edu.tr", "<m1@ornek.edu.tr>", "PENDING");
        RequestReport one = reports.request(r);
        assertThat(one.state()).isEqualTo(RequestState.SENDING);
        assertThat(one.subject()).isEqualTo("Kütüphane saatleri");
        assertThat(one.informationSupplied()).isEqualTo(Answer.YES);
        assertThat(one.permissionObtained()).isEqualTo(Answer.YES);
        assertThat(one.contentSuitable()).isEqualTo(Answer.YES);
        assertThat(one.approvals())
                .extracting(RequestReport.GivenApproval::by)
                .containsExactly(Samples.DEAN, Samples.REGISTRAR);
        assertThat(one.ledger().sum()).isEqualTo(1);
        assertThat(one.timeline())
                .hasSize(7)
                .last()
                .satisfies(e -> assertThat(e.type()).isEqualTo(EventType.SENDING_STARTED));
        assertThat(one.toString()).doesNotContain("Kütüphane");
        assertThat(reports.request(h.draft("R-3")).contentSuitable()).isEqualTo(Answer.NOT_YET);
        assertThatThrownBy(() -> reports.request(RequestId.of("R-404")))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
