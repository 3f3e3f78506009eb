package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.peyk.CheckedFinding;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.Missing;
import org.peyk.RefusedException.Refusal;
import org.peyk.RequestTimes;
import org.peyk.internal.lifecycle.Command.Submission;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.check.Severity;

/** What keeps a request from being submitted, the most useful reason first. */
final class Submissions {

    /** A wrong expected size is tolerated up to this share of it, and always up to {@link #SIZE_SLACK} people. */
    static final double SIZE_TOLERANCE = 0.10;

    static final long SIZE_SLACK = 10;

    private Submissions() {}

    static Optional<Refusal> refusal(MailRequest r, Submission s, Instant at) {
        if (!s.missing().isEmpty()) {
            String tr = s.missing().stream().map(m -> m.label().tr()).collect(Collectors.joining(", "));
            String en = s.missing().stream().map(m -> m.label().en()).collect(Collectors.joining(", "));
            return Optional.of(refusal(
                    r,
                    ErrorCode.INCOMPLETE,
                    LocalizedText.of("Eksik bilgi: " + tr + ".", "Missing information: " + en + "."),
                    s.missing(),
                    List.of()));
        }
        List<CheckedFinding> open =
                s.findings().stream().filter(CheckedFinding::open).toList();
        if (!open.isEmpty()) {
            boolean blocked = open.stream().anyMatch(f -> f.finding().severity() == Severity.BLOCK);
            ErrorCode code = blocked ? ErrorCode.BLOCKED_BY_FINDINGS : ErrorCode.JUSTIFICATION_NEEDED;
            return Optional.of(refusal(r, code, code.text(), List.of(), open));
        }
        if (s.audienceSize() == 0) {
            return Optional.of(plain(r, ErrorCode.AUDIENCE_EMPTY));
        }
        OptionalLong expected = r.form().audience().expectedSize();
        boolean unexpected = expected.isPresent() && differs(expected.getAsLong(), s.audienceSize());
        if (unexpected || s.sizes().questioned()) {
            unexpected =
                    !confirmed(s.sizes().requester(), s) || !confirmed(s.sizes().office(), s);
        }
        if (unexpected && expected.isPresent()) {
            return Optional.of(refusal(
                    r,
                    ErrorCode.AUDIENCE_SIZE,
                    LocalizedText.of(
                            "Beklenen kişi sayısı " + expected.getAsLong() + ", hedef kitle " + s.audienceSize()
                                    + " kişi; listeyi düzeltin. Liste doğruysa talep sahibi ve Kurumsal İletişim sayıyı doğrulasın.",
                            "Expected " + expected.getAsLong() + " people, the audience holds " + s.audienceSize()
                                    + "; correct the list. If it is right, the requester and the communications office must confirm the size."),
                    List.of(),
                    List.of()));
        }
        RequestTimes times = times(r, s);
        if (times.end() != null && !times.end().isAfter(at)) {
            return Optional.of(plain(r, ErrorCode.TIME_INVALID));
        }
        if (times.end() != null && times.earliest() != null && !times.earliest().isBefore(times.end())) {
            return Optional.of(refusal(r, ErrorCode.LEAD_TIME, leadTime(times), List.of(), List.of()));
        }
        if (s.policy() == null) {
            return Optional.of(plain(r, ErrorCode.NO_POLICY));
        }
        if (s.policy() instanceof PolicyDenial d) {
            return Optional.of(refusal(r, ErrorCode.POLICY_DENIED, d.reason(), List.of(), List.of()));
        }
        if (!s.stepsWithoutApprover().isEmpty()) {
            return Optional.of(plain(r, ErrorCode.NO_APPROVER));
        }
        return Optional.empty();
    }

    /** What a submission that is not refused leads to; with a permission given beforehand there is nobody to wait for. */
    static Event[] submitted(MailRequest r, Submission s) {
        if (!(s.policy() instanceof ApprovalPlan plan)) {
            throw new IllegalStateException("a submission without a plan was not refused");
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event.Submitted(r.digest(), s.audienceSize(), plan, s.findings(), times(r, s)));
        if (plan.steps().isEmpty()) {
            events.addAll(Lifecycle.approvedBy(plan, r.digest()));
        }
        return events.toArray(Event[]::new);
    }

    /** The window's end bounds whatever was found out about the event, and the lead time counts from when the request first came in. */
    private static RequestTimes times(MailRequest r, Submission s) {
        RequestTimes first = r.times();
        boolean before = first.earliest() != null && s.times().earliest() != null;
        RequestTimes times = before
                ? new RequestTimes(
                        first.earliest(), first.earliestDay(), s.times().end())
                : s.times();
        return times.endingBy(r.form().window().notAfter());
    }

    /** Names the earliest day. */
    static LocalizedText leadTime(RequestTimes times) {
        return LocalizedText.of(
                "Başvuru süresine göre en erken gönderim günü " + times.earliestDay()
                        + ". Daha erken gitmesi gerekiyorsa gerekçesiyle acil duyuru olarak isteyin.",
                "By the lead time the earliest day of sending is " + times.earliestDay()
                        + ". If it must go out earlier, ask for it as an urgent notice with its reason.");
    }

    private static boolean confirmed(OptionalLong size, Submission s) {
        return size.isPresent() && !differs(size.getAsLong(), s.audienceSize());
    }

    private static boolean differs(long expected, long actual) {
        long off = Math.abs(expected - actual);
        return off > SIZE_SLACK && off > expected * SIZE_TOLERANCE;
    }

    private static Refusal plain(MailRequest r, ErrorCode code) {
        return refusal(r, code, code.text(), List.of(), List.of());
    }

    private static Refusal refusal(
            MailRequest r, ErrorCode code, LocalizedText text, List<Missing> missing, List<CheckedFinding> findings) {
        return new Refusal(code, text, Lifecycle.allowed(r.state()), missing, findings);
    }
}
