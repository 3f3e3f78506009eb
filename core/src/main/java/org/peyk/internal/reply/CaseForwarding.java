package org.peyk.internal.reply;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.peyk.ReplyCase;
import org.peyk.internal.store.ReplyCaseRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the mails of open cases to their units, each once: who begins reserves the case, and success is stored. */
final class CaseForwarding {

    private static final Logger LOG = LoggerFactory.getLogger(CaseForwarding.class);
    private static final int PAGE = 50;

    /** Longer than any attempt takes; after a crash the case is tried again then. */
    private static final Duration RESERVED = Duration.ofMinutes(30);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private final Store store;
    private final Clock clock;
    private final MailOpener opener;
    private final ReplyForwarder forwarder;

    CaseForwarding(Store store, Clock clock, MailOpener opener, ReplyForwarder forwarder) {
        this.store = store;
        this.clock = clock;
        this.opener = opener;
        this.forwarder = forwarder;
    }

    /** Forwards everything that is due. */
    void run() throws InterruptedException {
        long last = 0;
        List<ReplyCase> page;
        do {
            long from = last;
            page = store.read(c -> ReplyCaseRows.toForward(c, clock.instant(), from, PAGE));
            for (ReplyCase k : page) {
                forward(k);
                last = k.id();
            }
        } while (page.size() == PAGE);
    }

    private void forward(ReplyCase k) throws InterruptedException {
        Instant now = clock.instant();
        int attempt = store.write(c -> ReplyCaseRows.beginForward(c, k.id(), now, now.plus(RESERVED)));
        if (attempt == 0) {
            return;
        }
        try (InputStream mail = opener.open(k.id())) {
            forwarder.forward(k, mail, attempt);
        } catch (InterruptedException e) {
            later(k, Duration.ZERO);
            throw e;
        } catch (Exception e) {
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            LOG.warn(
                    "PEYK-502: reply case {} could not be forwarded ({}), attempt {}; tried again in {}",
                    k.id(),
                    e instanceof PluginException p ? p.code() : e.getClass().getName(),
                    attempt,
                    wait);
            later(k, wait);
            return;
        }
        store.run(c -> ReplyCaseRows.forwarded(c, k.id(), clock.instant()));
    }

    private void later(ReplyCase k, Duration wait) {
        store.run(c -> ReplyCaseRows.forwardLater(c, k.id(), clock.instant().plus(wait)));
    }
}
