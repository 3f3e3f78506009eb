package org.peyk;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peyk.internal.approval.ContentDigest;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.internal.lifecycle.Command.Submission;
import org.peyk.internal.lifecycle.PeopleRules;
import org.peyk.internal.plugin.Sources;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Sender;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.transport.Transport;

/** Gathers what a decision needs and the request does not hold: what sources, checks, policy and directory say at this moment. */
final class SubmissionDesk {

    /** For commands of which the lifecycle does not look at the submission. */
    static final Submission NOTHING = new Submission(List.of(), List.of(), 0, null, Set.of());

    private final Sources sources;
    private final Preparation preparation;
    private final Standings standings;
    private final Map<Channel, Transport> transports;
    private final Clock clock;

    SubmissionDesk(
            Sources sources,
            Preparation preparation,
            Standings standings,
            Map<Channel, Transport> transports,
            Clock clock) {
        this.sources = sources;
        this.preparation = preparation;
        this.standings = standings;
        this.transports = Map.copyOf(transports);
        this.clock = clock;
    }

    /** The digest of a form as it would be sent now, fixed lists included. */
    String digest(RequestForm form) {
        try {
            return ContentDigest.of(form, sources.fingerprints(form.audience()));
        } catch (RecipientSourceException e) {
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e.text(), e);
        }
    }

    /** How many people the audience of a form holds at this moment. */
    long audienceNow(RequestForm form) {
        return preparation.audienceSize(form.audience()).persons();
    }

    /** What the checks find in a request, with what was let pass. */
    List<CheckedFinding> findings(MailRequest r) {
        return preparation.check(r);
    }

    /**
     * What a submission of this request would rest on.
     *
     * @throws PeykException when a channel has no transport, an address is malformed, or a source, check or policy cannot answer
     */
    Submission submission(MailRequest r) {
        requireSendable(r.form());
        return preparation.submission(r);
    }

    /** The open steps a person may decide now. */
    List<Standing> standings(MailRequest r, PersonId actor) {
        return standings.of(r, actor, clock.instant());
    }

    /** Refuses when nobody could decide an open step any more if somebody became its requester. */
    void requireDecidable(MailRequest r, PersonId requester) {
        ApprovalPlan plan = r.plan();
        if (plan == null || r.state() != RequestState.IN_APPROVAL) {
            return;
        }
        Set<PersonId> touchers = new HashSet<>(r.touchers());
        touchers.add(requester);
        if (!standings.stepsWithoutApprover(plan, touchers, clock.instant()).isEmpty()) {
            throw new PeykException(ErrorCode.NO_APPROVER, null);
        }
    }

    /** Whether a person is one of those who look at the use of a permission. */
    boolean reviews(MailRequest r, PermissionReview review, PersonId actor) {
        return standings.reviews(review.asked(), PeopleRules.users(r), actor, clock.instant());
    }

    private void requireSendable(RequestForm form) {
        for (Channel channel : form.channels()) {
            if (!transports.containsKey(channel)) {
                throw new PeykException(ErrorCode.NO_TRANSPORT, null);
            }
        }
        Sender sender = form.sender();
        Transport mail = transports.get(Channel.MAIL);
        if (sender != null && mail != null) {
            String replyTo = sender.replyTo();
            if (!mail.accepts(sender.address()) || (replyTo != null && !mail.accepts(replyTo))) {
                throw new PeykException(ErrorCode.ADDRESS_MALFORMED, null);
            }
        }
    }
}
