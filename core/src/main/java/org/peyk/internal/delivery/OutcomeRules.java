package org.peyk.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.SendingConfig;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.LedgerMarks.Result;
import org.peyk.internal.store.LedgerRows;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.ServerReply;

/** What an outcome does to its row. Pure but for the spread of waits. */
final class OutcomeRules {

    /** Sessions that may break at one row for nothing; what breaks more of them is held to be the row's own trouble. */
    static final int FREE_BREAKS = 5;

    private static final int TEXT_LENGTH = 500;

    private final SendingConfig config;
    private final InDoubtPolicy policy;
    private final @Nullable Instant notAfter;
    private final RandomGenerator spread;

    OutcomeRules(SendingConfig config, InDoubtPolicy policy, @Nullable Instant notAfter, RandomGenerator spread) {
        this.config = config;
        this.policy = policy;
        this.notAfter = notAfter;
        this.spread = spread;
    }

    /** What an outcome means beyond its own row. */
    enum Effect {
        /** Nothing: the next one may go. */
        GO_ON,
        /** The session is not to be used any more. */
        END_SESSION,
        /** Nothing more for a while. */
        SLOW_DOWN,
        /** Nothing more of this request until somebody has acted. */
        STOP_REQUEST
    }

    static Effect effect(DeliveryOutcome outcome) {
        FailureScope scope = scope(outcome);
        if (scope == null) {
            return Effect.GO_ON;
        }
        return switch (scope) {
            case SESSION -> Effect.END_SESSION;
            case RATE -> Effect.SLOW_DOWN;
            case ACCOUNT -> Effect.STOP_REQUEST;
            case CONTENT, RECIPIENT -> Effect.GO_ON;
        };
    }

