package org.peyk.internal.reply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.ErrorCode;
import org.peyk.MailboxPoll;
import org.peyk.internal.reply.IntakePage.Taken;
import org.peyk.internal.store.MailboxRows;
import org.peyk.internal.store.MailboxRows.Held;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailboxes, page by page. The cursor moves in the transaction that stores what the page's mails changed, and holding the cursor's row
 * is what keeps other nodes away meanwhile; a mail that comes again is known by its fingerprint. So a mail takes effect once, whenever the
 * process dies.
 */
public final class ReplyIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyIntake.class);

    private final Store store;
    private final Clock clock;
    private final ReplySettings settings;
    private final List<Mailbox> mailboxes;
    private final @Nullable AnswerIntake answers;
    private final IntakePage pages;
    private final CaseEvents events;
    private final @Nullable CaseForwarding forwarding;

    /**
     * Makes an intake that reads only when it is asked to.
     *
     * @param forwarder hands answers to their units, or null to leave them to the work list
     * @throws ConfigurationException when two mailboxes have the same name, under which their cursor would be stored
     */
    public ReplyIntake(
            Store store,
            RequestCommands commands,
            Clock clock,
            ReplySettings settings,
            List<Mailbox> mailboxes,
            @Nullable ReplyForwarder forwarder) {
        this(store, commands, clock, settings, mailboxes, forwarder, null);
    }

    /**
     * The same with answers to approval mails.
     *
     * @param answers takes them, or null when nobody decides by mail
     */
    public ReplyIntake(
            Store store,
            RequestCommands commands,
            Clock clock,
            ReplySettings settings,
            List<Mailbox> mailboxes,
            @Nullable ReplyForwarder forwarder,
            @Nullable AnswerIntake answers) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.mailboxes = List.copyOf(mailboxes);
        this.answers = answers;
        this.pages = new IntakePage(new RequestRows(store), settings, answers);
        this.events = new CaseEvents(store, commands, clock);
        this.forwarding = forwarder == null
                ? null
                : new CaseForwarding(store, clock, new MailOpener(store, this.mailboxes), forwarder);
        Set<String> names = new HashSet<>();
        List<LocalizedText> problems = new ArrayList<>();
        for (Mailbox m : mailboxes) {
            if (!names.add(m.name())) {
                problems.add(LocalizedText.of(
                        "Aynı adı taşıyan iki posta kutusu var: " + m.name() + ".",
                        "Two mailboxes have the same name: " + m.name() + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Carries what a mailbox threw out of the transaction. */
    private static final class ReadFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReadFailed(Exception cause) {
            super(cause);
        }
    }

    /** Whether there is anything to read. */
    boolean idle() {
        return mailboxes.isEmpty();
    }

    /** Reads all mailboxes to their end, and finishes what an earlier poll could not. */
    public synchronized MailboxPoll poll() {
        Map<IncomingKind, Long> mails = new EnumMap<>(IncomingKind.class);
        long known = 0;
        List<String> busy = new ArrayList<>();
        Map<String, LocalizedText> failed = new TreeMap<>();
        for (Mailbox m : mailboxes) {
            register(m.name());
            boolean more = true;
            while (more) {
                try {
                    Optional<Taken> taken = store.write(c -> page(c, m));
                    if (taken.isEmpty()) {
                        busy.add(m.name());
                        break;
                    }
                    taken.get().mails().forEach((kind, count) -> mails.merge(kind, count, Long::sum));
                    known += taken.get().known();
                    more = taken.get().more();
                } catch (ReadFailed e) {
                    failed.put(m.name(), failure(m, e));
                    more = false;
                }
            }
        }
        work();
        events.write();
        forward();
        return new MailboxPoll(mails, known, busy, failed);
    }

    /** What answers to approval mails come to keeps nobody's answer to an announcement waiting. */
    private void work() {
        if (answers == null) {
            return;
        }
        try {
            answers.work();
        } catch (RuntimeException e) {
            LOG.warn(
                    "answers to approval mails could not be worked on: {}",
                    e.getClass().getName());
        }
    }

    private void register(String mailbox) {
        if (!store.read(c -> MailboxRows.known(c, mailbox))) {
            // when another node was first, its row is as good
            store.writeIfFree(c -> {
                MailboxRows.insert(c, mailbox);
                return true;
            });
        }
    }

    private Optional<Taken> page(Connection c, Mailbox m) throws SQLException {
        Optional<Held> held = MailboxRows.take(c, m.name());
        if (held.isEmpty()) {
            return Optional.empty();
        }
        MailboxPage page;
        try {
            page = m.read(held.get().cursor(), settings.pageSize());
        } catch (MailboxException | InterruptedException | RuntimeException e) {
            throw new ReadFailed(e);
        }
        // a mailbox that says "more" and does not move would be read for ever
        boolean more = page.more() && !page.cursor().equals(held.get().cursor());
        return Optional.of(pages.take(c, m.name(), page, more, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private static LocalizedText failure(Mailbox m, ReadFailed e) {
        Throwable cause = e.getCause();
        if (cause instanceof PluginException p) {
            LOG.warn("mailbox {} could not be read: {}", m.name(), p.code());
            return p.text();
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        // not the exception itself: its message may quote a mail
        LOG.warn(
                "mailbox {} could not be read: {}",
                m.name(),
                cause == null ? "" : cause.getClass().getName());
        return ErrorCode.PLUGIN_FAILED.text();
    }

    private void forward() {
        if (forwarding == null) {
            return;
        }
        try {
            forwarding.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
