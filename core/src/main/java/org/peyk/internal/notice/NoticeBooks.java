package org.peyk.internal.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.NoticeState;
import org.peyk.ReadyNotice;
import org.peyk.internal.store.NoticeRows;
import org.peyk.internal.store.NoticeRows.Due;
import org.peyk.internal.store.Store;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account of notices that are to be sent: takes one for an attempt, and writes down what became of it. */
final class NoticeBooks {

    static final int ATTEMPTS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeBooks.class);
    private static final int PAGE = 50;

    /** Longer than an attempt takes; a notice whose process died is tried again then, with the same Message-ID. */
    private static final Duration TAKEN = Duration.ofMinutes(30);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private final Store store;
    private final Directory directory;
    private final NoticeMails mails;
    private final Clock clock;

    NoticeBooks(Store store, Directory directory, NoticeMails mails, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.mails = mails;
        this.clock = clock;
    }

    List<Due> due() {
        return store.read(c -> NoticeRows.due(c, clock.instant(), PAGE));
    }

    /** Takes a notice for an attempt; empty when somebody else has it, or its reader cannot be reached. */
    Optional<ReadyNotice> take(Due due) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.write(c -> NoticeRows.claim(c, due, now.plus(TAKEN)))) {
            return Optional.empty();
        }
        long id = due.notice().id();
        try {
            Optional<Person> person = directory.find(due.notice().person());
            String why = person.isEmpty()
                    ? "UNKNOWN"
                    : !directory.active(due.notice().person(), now)
                            ? "INACTIVE"
                            : person.get().address() == null ? "NO_ADDRESS" : null;
            if (why != null) {
                over(id, NoticeState.UNREACHABLE, why);
                return Optional.empty();
            }
            Optional<ReadyNotice> ready = mails.ready(due, person.orElseThrow());
            if (ready.isEmpty()) {
                over(id, NoticeState.FAILED, "KEY_GONE");
            }
            return ready;
        } catch (DirectoryException | RuntimeException e) {
            later(id, due.notice().attempts() + 1, e instanceof DirectoryException d ? d.code() : "DIRECTORY");
            return Optional.empty();
        }
    }

    void sent(long id) {
        store.run(c -> NoticeRows.sent(c, id, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    void over(long id, NoticeState state, String reason) {
        store.run(c -> NoticeRows.over(c, id, state, reason));
        LOG.warn("notice {} was not sent: {} {}", id, state, reason);
    }

    /** Has it tried again, each time after a longer wait; fails it after the last attempt. */
    void later(long id, int attempt, @Nullable String reason) {
        if (attempt >= ATTEMPTS) {
            over(id, NoticeState.FAILED, reason == null ? "ATTEMPTS" : reason);
            return;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        store.run(c -> NoticeRows.later(c, id, clock.instant().plus(bounded).truncatedTo(ChronoUnit.MICROS), reason));
    }

    /** It was not tried after all. */
    void giveBack(long id) {
        store.run(c -> NoticeRows.later(c, id, clock.instant().truncatedTo(ChronoUnit.MICROS), null));
    }

    Instant now() {
        return clock.instant();
    }
}
