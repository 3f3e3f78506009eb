package org.peyk.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.RequestCommands;
import org.peyk.spi.PluginException;
import org.peyk.spi.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins a sending whose time has come, after one last look at what would be sent and who approved it. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final RequestCommands commands;
    private final SendGuard guard;
    private final Sessions sessions;
    private final Clock clock;
    private final SendingConfig config;

    Dispatcher(RequestCommands commands, SendGuard guard, Sessions sessions, Clock clock, SendingConfig config) {
        this.commands = commands;
        this.guard = guard;
        this.sessions = sessions;
        this.clock = clock;
        this.config = config;
    }

    /** The request changed while it was looked at; it is looked at once more. */
    private static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("the request changed", null, false, false);
        }
    }

    /**
     * Begins, refuses or lets expire.
     *
     * @return when to look again, if the request still waits then
     */
    Instant run(RequestId id) throws InterruptedException {
        MailRequest request = commands.load(id);
        Instant now = clock.instant();
        if (request.state() != RequestState.SCHEDULED) {
            return now;
        }
        try {
            Instant notAfter = request.times().end();
            if (notAfter != null && !now.isBefore(notAfter)) {
                execute(request, r -> new Command.Expire(words(ErrorCode.TIME_INVALID)));
            } else if (request.sendAt() != null && !now.isBefore(request.sendAt())) {
                begin(request);
            }
            return now;
        } catch (PluginException e) {
            LOG.warn("request {} cannot be looked at before sending ({}); it is tried again", id, e.code());
            return now.plus(config.sourceRetry());
        } catch (Changed e) {
            LOG.debug("request {} changed while it was looked at", id);
            return now;
        }
    }

    private void begin(MailRequest request) throws PluginException, InterruptedException {
        if (!sessions.channels().containsAll(request.form().channels())) {
            refuse(request, ErrorCode.NO_TRANSPORT);
            return;
        }
        Optional<SendGuard.Refusal> refusal = guard.recheck(request);
        if (refusal.isPresent()) {
            execute(
                    request,
                    r -> new Command.RefuseSending(
                            refusal.get().remark(), refusal.get().note()));
            return;
        }
        String digest = guard.digest(request);
        try {
            commands.execute(request.id(), null, r -> same(request, r, new Command.StartSending(digest)));
        } catch (RefusedException e) {
            if (e.code() == ErrorCode.DIGEST_MISMATCH || e.code() == ErrorCode.NOT_APPROVED) {
                refuse(request, e.code());
            } else {
                LOG.debug("request {} was not begun: {}", request.id(), e.code());
            }
        }
    }

    private void refuse(MailRequest request, ErrorCode code) {
        execute(request, r -> new Command.RefuseSending(code.name(), words(code)));
    }

    private void execute(MailRequest seen, Function<MailRequest, Command> command) {
        try {
            commands.execute(seen.id(), null, r -> same(seen, r, command.apply(r)));
        } catch (RefusedException e) {
            LOG.debug("request {} was left as it is: {}", seen.id(), e.code());
        }
    }

    private static Command same(MailRequest seen, MailRequest now, Command command) {
        if (seen.revision() != now.revision() || !seen.digest().equals(now.digest())) {
            throw new Changed();
        }
        return command;
    }

    /** Notes are read by people of both languages. */
    static String words(ErrorCode code) {
        return code.text().tr() + " / " + code.text().en();
    }
}
