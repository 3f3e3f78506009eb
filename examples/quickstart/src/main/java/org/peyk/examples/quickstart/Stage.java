package org.peyk.examples.quickstart;

import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RefusedException;
import org.peyk.RefusedException.Refusal;
import org.peyk.spi.RequestForm;

/** What the chapters share: the process, the post office, the time, and the request as it stands. */
final class Stage {

    private final Console console;
    private final StoryClock clock;
    private final MailProcess process;
    private final PostOffice post;
    private final Claims claims = new Claims();
    private @Nullable MailRequest request;
    private long refusals;

    Stage(Console console, StoryClock clock, MailProcess process, PostOffice post) {
        this.console = console;
        this.clock = clock;
        this.process = process;
        this.post = post;
    }

    Console console() {
        return console;
    }

    StoryClock clock() {
        return clock;
    }

    MailProcess process() {
        return process;
    }

    PostOffice post() {
        return post;
    }

    Claims claims() {
        return claims;
    }

    /** The request of the story as it was when a command last changed it. */
    MailRequest request() {
        if (request == null) {
            throw new IllegalStateException("no chapter has made the request yet");
        }
        return request;
    }

    void become(MailRequest changed) {
        request = changed;
    }

    /** The requester writes the form anew. */
    void revise(RequestForm form) {
        become(process.requests()
                .revise(Cast.REQUESTER.id(), request().id(), request().version(), form));
    }

    /**
     * Does what has to be refused.
     *
     * @throws IllegalStateException when it is accepted, or refused for another reason
     */
    Refusal refused(ErrorCode reason, Runnable attempt) {
        try {
            attempt.run();
        } catch (RefusedException e) {
            if (e.code() == reason) {
                refusals++;
                become(process.requests().get(request().id()));
                return e.refusal();
            }
            throw new IllegalStateException("refused, but not with " + reason.code(), e);
        } catch (PeykException e) {
            throw new IllegalStateException("refused, but not with " + reason.code(), e);
        }
        throw new IllegalStateException("accepted, though it has to be refused with " + reason.code());
    }

    /** How many attempts were refused as they had to be. */
    long refusals() {
        return refusals;
    }
}
