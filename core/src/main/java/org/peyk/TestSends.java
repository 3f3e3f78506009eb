package org.peyk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.delivery.TestPost;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.RequestCommands;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.event.EventType;

/**
 * Sends a request's very message to those who work on it, before it goes to everybody (deneme gönderimi). A test is marked in its header
 * alone: subject and body are those that will be sent, so that the digest and the body's digest are the ones an approval binds to. It goes to
 * addresses the directory knows, never to one that is typed in. It is in the request's history, and in neither ledger nor reports. Thread-safe;
 * one test is sent at a time, on the caller's thread.
 */
public final class TestSends {

    /** To so many people at a time. */
    public static final int MOST = 5;

    private final RequestCommands commands;
    private final SubmissionDesk desk;
    private final ActionAdvice advice;
    private final PreviewDesk previews;
    private final Directory directory;
    private final @Nullable TestPost post;

    TestSends(
            RequestCommands commands,
            SubmissionDesk desk,
            Permissions permissions,
            PreviewDesk previews,
            Directory directory,
            @Nullable TestPost post) {
        this.commands = commands;
        this.desk = desk;
        this.advice = new ActionAdvice(desk, permissions);
        this.previews = previews;
        this.directory = directory;
        this.post = post;
    }

    /**
     * Sends the message to some people's own addresses, over the mail transport, and waits for the answers.
     *
     * @param actor who asks for it: somebody who has a part in the request, as its requester, editor, approver, the communications office or
     *     the data-protection officer
     * @param id the request, not over yet; it may be a draft
     * @param language the text in which language, or null for the request's first one
     * @param to who gets it, 1 to {@value #MOST} people who have a part in the request as well; the actor may be among them
     * @return what became of each copy
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when somebody has no part in the request, {@link ErrorCode#STATE} when it is
     *     over, {@link ErrorCode#INCOMPLETE} when there is no text or sender yet, {@link ErrorCode#DIGEST_MISMATCH} when a fixed list was
     *     replaced since it was last saved, {@link ErrorCode#NO_TRANSPORT} when nothing sends mail, {@link ErrorCode#PLUGIN_FAILED} when the
     *     message cannot be made, or the thread is asked to stop
     * @throws IllegalArgumentException when nobody or too many are named, or somebody twice
     */
    public TestSend send(PersonId actor, RequestId id, @Nullable Locale language, List<PersonId> to) {
        if (to.isEmpty() || to.size() > MOST || new HashSet<>(to).size() < to.size()) {
            throw new IllegalArgumentException("1 to " + MOST + " different people");
        }
        MailRequest r = commands.load(id);
        requirePart(r, actor);
        to.forEach(p -> requirePart(r, p));
        if (r.state().terminal()) {
            throw new PeykException(ErrorCode.STATE, null);
        }
        LanguageVersion version = r.form().content().versionFor(language).orElse(null);
        if (version == null || r.form().sender() == null) {
            throw new PeykException(ErrorCode.INCOMPLETE, null);
        }
        if (!desk.digest(r.form()).equals(r.digest())) {
            throw new PeykException(ErrorCode.DIGEST_MISMATCH, null);
        }
        if (post == null) {
            throw new PeykException(ErrorCode.NO_TRANSPORT, null);
        }
        List<Person> people = people(to);
        String body = previews.bodyOf(r, version.language());
        TestSend sent = new TestSend(r.digest(), body, version.language(), post.send(r, version.language(), people));
        record(actor, id, sent);
        return sent;
    }

    private void requirePart(MailRequest r, PersonId person) {
        if (!advice.mayComment(r, person)) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
    }

    private List<Person> people(List<PersonId> to) {
        List<Person> people = new ArrayList<>();
        for (PersonId p : to) {
            try {
                people.add(directory.find(p).orElseThrow(() -> new PeykException(ErrorCode.NOT_PERMITTED, null)));
            } catch (DirectoryException e) {
                throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
            }
        }
        return people;
    }

    /** What was sent is on record, whatever became of the request meanwhile. */
    private void record(PersonId actor, RequestId id, TestSend sent) {
        long taken = sent.copies().stream()
                .filter(c -> c.result() == TestSend.Result.ACCEPTED)
                .count();
        Map<String, String> data = Map.of(
                "digest", sent.digest(),
                "bodySha256", sent.bodySha256(),
                "language", sent.language().toLanguageTag(),
                "count", String.valueOf(sent.copies().size()),
                "outcome",
                        taken == sent.copies().size() ? "ACCEPTED" : taken == 0 ? "NOT_ACCEPTED" : "PARTLY_ACCEPTED");
        commands.execute(id, actor, r -> new Command.Note(EventType.TEST_SENT, data));
    }
}
