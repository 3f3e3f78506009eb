package org.peyk;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.reply.ReplyDesk;
import org.peyk.internal.reply.ReplyIntake;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.MailboxException;

/**
 * What came back: bounces and automatic replies are counted, answers by people become cases of the unit they concern.
 *
 * <p>Of a mail only what sorting it needs is stored; its text stays in the mailbox. Who may see which case, and open its letter, is the portal's
 * to decide. Thread-safe; every method uses the store and may throw {@link StoreException}.
 */
public final class Replies {

    private static final LocalizedText NOT_OF_THE_UNIT = LocalizedText.of(
            "Bu yanıtı, verildiği birimin çalışanları ya da Kurumsal İletişim kapatabilir.",
            "Somebody of the unit this answer was given to, or the communications office, can close it.");

    private final ReplyIntake intake;
    private final ReplyDesk desk;
    private final Permissions permissions;

    Replies(ReplyIntake intake, ReplyDesk desk, Permissions permissions) {
        this.intake = intake;
        this.desk = desk;
        this.permissions = permissions;
    }

    /**
     * Reads all mailboxes to their end, now and on the calling thread. The library does so by itself every now and then.
     *
     * @return what came; a mailbox that cannot be read is named in it and keeps nobody else waiting
     */
    public MailboxPoll poll() {
        return intake.poll();
    }

    /**
     * A page of cases, the most urgent first.
     *
     * @param unit whose cases, or null for all
     * @param openOnly whether to leave closed ones out
     * @param after id of the last case of the page before, or 0 for the first page
     * @param limit how many at most; at least 1
     * @return the cases
     */
    public List<ReplyCase> cases(@Nullable UnitId unit, boolean openOnly, long after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        return desk.cases(unit, openOnly, after, limit);
    }

    /**
     * Closes a case.
     *
     * @param actor who does it: somebody of the case's unit or its representative, or the communications office
     * @param caseId which case
     * @param outcome what became of the mail
     * @return the closed case
     * @throws PeykException with {@link ErrorCode#CASE_CLOSED} when there is no such open case; {@link ErrorCode#NOT_PERMITTED} when it is
     *     not this person's to close; {@link ErrorCode#PLUGIN_FAILED} when the directory cannot say
     */
    public ReplyCase close(PersonId actor, long caseId, ReplyCase.Outcome outcome) {
        if (!permissions.mayAnswerFor(actor, desk.find(caseId).unit())) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, NOT_OF_THE_UNIT, null);
        }
        return desk.close(actor, caseId, outcome);
    }

    /**
     * How many mails of each kind came back about a request.
     *
     * @param id the request
     * @return counts; kinds that did not come are absent
     */
    public Map<IncomingKind, Long> counts(RequestId id) {
        return desk.counts(id);
    }

    /**
     * Opens a mail as it came. Opening it is reading somebody's letter: offer it to those alone whom the case was given to.
     *
     * @param id id of a {@link ReplyCase} or an {@link UnlinkedMail}
     * @return its bytes (RFC 5322); to be closed by the caller
     * @throws PeykException with {@link ErrorCode#CASE_CLOSED} when there is no such mail, or its mailbox is not part of this process
     * @throws MailboxException when the mailbox cannot be read or the mail is gone
     * @throws InterruptedException when the thread is asked to stop
     */
    public InputStream open(long id) throws MailboxException, InterruptedException {
        return desk.open(id);
    }

    /**
     * Mails that a person of the communications office has to look at: answers that name no message of ours, complaints, and mails that could not
     * be understood.
     *
     * @param limit how many at most; at least 1
     * @return the newest first
     */
    public List<UnlinkedMail> unlinked(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        return desk.unlinked(limit);
    }
}
