package org.peyk.internal.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.plugin.CorrectionAudience;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.ExpansionRows.Expansion;
import org.peyk.internal.store.ExpansionRows.Totals;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestLock;
import org.peyk.internal.store.Store;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an audience into ledger rows, page by page: the rows of a page and how far it has come are one transaction, so that it goes on where
 * it was after any end of the process. Exclusions are read first.
 */
final class Expander {

    private static final Logger LOG = LoggerFactory.getLogger(Expander.class);

    /** After this long it lets other work have its thread, and goes on in its next run. */
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Store store;
    private final RequestCommands commands;
    private final Clock clock;
    private final SendingConfig config;
    private final Sessions sessions;
    private final SendGuard guard;
    private final BooleanSupplier stopping;
    private final Map<String, RecipientSource> sources = new HashMap<>();
    private final MessageIds messageIds = new MessageIds();

    Expander(
            Store store,
            RequestCommands commands,
            Clock clock,
            SendingConfig config,
            List<RecipientSource> sources,
            Sessions sessions,
            SendGuard guard,
            BooleanSupplier stopping) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
        this.config = config;
        this.sessions = sessions;
        this.guard = guard;
        this.stopping = stopping;
        for (RecipientSource s : sources) {
            if (this.sources.put(s.name(), s) != null) {
                throw new IllegalArgumentException("two recipient sources with the name " + s.name());
            }
        }
    }

    /**
     * Reads on, for a while.
     *
     * @return when to go on, if something is left
     */
    Instant run(RequestId id) throws InterruptedException {
        MailRequest request = commands.load(id);
        long end = System.nanoTime() + TURN_NANOS;
        try {
            for (Channel channel : request.form().channels()) {
                ExpansionPage pages = new ExpansionPage(request, channel, sessions, config, messageIds);
                Expansion at = begin(request, channel).orElse(null);
                while (at != null && !at.done()) {
                    if (at.cursor() == null && !asApproved(request)) {
                        return clock.instant();
                    }
                    if (stopping.getAsBoolean() || System.nanoTime() - end > 0) {
                        return clock.instant();
                    }
                    at = page(request, channel, pages, at).orElse(null);
                }
                if (at == null) {
                    // stopped, or somebody else reads on; this run's end looks at the request once more
                    return clock.instant();
                }
            }
            if (asApproved(request)) {
                record(id);
            }
            return clock.instant();
        } catch (RecipientSourceException e) {
            LOG.warn(
                    "the audience of request {} cannot be read ({}); nothing is sent, it is tried again", id, e.code());
            return clock.instant().plus(config.sourceRetry());
        } catch (PluginException e) {
            LOG.warn("request {} cannot be looked at before sending ({}); it is tried again", id, e.code());
            return clock.instant().plus(config.sourceRetry());
        } catch (ReadElsewhere e) {
            LOG.debug("the audience of request {} is read by another worker", id);
            return clock.instant();
        }
    }

    /**
     * Whether what is read now is what was approved. Time may have passed since the sending began: a process that was ended, a request that
     * was paused. No message leaves before all of the audience is read, so a list that was exchanged meanwhile reaches nobody.
     */
    private boolean asApproved(MailRequest request) throws PluginException, InterruptedException {
        if (guard.digest(request).equals(request.digest())) {
            return true;
        }
        LOG.warn("what request {} would send is not what was approved; it is paused", request.id());
        try {
            ErrorCode code = ErrorCode.DIGEST_MISMATCH;
            commands.execute(request.id(), null, r -> new Command.Pause(code.name(), Dispatcher.words(code)));
        } catch (RefusedException e) {
            if (e.code() != ErrorCode.STATE) {
                throw e;
            }
            LOG.debug("request {} was stopped already", request.id());
        }
        return false;
    }

    private Optional<Expansion> begin(MailRequest request, Channel channel) {
        return store.write(c -> {
            if (!sending(RequestLock.hold(c, request.id()).orElse(null))) {
                return Optional.empty();
            }
            Expansion at = ExpansionRows.open(c, request.id(), channel);
            return at.done() || parts(request) > 0 ? Optional.of(at) : finish(c, request, channel, at);
        });
    }

    private static Optional<Expansion> finish(Connection c, MailRequest request, Channel channel, Expansion at)
            throws SQLException {
        Expansion done = new Expansion(
                at.part(),
                null,
                0,
                true,
                false,
                at.planned(),
                at.folded(),
                at.rejected(),
                at.excluded(),
                at.version() + 1);
        return ExpansionRows.advance(c, request.id(), channel, at, done) ? Optional.of(done) : Optional.empty();
    }

    private static boolean sending(@Nullable RequestState state) {
        return state == RequestState.SENDING;
    }

    private static int parts(MailRequest request) {
        Audience a = request.form().audience();
        return a.exclude().size() + CorrectionAudience.read(a).size();
    }

    private Optional<Expansion> page(MailRequest request, Channel channel, ExpansionPage pages, Expansion at)
            throws RecipientSourceException, InterruptedException {
        Audience audience = request.form().audience();
        int exclusions = audience.exclude().size();
        boolean excluding = at.part() < exclusions;
        Selection selection = excluding
                ? audience.exclude().get(at.part())
                : CorrectionAudience.read(audience).get(at.part() - exclusions);
        RecipientPage page = source(selection).page(selection, at.cursor(), config.expansionPage());
        boolean lastPage = page.next() == null;
        int part = lastPage ? at.part() + 1 : at.part();
        boolean done = part == parts(request);
        Instant now = clock.instant();
        return store.write(c -> {
            if (!sending(RequestLock.hold(c, request.id()).orElse(null))) {
                return Optional.empty();
            }
            ExpansionPage.Sums sums = excluding ? pages.exclude(c, page) : pages.include(c, page, selection, at, now);
            Expansion after = new Expansion(
                    part,
                    page.next(),
                    lastPage ? 0 : at.seen() + page.recipients().size(),
                    done,
                    false,
                    at.planned() + sums.planned(),
                    at.folded() + sums.folded(),
                    at.rejected() + sums.rejected(),
                    at.excluded() + sums.excluded(),
                    at.version() + 1);
            if (!ExpansionRows.advance(c, request.id(), channel, at, after)) {
                throw new ReadElsewhere();
            }
            return Optional.of(after);
        });
    }

    /** Another worker stored this page; what was written here is rolled back. */
    private static final class ReadElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReadElsewhere() {
            super("another worker reads this audience", null, false, false);
        }
    }

    private RecipientSource source(Selection selection) throws RecipientSourceException {
        RecipientSource source = sources.get(selection.source());
        if (source == null) {
            throw new RecipientSourceException(
                    "SOURCE-UNKNOWN",
                    LocalizedText.of(
                            "Bu adla bir alıcı kaynağı tanımlı değil.", "There is no recipient source of this name."),
                    null);
        }
        return source;
    }

    /** Tells the request what came of it, once. */
    private void record(RequestId id) {
        Totals totals = store.read(c -> ExpansionRows.totals(c, id));
        if (totals.recorded()) {
            return;
        }
        try {
            commands.execute(id, null, r -> {
                if (store.read(c -> ExpansionRows.totals(c, id)).recorded()) {
                    throw new ReadElsewhere();
                }
                return new Command.RecordExpansion(
                        totals.planned(), totals.folded(), totals.rejected(), totals.excluded());
            });
        } catch (ReadElsewhere e) {
            LOG.debug("the expansion of request {} was recorded by another worker", id);
        } catch (RefusedException e) {
            if (e.code() != ErrorCode.STATE) {
                throw e;
            }
            LOG.debug("request {} was stopped while its audience was read", id);
        }
    }
}