    private static @Nullable FailureScope scope(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Deferred d) {
            return d.scope();
        }
        return outcome instanceof DeliveryOutcome.Refused r ? r.scope() : null;
    }

    /** How long to wait after an outcome that asks to slow down. */
    Duration rateWait(DeliveryOutcome outcome) {
        Duration asked = retryAfter(outcome);
        return asked == null ? config.rateWait() : asked;
    }

    private static @Nullable Duration retryAfter(DeliveryOutcome outcome) {
        return outcome instanceof DeliveryOutcome.Deferred d ? d.retryAfter() : null;
    }

    Result apply(ClaimedRow row, DeliveryOutcome outcome, Instant now) {
        if (outcome instanceof DeliveryOutcome.Accepted) {
            return tried(row, outcome, now, DeliveryState.SENT, null, null);
        }
        if (outcome instanceof DeliveryOutcome.InDoubt) {
            return inDoubt(row, outcome, now);
        }
        FailureScope scope = scope(outcome);
        if (scope == null) {
            throw new IllegalArgumentException("unknown outcome");
        }
        return switch (scope) {
            case SESSION -> broken(row, outcome, now);
            case ACCOUNT -> untried(row, outcome, now, DeliveryReason.ACCOUNT, null);
            case RATE -> later(row, outcome, now, DeliveryReason.RATE, now.plus(rateWait(outcome)));
            case CONTENT -> failed(row, outcome, now, DeliveryReason.CONTENT);
            case RECIPIENT -> failed(row, outcome, now, DeliveryReason.RECIPIENT);
        };
    }

    /** A refusal that was found not to be about its recipient. */
    Result held(ClaimedRow row, DeliveryOutcome outcome, Instant now) {
        return tried(row, outcome, now, DeliveryState.PENDING, DeliveryReason.EVERYBODY_REFUSED, null);
    }

    /**
     * A session that broke at a row. It waits a little and goes behind the others; a row at which every session breaks is treated as a
     * recipient who cannot be written to for the time being, with attempts and an end.
     */
    private Result broken(ClaimedRow row, DeliveryOutcome outcome, Instant now) {
        int breaks = row.breaks() + 1;
        if (breaks <= FREE_BREAKS) {
            Duration wait = config.sessionBackoff().multipliedBy(1L << breaks);
            Duration limit = config.sessionBackoffLimit();
            Instant next = now.plus(wait.compareTo(limit) < 0 ? wait : limit);
            return result(
                    row,
                    outcome,
                    now,
                    DeliveryState.PENDING,
                    DeliveryReason.SESSION,
                    row.attempts(),
                    breaks,
                    next,
                    null);
        }
        Instant next = now.plus(backoff(row.attempts()));
        return tooLate(row, now, next)
                ? tried(row, outcome, now, DeliveryState.FAILED, DeliveryReason.DEADLINE, null)
                : result(
                        row,
                        outcome,
                        now,
                        DeliveryState.DEFERRED,
                        DeliveryReason.SESSION,
                        row.attempts() + 1,
                        breaks,
                        next,
                        now);
    }

    private Result inDoubt(ClaimedRow row, DeliveryOutcome outcome, Instant now) {
        boolean poison = row.doubted() + 1 >= LedgerRows.DOUBTS_UNTIL_POISON;
        Instant again = policy == InDoubtPolicy.RESEND && !poison ? now.plus(config.inDoubtHold()) : null;
        return new Result(
                row,
                DeliveryState.IN_DOUBT,
                poison ? DeliveryReason.POISON : DeliveryReason.NO_REPLY,
                row.attempts() + 1,
                row.doubted() + 1,
                0,
                again,
                now,
                outcome.reply().code(),
                status(outcome.reply()),
                text(outcome.reply()),
                now);
    }

    private Result failed(ClaimedRow row, DeliveryOutcome outcome, Instant now, DeliveryReason reason) {
        if (outcome instanceof DeliveryOutcome.Refused) {
            return tried(row, outcome, now, DeliveryState.FAILED, reason, null);
        }
        Instant next = now.plus(backoff(row.attempts()));
        Duration asked = retryAfter(outcome);
        if (asked != null && now.plus(asked).isAfter(next)) {
            next = now.plus(asked);
        }
        if (tooLate(row, now, next)) {
            return tried(row, outcome, now, DeliveryState.FAILED, DeliveryReason.DEADLINE, null);
        }
        return tried(row, outcome, now, DeliveryState.DEFERRED, reason, next);
    }

    private Result later(ClaimedRow row, DeliveryOutcome outcome, Instant now, DeliveryReason reason, Instant next) {
        return tooLate(row, now, next)
                ? tried(row, outcome, now, DeliveryState.FAILED, DeliveryReason.DEADLINE, null)
                : untried(row, outcome, now, reason, next);
    }

    private boolean tooLate(ClaimedRow row, Instant now, Instant next) {
        Instant first = row.firstAttemptAt() == null ? now : row.firstAttemptAt();
        return next.isAfter(first.plus(config.retryDeadline())) || (notAfter != null && !next.isBefore(notAfter));
    }

    /** The wait after a number of earlier attempts. */
    private Duration backoff(int attempts) {
        List<Duration> waits = config.recipientBackoff();
        Duration wait = waits.get(Math.min(attempts, waits.size() - 1));
        double factor = 1 + config.backoffJitter() * (2 * spread.nextDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    private static Result tried(
            ClaimedRow row,
            DeliveryOutcome outcome,
            Instant now,
            DeliveryState state,
            @Nullable DeliveryReason reason,
            @Nullable Instant notBefore) {
        return result(row, outcome, now, state, reason, row.attempts() + 1, 0, notBefore, now);
    }

    /** It goes back as if it had not been tried; what was answered is kept for people to see. */
    private static Result untried(
            ClaimedRow row, DeliveryOutcome outcome, Instant now, DeliveryReason reason, @Nullable Instant notBefore) {
        Instant first = reason == DeliveryReason.RATE ? now : null;
        return result(row, outcome, now, DeliveryState.PENDING, reason, row.attempts(), row.breaks(), notBefore, first);
    }

    private static Result result(
            ClaimedRow row,
            DeliveryOutcome outcome,
            Instant now,
            DeliveryState state,
            @Nullable DeliveryReason reason,
            int attempts,
            int breaks,
            @Nullable Instant notBefore,
            @Nullable Instant firstAttemptAt) {
        ServerReply reply = outcome.reply();
        return new Result(
                row,
                state,
                reason,
                attempts,
                row.doubted(),
                breaks,
                notBefore,
                firstAttemptAt,
                reply.code(),
                status(reply),
                text(reply),
                now);
    }

    private static @Nullable String status(ServerReply reply) {
        return reply.enhanced() == null ? null : reply.enhanced().toString();
    }

    /** The reply's text as a database column takes it, whatever the server sent. */
    private static String text(ServerReply reply) {
        StringBuilder b = new StringBuilder();
        reply.text()
                .codePoints()
                .limit(TEXT_LENGTH)
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '?' : c)
                .forEach(b::appendCodePoint);
        return b.length() <= TEXT_LENGTH ? b.toString() : b.substring(0, b.offsetByCodePoints(TEXT_LENGTH, -1));
    }
}
