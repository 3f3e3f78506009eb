package org.peyk.acceptance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.Action;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.calendar.LeadTime;
import org.peyk.calendar.LeadTimes;
import org.peyk.calendar.WorkingDate;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.SendingWindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyk.acceptance.Campus.AYSE;
import static org.peyk.acceptance.Campus.BORA;
import static org.peyk.acceptance.Campus.DEAN;
import static org.peyk.acceptance.Campus.OFFICER;
import static org.peyk.acceptance.Campus.REGISTRAR;
import static org.peyk.acceptance.Campus.SECRETARY;
import static org.peyk.acceptance.Campus.STRANGER;
import static org.peyk.acceptance.Campus.at;
import static org.peyk.acceptance.Campus.until;

/** What time asks for: reminders, escalation, expiry, lead times, and people who leave meanwhile. */
class TimeScenariosTest {

    @TempDir
    private Path directory;

    @Test
    void A17_aReminderThenTheSecretaryGeneralThenExpiry() {
        try (Campus campus = new Campus(directory)) {
            RequestId id = campus.submitted(Campus.invitation().build()).id();
            assertThat(campus.process.requests().allowedActions(SECRETARY, id).get(Action.APPROVE))
                    .isPresent();
            campus.clock.set(at(2026, 11, 24, 9, 59));
            assertThat(campus.get(id).progress().reminded()).isEmpty();
            campus.clock.set(at(2026, 11, 24, 10, 0));
            until("reminded", () -> campus.get(id).progress().reminded().size() == 1);
            assertThat(campus.get(id).progress().escalated()).isEmpty();
            campus.clock.set(at(2026, 11, 25, 10, 0));
            until("escalated", () -> campus.get(id).progress().escalated().size() == 1);
            assertThat(campus.process.requests().allowedActions(SECRETARY, id).get(Action.APPROVE))
                    .isEmpty();
            // the event is on Monday: the requester is told one working day before
            campus.clock.set(at(2026, 11, 27, 14, 0));
            until("warned", () -> campus.get(id).progress().warnedOf() != null);
            assertThat(campus.get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
            campus.clock.set(at(2026, 11, 30, 14, 0));
            campus.await(id, RequestState.EXPIRED);
            assertThat(campus.transport.accepted()).isEmpty();
            assertThatThrownBy(() -> campus.approve(DEAN, id)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void A17_theSecretaryGeneralDecidesInTheDeansPlaceAndTheNextStepWaitsAnew() {
        try (Campus campus = new Campus(directory)) {
            RequestId id = campus.submitted(Campus.information().build()).id();
            campus.clock.set(at(2026, 11, 26, 9, 0));
            until("escalated", () -> !campus.get(id).progress().escalated().isEmpty());
            assertThat(campus.get(id).progress().reminded())
                    .as("nobody is reminded of what was escalated")
                    .isEmpty();
            campus.approve(SECRETARY, id);
            assertThat(campus.get(id).progress().waitingSince()).isEqualTo(campus.clock.instant());
            assertThat(campus.approve(REGISTRAR, id).state()).isEqualTo(RequestState.APPROVED);
            campus.process.requests().schedule(AYSE, id, null);
            campus.await(id, RequestState.SENT);
        }
    }

    @Test
    void aWeekendDoesNotCount() {
        try (Campus campus = new Campus(directory)) {
            campus.clock.set(at(2026, 11, 27, 16, 0));
            RequestId id = campus.submitted(Campus.information().build()).id();
            campus.clock.set(at(2026, 11, 30, 15, 59));
            RequestId other = campus.submitted(Campus.information().build()).id();
            campus.clock.set(at(2026, 11, 30, 16, 0));
            until("reminded", () -> !campus.get(id).progress().reminded().isEmpty());
            assertThat(campus.get(other).progress().reminded()).isEmpty();
        }
    }

    @Test
    void A4_aLateRequestIsAcceptedWithItsEarliestDay() {
        LeadTimes oneDay = LeadTimes.all(new LeadTime(1, LocalTime.of(16, 0)));
        try (Campus campus = new Campus(directory, Campus.people(), b -> b.leadTimes(oneDay))) {
            campus.clock.set(at(2026, 11, 27, 17, 10));
            RequestForm form = Campus.information()
                    .window(new SendingWindow(at(2026, 11, 30, 9, 0), null))
                    .build();
            assertThat(campus.process.preparation().earliest(form))
                    .map(WorkingDate::date)
                    .contains(LocalDate.of(2026, 12, 1));
            MailRequest r = campus.approved(form);
            assertThat(r.times().earliestDay()).isEqualTo(LocalDate.of(2026, 12, 1));
            assertThatThrownBy(() -> campus.process.requests().schedule(AYSE, r.id(), at(2026, 11, 30, 9, 0)))
                    .isInstanceOfSatisfying(RefusedException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.LEAD_TIME);
                        assertThat(e.text().tr()).contains("2026-12-01");
                        assertThat(e.text().en()).contains("2026-12-01");
                    });
            assertThat(campus.process.requests().schedule(AYSE, r.id(), null).sendAt())
                    .isEqualTo(at(2026, 12, 1, 0, 0));
        }
    }

    @Test
    void A4_whatCannotBeInTimeIsRefusedAndACorrectionKeepsItsPlace() {
        LeadTimes threeDays = LeadTimes.all(new LeadTime(3, LocalTime.of(16, 0)));
        try (Campus campus = new Campus(directory, Campus.people(), b -> b.leadTimes(threeDays))) {
            MailRequest r = campus.submitted(Campus.invitation().build());
            assertThat(r.times().earliestDay()).isEqualTo(LocalDate.of(2026, 11, 26));
            campus.clock.set(at(2026, 11, 26, 10, 0));
            MailRequest again = campus.process
                    .requests()
                    .revise(
                            AYSE,
                            r.id(),
                            campus.get(r.id()).version(),
                            Campus.invitation()
                                    .detail(org.peyk.spi.Detail.PLACE, "Mavi Salon")
                                    .build());
            assertThat(again.state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(again.times().earliestDay()).isEqualTo(LocalDate.of(2026, 11, 26));
            RequestId late = campus.create(Campus.invitation().build()).id();
            assertThatThrownBy(() -> campus.process.requests().submit(AYSE, late))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LEAD_TIME));
        }
    }

    @Test
    void E3_aRequesterWhoLeftIsFollowedBySomebodyOfTheUnit() {
        try (Campus campus = new Campus(directory, Campus.people().inactive(AYSE, at(2026, 11, 24, 0, 0)), b -> b)) {
            RequestId id = campus.approved(Campus.information().build()).id();
            campus.process.requests().schedule(AYSE, id, at(2026, 11, 24, 9, 0));
            campus.clock.set(at(2026, 11, 24, 9, 0));
            campus.await(id, RequestState.CHANGES_REQUESTED);
            assertThat(campus.get(id).remark()).isEqualTo("REQUESTER_LEFT");
            assertThat(campus.transport.accepted()).isEmpty();
            for (var nobody : List.of(OFFICER, AYSE)) {
                assertThatThrownBy(() -> campus.process.requests().handOver(OFFICER, id, nobody, "ayrıldı"))
                        .isInstanceOfSatisfying(
                                PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HAND_OVER_UNIT));
            }
            assertThatThrownBy(() -> campus.process.requests().handOver(STRANGER, id, STRANGER, ""))
                    .isInstanceOfSatisfying(
                            PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));
            campus.process.requests().handOver(OFFICER, id, BORA, "talep sahibi ayrıldı");
            campus.process.requests().submit(BORA, id);
            campus.approve(DEAN, id);
            campus.approve(REGISTRAR, id);
            campus.process.requests().schedule(BORA, id, null);
            campus.await(id, RequestState.SENT);
            assertThat(campus.transport.accepted()).hasSize(2);
        }
    }

    @Test
    void E3_aHandOverBeforeSendingKeepsTheApprovals() {
        try (Campus campus = new Campus(directory, Campus.people().inactive(AYSE, at(2026, 11, 24, 0, 0)), b -> b)) {
            RequestId id = campus.approved(Campus.information().build()).id();
            campus.process.requests().schedule(AYSE, id, at(2026, 11, 24, 9, 0));
            campus.process.requests().handOver(AYSE, id, BORA, "ayrılıyorum");
            campus.clock.set(at(2026, 11, 24, 9, 0));
            campus.await(id, RequestState.SENT);
        }
    }

    @Test
    void anApproverWhoLosesTheRoleBeforeSendingIsAskedNoMoreAndNothingIsSent() {
        try (Campus campus = new Campus(directory, Campus.people().inactive(DEAN, at(2026, 11, 24, 0, 0)), b -> b)) {
            RequestId id = campus.approved(Campus.information().build()).id();
            campus.process.requests().schedule(AYSE, id, at(2026, 11, 24, 9, 0));
            campus.clock.set(at(2026, 11, 24, 9, 0));
            campus.await(id, RequestState.CHANGES_REQUESTED);
            assertThat(campus.get(id).remark()).isEqualTo("APPROVER_LEFT");
            assertThat(campus.transport.accepted()).isEmpty();
        }
    }

    @Test
    void aPausedRequestPastItsTimeExpiresAndTheRestIsNotSent() {
        try (Campus campus = new Campus(directory)) {
            RequestForm form = Campus.information()
                    .window(new SendingWindow(null, at(2026, 11, 25, 12, 0)))
                    .build();
            RequestId id = campus.approved(form).id();
            campus.process.requests().schedule(AYSE, id, at(2026, 11, 25, 9, 0));
            campus.process.requests().pause(AYSE, id, "bekleyin");
            campus.clock.set(at(2026, 11, 25, 12, 0));
            campus.await(id, RequestState.EXPIRED);
            assertThat(campus.transport.accepted()).isEmpty();
        }
    }
}
