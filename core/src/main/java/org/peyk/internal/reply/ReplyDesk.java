package org.peyk.internal.reply;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.ReplyCase;
import org.peyk.UnlinkedMail;
import org.peyk.internal.store.ReplyCaseRows;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;

/** What people do with answers that came in. */
public final class ReplyDesk {

    private static final int ATTEMPTS = 3;

    private final Store store;
    private final Clock clock;
    private final CaseEvents events;
    private final MailOpener opener;

    public ReplyDesk(Store store, RequestCommands commands, Clock clock, List<Mailbox> mailboxes) {
        this.store = store;
        this.clock = clock;
        this.events = new CaseEvents(store, commands, clock);
        this.opener = new MailOpener(store, List.copyOf(mailboxes));
    }

    public List<ReplyCase> cases(@Nullable UnitId unit, boolean openOnly, long after, int limit) {
        return store.read(c -> ReplyCaseRows.page(c, unit, openOnly, after, limit));
    }

    /** Closes a case; its history is completed first, so that it is told in order. */
    public ReplyCase close(PersonId actor, long id, ReplyCase.Outcome outcome) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            events.complete(id);
            if (store.write(c -> ReplyCaseRows.close(c, id, outcome, actor, now))) {
                events.complete(id);
                return find(id);
            }
        }
        throw new PeykException(ErrorCode.CASE_CLOSED, null);
    }

    public ReplyCase find(long id) {
        return store.read(c -> ReplyCaseRows.find(c, id))
                .orElseThrow(() -> new PeykException(ErrorCode.CASE_CLOSED, null));
    }

    public Map<IncomingKind, Long> counts(RequestId id) {
        return store.read(c -> ReplyRows.counts(c, id));
    }

    public List<UnlinkedMail> unlinked(int limit) {
        return store.read(c -> ReplyRows.unlinked(c, limit));
    }

    public InputStream open(long reply) throws MailboxException, InterruptedException {
        return opener.open(reply);
    }
}
