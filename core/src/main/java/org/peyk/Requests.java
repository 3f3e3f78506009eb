package org.peyk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Command.Submission;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;

/**
 * Requests and what people do with them.
 *
 * <p>Every command names the person who gives it; the portal has made sure that it is that person. Commands are safe to repeat: a second click
 * gives the first one's result. A refused command throws a {@link RefusedException}, or another {@link PeykException}, and leaves the
 * request as it was. Callers may run on any thread; a command returns after its commit.
 */
public final class Requests {

    private final Store store;
    private final RequestRows rows;
    private final RequestCommands commands;
    private final SubmissionDesk desk;
    private final Permissions permissions;
    private final SendingGuard guard;
    private final ActionAdvice advice;
    private final Merging merging;
    private final Correcting correcting;

    Requests(Store store, RequestCommands commands, SubmissionDesk desk, Permissions permissions, SendingGuard guard) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.commands = commands;
        this.desk = desk;
        this.permissions = permissions;
        this.guard = guard;
        this.advice = new ActionAdvice(desk, permissions);
        this.merging = new Merging(store, commands, permissions);
        this.correcting = new Correcting(store, commands, desk, permissions);
    }

    /**
     * These commands inside a transaction of the portal's own: what they write is committed with the portal's own rows or not at all, work
     * that follows from it is enqueued with it, and listeners hear of it after the commit. Reading sees what was written so far.
     *
     * <p>A refused or failed command leaves nothing of itself in the transaction, which may go on; a refusal of {@link #submit} is on record
     * only if the portal commits all the same. When another transaction is in the way, {@link ErrorCode#JOIN_CONFLICT} says so, and it is the
     * portal's to roll back and begin again. The directory, sources, checks and policy are asked while the portal's transaction is open.
     *
     * @param scope the transaction, open
     * @return the commands, of use on the transaction's own thread until it ends
     * @throws StoreException with {@link ErrorCode#JOIN_OTHER_STORE} when the connection is to another database than the store's,
     *     {@link ErrorCode#JOIN_NO_TRANSACTION} when it has no open transaction; the portal's transaction is as it was
     */
    public Requests in(TransactionScope scope) {
        Store joined = store.join(scope.connection(), scope::afterCommit);
        return new Requests(joined, commands.in(joined), desk, permissions, guard.in(joined));
    }

    /**
     * Makes a draft. It may be incomplete.
     *
     * @param requester who asks, in the name of the unit the directory gives him or one that he represents ({@link ProcessRoles}); whoever
     *     typed it in for somebody else must hold the communications role, and can name no other unit either
     * @param form what is asked for
     * @return the draft
     * @throws PeykException when the person may not make it, with {@link ErrorCode#REQUESTER_UNIT} when the unit is not his, or an attachment
     *     cannot be read
     */
    public MailRequest create(Requester requester, RequestForm form) {
        return create(requester, form, null);
    }

    /**
     * Makes a draft once: a second call with the same key gives the first draft.
     *
     * @param requester who asks
     * @param form what is asked for
     * @param idempotencyKey a key of the portal's form, at most 200 characters, or null
     * @return the draft
     * @throws PeykException when the person may not make it, or an attachment cannot be read
     */
    public MailRequest create(Requester requester, RequestForm form, @Nullable String idempotencyKey) {
        PersonId actor = requester.enteredBy();
        if (!permissions.mayCreate(actor, requester)) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
        if (!permissions.speaksFor(requester.person(), requester.unit())) {
            throw new PeykException(ErrorCode.REQUESTER_UNIT, null);
        }
        return commands.create(
                new Command.Create(RequestId.random(), requester, form, desk.digest(form)), actor, idempotencyKey);
    }

    /**
     * Changes the form. Approvals given so far become void; a request that was in approval is checked and submitted again at once, and is a
     * draft again when that does not pass.
     *
     * @param actor who edits; becomes one of those who may not approve
     * @param id the request
     * @param version the version that was edited
     * @param form the new form
     * @return the request as it is then
     * @throws PeykException when it changed meanwhile, or the person may not edit it
     */
    public MailRequest revise(PersonId actor, RequestId id, int version, RequestForm form) {
        String digest = desk.digest(form);
        return execute(id, actor, Action.REVISE, r -> {
            boolean again = r.state() == RequestState.IN_APPROVAL
                    || r.state() == RequestState.APPROVED
                    || r.state() == RequestState.SCHEDULED;
            Submission submission = again ? desk.submission(revised(r, actor, form, digest)) : SubmissionDesk.NOTHING;
            return new Command.Revise(version, form, digest, submission);
        });
    }

    /** The request as it will be after a revision, for the checks that decide about it. */
    private static MailRequest revised(MailRequest r, PersonId actor, RequestForm form, String digest) {
        Command.Revise revise = new Command.Revise(r.version(), form, digest, SubmissionDesk.NOTHING);
        return Lifecycle.decide(r, revise, actor, r.updatedAt())
                        instanceof org.peyk.internal.lifecycle.Decision.Accepted a
                ? a.next()
                : r;
    }

    /**
     * Hands a request in: completeness, checks, audience and policy are asked now. An incomplete or blocked request stays where it is, and the
     * exception says what is missing.
     *
     * @param actor who hands it in
     * @param id the request
     * @return the request in approval
     * @throws RefusedException when something is missing, a finding is open, the audience is not as expected, or no policy allows it
     */
    public MailRequest submit(PersonId actor, RequestId id) {
        try {
            return execute(id, actor, Action.SUBMIT, this::submission);
        } catch (ListReplaced e) {
            // a fixed list was replaced behind the form's back: that is a revision like any other
            revise(actor, id, e.seen.version(), e.seen.form());
            return execute(id, actor, Action.SUBMIT, this::submission);
        }
    }

    private Command submission(MailRequest r) {
        if (!Lifecycle.allowed(r.state()).contains(Action.SUBMIT)) {
            return new Command.Submit(r.digest(), SubmissionDesk.NOTHING);
        }
        if (!desk.digest(r.form()).equals(r.digest())) {
            throw new ListReplaced(r);
        }
        return new Command.Submit(r.digest(), desk.submission(r));
    }

    /** The form's digest is no longer the stored one. */
    private static final class ListReplaced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final MailRequest seen;

        ListReplaced(MailRequest seen) {
            super("a fixed list was replaced", null, false, false);
            this.seen = seen;
        }
    }

    /**
     * Confirms that the audience is as large as it is, although another number was expected. A submission that was refused for its size
     * ({@link ErrorCode#AUDIENCE_SIZE}) passes when both the requester's side and somebody else of the communications office have confirmed
     * the size it has; typing another number does not replace that. It holds for this revision.
     *
     * @param actor the requester, whoever entered the request, or somebody of the office
     * @param id the request
     * @param size the number the person was shown and agrees with
     * @return the request
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person is neither, {@link ErrorCode#STATE} when the request is not
     *     a draft
     */
    public MailRequest confirmAudienceSize(PersonId actor, RequestId id, long size) {
        return AudienceDesk.confirm(commands, permissions, actor, id, size);
    }

    /**
     * Lets a finding pass. A blocking one needs the data-protection role; one that asks for a reason needs the requester's side.
     *
     * @param actor who lets it pass
     * @param id the request
     * @param findingKey key of the finding, from {@link Preparation#check} or a refusal
     * @param legalBasis the legal basis (law no. 6698 article 5 or 6); may be empty for a finding that names no article
     * @param reason why
     * @return the request
     * @throws PeykException when there is no such finding, or the person may not
     */
    public MailRequest releaseFinding(
            PersonId actor, RequestId id, String findingKey, String legalBasis, String reason) {
        return execute(id, actor, Action.RELEASE_FINDING, r -> {
            boolean officer = permissions.dataProtection(actor);
            if (!officer && !permissions.may(actor, Action.REVISE, r.requester())) {
                throw new PeykException(ErrorCode.NOT_PERMITTED, null);
            }
            CheckedFinding finding = desk.findings(r).stream()
                    .filter(f -> f.key().equals(findingKey))
                    .findFirst()
                    .orElseThrow(() -> new PeykException(ErrorCode.FINDING_UNKNOWN, null));
            return new Command.ReleaseFinding(finding, officer, legalBasis, reason);
        });
    }

    /**
     * Says that a finding is none: a number that only looks like an identity number, a name that is a place. It no longer stands in the way of this
     * revision, and shows when changed rules are tried ({@link CheckTrials}).
     *
     * @param actor who says so; needs the data-protection role
     * @param id the request
     * @param findingKey key of the finding, from {@link Preparation#check} or a refusal
     * @param reason how it is known
     * @return the request
     * @throws PeykException when there is no such finding, or the person may not
     */
    public MailRequest markFalseAlarm(PersonId actor, RequestId id, String findingKey, String reason) {
        if (!permissions.dataProtection(actor)) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
        return releaseFinding(actor, id, findingKey, FindingRelease.FALSE_ALARM, reason);
    }

    /**
     * Approves every open step this person may decide.
     *
     * @param actor the approver
     * @param id the request
     * @param digest digest of what the approver saw
     * @return the request
     * @throws RefusedException when the text has changed since, the person touched the request, or has no authority
     */
    public MailRequest approve(PersonId actor, RequestId id, String digest) {
        return execute(id, actor, Action.APPROVE, r -> new Command.Approve(digest, desk.standings(r, actor)));
    }

    /**
     * Sends the request back to its requester.
     *
     * @param actor the approver
     * @param id the request
     * @param reason why
     * @param note what to change
     * @return the request
     * @throws RefusedException when the person may not decide
     */
    public MailRequest requestChanges(PersonId actor, RequestId id, ReasonCode reason, String note) {
        return execute(
                id,
                actor,
                Action.REQUEST_CHANGES,
                r -> new Command.RequestChanges(reason, note, desk.standings(r, actor)));
    }

    /**
     * Refuses the request for good.
     *
     * @param actor the approver
     * @param id the request
     * @param reason why
     * @param note in words
     * @return the request
     * @throws RefusedException when the person may not decide
     */
    public MailRequest reject(PersonId actor, RequestId id, ReasonCode reason, String note) {
        return execute(id, actor, Action.REJECT, r -> new Command.Reject(reason, note, desk.standings(r, actor)));
    }

    /**
     * Takes a request back, or stops one that is being sent: who has not got it does not get it.
     *
     * @param actor who cancels
     * @param id the request
     * @param note why
     * @return the request
     * @throws RefusedException when it is over already
     */
    public MailRequest cancel(PersonId actor, RequestId id, String note) {
        return execute(id, actor, Action.CANCEL, r -> new Command.Cancel(note));
    }

    /**
     * Merges a request into another one that says the same (mükerrer talep), before it is sent: it is cancelled with the remark {@code MERGED},
     * and the histories of both name the other, all in one transaction. The other request stays as it is, with its own audience and its
     * approvals. Merging again into the same request changes nothing.
     *
     * @param actor somebody of the communications office
     * @param duplicate the request that ends; its requester finds the other one by {@link #mergedInto}
     * @param into the request that goes on, or was sent already
     * @param note why
     * @return the merged request
     * @throws RefusedException with {@link ErrorCode#STATE} when the one is being sent or over, or the other is not under way
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person is not of the communications office, {@link
     *     ErrorCode#NOT_FOUND} when one of them does not exist
     * @throws IllegalArgumentException when both are the same request
     */
    public MailRequest merge(PersonId actor, RequestId duplicate, RequestId into, String note) {
        return merging.merge(actor, duplicate, into, note);
    }

    /**
     * The request that another one was merged into.
     *
     * @param id the request
     * @return the other one; empty when it was not merged
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public Optional<RequestId> mergedInto(RequestId id) {
        return merging.into(id);
    }

    /**
     * Asks for the correction (düzeltme) of a request that goes out, or went out, wrong. What is left of it is stopped at once. The correction is
     * a new draft that is checked and approved like any other, by those who would approve the original; it needs no lead time. It goes to
     * those who got the original or may have got it, in whichever order they have left or joined since, with "DÜZELTME:" before its subject;
     * where the original was stopped by this, those who had not got it yet get the corrected text without that word. The histories of
     * both name the other. A second call with the same form gives the first draft.
     *
     * @param actor who asks: the requester, who entered the request, or the communications office
     * @param original what was wrong
     * @param corrected the form as it should have been; its audience and channels are replaced
     * @param note what was wrong with it
     * @return the draft
     * @throws RefusedException with {@link ErrorCode#STATE} when sending has not begun
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not, {@link ErrorCode#VERSION_CONFLICT} when the
     *     sending ended at this moment
     */
    public MailRequest correct(PersonId actor, RequestId original, RequestForm corrected, String note) {
        return correcting.correct(actor, original, corrected, note);
    }

    /**
     * The request that another one corrects.
     *
     * @param correction the other one
     * @return the original; empty when it is no correction
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public Optional<RequestId> corrects(RequestId correction) {
        return correcting.of(correction);
    }

    /**
     * The corrections of a request.
     *
     * @param original the request
     * @return the corrections, the oldest first
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public List<RequestId> correctedBy(RequestId original) {
        return correcting.by(original);
    }

    /**
     * Sets the time of sending.
     *
     * @param actor who schedules
     * @param id an approved request
     * @param at when, or null for as soon as its window allows
     * @return the request
     * @throws RefusedException when it is not approved, or the time is outside of its window
     */
    public MailRequest schedule(PersonId actor, RequestId id, @Nullable Instant at) {
        return execute(id, actor, Action.SCHEDULE, r -> new Command.Schedule(at));
    }

    /**
     * Stops sending for a while (Durdur). Takes effect within one message per connection.
     *
     * @param actor who stops it
     * @param id the request
     * @param note why
     * @return the request
     * @throws RefusedException when it is neither scheduled nor being sent
     */
    public MailRequest pause(PersonId actor, RequestId id, String note) {
        return execute(id, actor, Action.PAUSE, r -> new Command.Pause("PERSON", note));
    }

    /**
     * Goes on where it was stopped.
     *
     * @param actor who resumes it
     * @param id the request
     * @return the request
     * @throws RefusedException when it is not paused
     * @throws PeykException with {@link ErrorCode#DIGEST_MISMATCH} when what is left is not what was approved, {@link ErrorCode#NOT_APPROVED}
     *     when the requester has left and nobody took the request over
     */
    public MailRequest resume(PersonId actor, RequestId id) {
        return execute(id, actor, Action.RESUME, r -> {
            guard.requireResumable(r);
            return new Command.Resume();
        });
    }

    /**
     * Takes back every approval this person gave, as long as nothing was sent: the request waits for it again, and is no longer scheduled.
     *
     * @param actor who approved, himself or for somebody else
     * @param id the request
     * @param note why
     * @return the request in approval
     * @throws RefusedException when there is no such approval, or sending has begun
     */
    public MailRequest withdrawApproval(PersonId actor, RequestId id, String note) {
        return execute(id, actor, Action.WITHDRAW_APPROVAL, r -> new Command.WithdrawApproval(note));
    }

    /**
     * Lets somebody else decide the open steps this person may decide with an authority of his own; he may still decide himself. The delegate
     * cannot pass it on, and must not have touched the request.
     *
     * @param actor whose authority is given
     * @param id the request
     * @param to who may decide as well, for this request
     * @param note why
     * @return the request
     * @throws RefusedException when the person has no authority of his own, or one of the two touched the request
     * @throws PeykException with {@link ErrorCode#DELEGATE_INACTIVE} when the other person is not active
     */
    public MailRequest delegate(PersonId actor, RequestId id, PersonId to, String note) {
        return execute(id, actor, Action.DELEGATE, r -> {
            permissions.requireActive(to, ErrorCode.DELEGATE_INACTIVE);
            return new Command.Delegate(to, note, desk.standings(r, actor));
        });
    }

    /**
     * Gives a request to another requester of the same unit, as when the one before leaves the university. Approvals stay, as they are bound to
     * the content; the one before stays among those who may not approve.
     *
     * @param actor the requester, whoever entered it, or the communications office
     * @param id the request
     * @param to the new requester, active in the request's unit
     * @param note why
     * @return the request
     * @throws RefusedException when the new requester approved it, or sending has begun
     * @throws PeykException with {@link ErrorCode#HAND_OVER_UNIT} when the new requester is not active in the unit, {@link
     *     ErrorCode#NO_APPROVER} when nobody but the new requester could decide an open step
     */
    public MailRequest handOver(PersonId actor, RequestId id, PersonId to, String note) {
        return execute(id, actor, Action.HAND_OVER, r -> {
            permissions.requireIn(to, r.requester().unit());
            desk.requireDecidable(r, to);
            return new Command.HandOver(to, note);
        });
    }

    /**
     * Writes a remark into the history.
     *
     * @param actor who writes it
     * @param id the request
     * @param text the remark
     * @return the request
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person has no part in the request
     */
    public MailRequest comment(PersonId actor, RequestId id, String text) {
        return execute(id, actor, Action.COMMENT, r -> {
            if (!advice.mayComment(r, actor)) {
                throw new PeykException(ErrorCode.NOT_PERMITTED, null);
            }
            return new Command.Comment(text);
        });
    }

    /**
     * The request as it is now.
     *
     * @param id the request
     * @return its present state
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is none
     */
    public MailRequest get(RequestId id) {
        return commands.load(id);
    }

    /**
     * What one revision says otherwise than an earlier one, word by word.
     *
     * @param id the request
     * @param from the earlier revision, from 1
     * @param to the later revision, at most {@link MailRequest#revision()}
     * @return the parts of the text that are different
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     * @throws IllegalArgumentException when there is no such revision, or {@code from} is after {@code to}
     */
    public RequestDifference difference(RequestId id, int from, int to) {
        return Revisions.of(store, rows, id).between(from, to);
    }

    /**
     * What the text says now otherwise than the one that was last approved by everybody who had to.
     *
     * @param id the request
     * @return the parts that are different; empty when no text of it was approved yet
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public Optional<RequestDifference> differenceSinceApproval(RequestId id) {
        return Revisions.of(store, rows, id).sinceApproval();
    }

    /**
     * Requests in some states, the longest untouched first.
     *
     * @param states the states
     * @param limit how many at most
     * @return the requests
     */
    public List<MailRequest> inStates(List<RequestState> states, int limit) {
        return store.read(c -> rows.inStates(c, states, limit));
    }

    /**
     * What a person can do with a request now, and why not what is not possible.
     *
     * @param actor the person
     * @param id the request
     * @return for each action of people: empty when it is possible, else the reason
     */
    public Map<Action, Optional<LocalizedText>> allowedActions(PersonId actor, RequestId id) {
        return advice.about(get(id), actor);
    }

    private MailRequest execute(RequestId id, PersonId actor, Action action, Function<MailRequest, Command> command) {
        return commands.execute(id, actor, r -> {
            if (!permissions.may(actor, action, r.requester())) {
                throw new PeykException(ErrorCode.NOT_PERMITTED, null);
            }
            return command.apply(r);
        });
    }
}
