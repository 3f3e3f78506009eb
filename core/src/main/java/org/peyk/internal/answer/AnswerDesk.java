package org.peyk.internal.answer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.reply.AnswerIntake;
import org.peyk.internal.store.AnswerKeyRows;
import org.peyk.internal.store.AnswerKeyRows.AnswerKey;
import org.peyk.internal.store.AnswerRows;
import org.peyk.internal.store.AnswerRows.Answer;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries answers to approval mails out. A mail is taken in the transaction that moves the mailbox's cursor, and judged after it; the key is used
 * in the transaction of the decision, so that of two answers at once one decides; and the attempt is written to the history of the request,
 * whatever it came to. A crash anywhere in between is made good by the next poll.
 */
public final class AnswerDesk implements AnswerIntake {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);
    private static final int PAGE = 100;

    /** An answer that could not be carried out so often goes to a person. */
    private static final int ATTEMPTS = 50;

    private final Store store;
    private final RequestCommands commands;
    private final AnswerKeys keys;
    private final AnswerJudge judge;
    private final Clock clock;

    public AnswerDesk(Store store, RequestCommands commands, AnswerKeys keys, AnswerJudge judge, Clock clock) {
        this.store = store;
        this.commands = commands;
        this.keys = keys;
        this.judge = judge;
        this.clock = clock;
    }

    /** Somebody else was quicker; what this transaction would have stored is not stored. */
    private static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLate() {
            super(null, null, false, false);
        }
    }

    @Override
    public Taken take(Connection c, String mailbox, IncomingMail mail) throws SQLException {
        if (AnswerRows.seen(c, mailbox, mail)) {
            return Taken.KNOWN;
        }
        boolean answer = mail.kind() == IncomingKind.HUMAN_REPLY || mail.kind() == IncomingKind.AUTO_REPLY;
        Optional<AnswerKey> key = answer ? keys.find(c, mail.references()) : Optional.empty();
        // an answer that was handed to a person before keeps its place there
        if (key.isEmpty() || ReplyRows.seen(c, mailbox, mail)) {
            return Taken.NO;
        }
        AnswerRows.insert(c, mailbox, mail, key.get().nonce());
        return Taken.NEW;
    }

    @Override
    public void work() {
        long last = 0;
        List<Answer> page;
        do {
            long from = last;
            page = store.read(c -> AnswerRows.open(c, from, PAGE));
            for (Answer a : page) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                // another node may read a mailbox that this one does not
                if (judge.reads(a.mailbox())) {
                    one(a);
                }
                last = a.id();
            }
        } while (page.size() == PAGE);
    }

    private void one(Answer a) {
        AnswerKey key = store.read(c -> AnswerKeyRows.find(c, a.nonce())).orElse(null);
        if (key == null) {
            // keys go with their requests
            store.run(c -> AnswerRows.noted(c, a.id()));
            return;
        }
        try {
            if (a.attempts() >= 2 * ATTEMPTS) {
                // its request's history cannot be written either
                store.run(c -> AnswerRows.noted(c, a.id()));
                return;
            }
            if (a.outcome() == null) {
                AnswerJudge.Judged judged = a.attempts() >= ATTEMPTS
                        ? AnswerJudge.Judged.nothing(AnswerOutcome.UNREADABLE)
                        : judge.judge(a, key, now());
                decide(a, key, judged);
            }
            note(a, key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(a, e);
        }
    }

    /** One answer that cannot be carried out holds up no other. */
    private void failed(Answer a, RuntimeException e) {
        if (e instanceof PeykException p && p.code() == ErrorCode.NOT_FOUND) {
            // its request is gone
            store.run(c -> AnswerRows.noted(c, a.id()));
            return;
        }
        store.run(c -> AnswerRows.failed(c, a.id()));
        // not the exception itself: its message may hold what it is about
        LOG.warn(
                "{}: answer {} could not be carried out; tried again at the next poll",
                e instanceof PeykException p ? p.code().code() : e.getClass().getName(),
                a.id());
    }

    private void decide(Answer a, AnswerKey key, AnswerJudge.Judged judged) {
        AnswerOutcome outcome = judged.outcome();
        if (judged.command() != null) {
            try {
                commands.execute(key.request(), key.person(), judged.command(), change -> {
                    Connection c = change.now();
                    if (!AnswerKeyRows.use(c, key.nonce(), now())
                            || !AnswerRows.decide(c, a.id(), judged.outcome().name())) {
                        throw new TooLate();
                    }
                });
                // where nothing changed nothing was stored, and the first decision stands
                outcome = AnswerOutcome.REPEATED;
            } catch (TooLate e) {
                outcome = AnswerOutcome.REPEATED;
            } catch (PeykException e) {
                // the other of two answers at once may have decided between our reading of the key and now
                outcome = used(key) ? AnswerOutcome.REPEATED : refused(e);
            }
        }
        AnswerOutcome came = outcome;
        store.run(c -> {
            if (came == AnswerOutcome.REPEATED) {
                AnswerKeyRows.use(c, key.nonce(), now());
            }
            if (AnswerRows.decide(c, a.id(), came.name()) && came.looked()) {
                // the communications office looks at it, and no request is measured by it
                ReplyRows.insert(c, a.mailbox(), a.mail(), null, null, null);
            }
        });
    }

    private boolean used(AnswerKey key) {
        return store.read(c -> AnswerKeyRows.find(c, key.nonce()))
                .filter(k -> k.usedAt() != null)
                .isPresent();
    }

    private static AnswerOutcome refused(PeykException e) {
        if (e.code() == ErrorCode.APPROVAL_STALE) {
            return AnswerOutcome.STALE;
        } else if (e.code() == ErrorCode.STATE || e.code() == ErrorCode.NOT_FOUND) {
            return AnswerOutcome.CLOSED;
        } else if (e.code() == ErrorCode.APPROVER_NO_AUTHORITY
                || e.code() == ErrorCode.APPROVER_TOUCHED
                || e.code() == ErrorCode.NOT_PERMITTED) {
            return AnswerOutcome.NO_AUTHORITY;
        }
        throw e;
    }

    /** Writes the attempt to the history, once. */
    private void note(Answer a, AnswerKey key) {
        String outcome = store.read(c -> AnswerRows.open(c, a.id() - 1, 1)).stream()
                .filter(x -> x.id() == a.id())
                .map(Answer::outcome)
                .findFirst()
                .orElse(null);
        if (outcome == null) {
            return;
        }
        Map<String, String> data = Map.of(
                "outcome",
                outcome,
                "reply",
                String.valueOf(a.id()),
                "person",
                key.person().value());
        try {
            commands.execute(
                    key.request(),
                    actor(AnswerOutcome.valueOf(outcome), key),
                    r -> new Command.Note(EventType.APPROVAL_ANSWERED, data),
                    change -> {
                        if (!AnswerRows.noted(change.now(), a.id())) {
                            throw new TooLate();
                        }
                    });
        } catch (TooLate e) {
            // another node wrote it
        } catch (PeykException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            store.run(c -> AnswerRows.noted(c, a.id()));
        }
    }

    /** The person, where it is certain who wrote it; else nobody. */
    private static @Nullable PersonId actor(AnswerOutcome outcome, AnswerKey key) {
        return switch (outcome) {
            case AUTOMATIC, FORWARDED, OTHER_ADDRESS, NOT_AUTHENTICATED, FORGED, UNREADABLE -> null;
            default -> key.person();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
