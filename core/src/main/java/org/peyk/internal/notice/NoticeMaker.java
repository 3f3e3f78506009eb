package org.peyk.internal.notice;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.MailRequest;
import org.peyk.NoticeKind;
import org.peyk.NoticeState;
import org.peyk.RequestState;
import org.peyk.internal.answer.AnswerKeys;
import org.peyk.internal.answer.SharedAddress;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.notice.NoticePlan.Told;
import org.peyk.internal.notice.NoticeTemplates.Written;
import org.peyk.internal.store.NoticeRows;
import org.peyk.internal.store.NoticeRows.Fresh;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Sha256;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes notices of events. Reads the persistent feed like any other listener, so that an event's notices are made after its commit and even
 * when the process died in between; all notices of one event are stored in one transaction, and an event that comes again finds them there.
 */
public final class NoticeMaker implements ProcessListener {

    /** Under which its place in the feed is stored. */
    public static final String NAME = "peyk-notices";

    /** With the growing waits of the feed this is about twenty minutes. */
    private static final int TRIES = 12;

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMaker.class);

    /** When notices were off for a while, nobody wants to be told of last month. */
    private static final Duration OLD = Duration.ofDays(7);

    private static final LocalizedText SHARED = LocalizedText.of(
            "Adresiniz talepte emeği olan biriyle ortak; kararınızı portalda verin.",
            "You share your address with somebody who had a hand in the request; please decide in the portal.");

    private static final Locale UNKNOWN = Locale.forLanguageTag("tr");

    private final Store store;
    private final RequestRows rows;
    private final Directory directory;
    private final Deciders deciders;
    private final SharedAddress shared;
    private final NoticePlan plan;
    private final NoticeWords words;
    private final NoticeTemplates templates;
    private final Set<NoticeKind> off;
    private final @Nullable AnswerKeys keys;
    private final String domain;
    private final Clock clock;
    private volatile Runnable made = () -> {};
    /** The event that was given last, and how often; events are given one after the other. */
    private long tried = -1;

    private int tries;

    /**
     * Makes the listener.
     *
     * @param off kinds that are recorded alone
     * @param keys makes keys for answers, or null when notices are not answered
     * @param domain domain of Message-IDs
     */
    NoticeMaker(
            Store store,
            Directory directory,
            Deciders deciders,
            NoticeWords words,
            NoticeTemplates templates,
            Set<NoticeKind> off,
            @Nullable AnswerKeys keys,
            String domain,
            Clock clock) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.directory = directory;
        this.deciders = deciders;
        this.shared = new SharedAddress(directory);
        this.plan = new NoticePlan(deciders);
        this.words = words;
        this.templates = templates;
        this.off = Set.copyOf(off);
        this.keys = keys;
        this.domain = domain;
        this.clock = clock;
    }

    /** Has something run after notices were stored. */
    void afterwards(Runnable value) {
        made = value;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo(NAME, PluginInfo.of(NoticeMaker.class).version());
    }

    @Override
    public void onEvent(ProcessEvent event) throws DirectoryException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!NoticePlan.concerns(event.type()) || event.at().isBefore(now.minus(OLD))) {
            return;
        }
        Optional<Moment> moment = moment(event, now);
        if (moment.isEmpty()) {
            return;
        }
        List<Made> all = made(moment.get());
        if (!all.isEmpty()) {
            // somebody else's row under the same key is as good
            store.writeIfFree(c -> insert(c, moment.get().now(), all));
            made.run();
        }
    }

    /**
     * The notices of an event. One person whom the directory cannot tell of is recorded as not reached, and keeps no notice of others
     * waiting. When nobody at all can be found the directory is taken to be down, and the event is given again later; but not for ever, as
     * everything behind it would wait too.
     */
    private List<Made> made(Moment m) throws DirectoryException {
        boolean last = tries(m.event().position()) >= TRIES;
        List<Made> all = new ArrayList<>();
        try {
            for (Told told : plan.of(m)) {
                all.add(one(m, told, last));
            }
        } catch (DirectoryException | RuntimeException e) {
            if (!last) {
                throw e;
            }
            // who was to be told is not known, so it cannot be recorded with them either
            LOG.warn(
                    "PEYK-502: whom to tell of event {} could not be found out",
                    m.event().position());
        }
        return all;
    }

    private int tries(long position) {
        if (position != tried) {
            tried = position;
            tries = 0;
        }
        return ++tries;
    }

    private Made one(Moment m, Told told, boolean last) throws DirectoryException {
        try {
            return make(m, told);
        } catch (DirectoryException | RuntimeException e) {
            if (!last && !answers(m, told.person())) {
                throw e;
            }
            LOG.warn(
                    "PEYK-502: somebody who was to be told of event {} was not found",
                    m.event().position());
            return new Made(unsent(m, told, UNKNOWN, "", NoticeState.UNREACHABLE, "DIRECTORY"), false);
        }
    }

    /** Whether the directory tells of anybody else, so that it is one row that is at fault. */
    private boolean answers(Moment m, PersonId but) {
        Set<PersonId> others = new HashSet<>(m.now().touchers());
        m.now().approvals().forEach(a -> others.add(a.by()));
        if (m.now().plan() != null) {
            m.now().plan().steps().forEach(s -> others.addAll(s.authority().persons()));
        }
        others.remove(but);
        for (PersonId other : others) {
            try {
                directory.find(other);
                return true;
            } catch (DirectoryException | RuntimeException e) {
                LOG.debug("PEYK-502: {}", e.getClass().getName());
            }
        }
        return false;
    }

    /** The event in its history; empty when its notices are there, or its request is gone. */
    private Optional<Moment> moment(ProcessEvent event, Instant now) {
        return store.read(c -> {
            Optional<MailRequest> request = rows.find(c, event.request());
            if (request.isEmpty() || NoticeRows.made(c, event.request(), event.sequence())) {
                return Optional.empty();
            }
            List<Evolution.Happened> history = new ArrayList<>();
            for (StoredEvent e : rows.history(c, event.request())) {
                if (e.seq() <= event.sequence()) {
                    history.add(rows.happened(e));
                }
            }
            int last = history.size() - 1;
            if (last < 1) {
                return Optional.empty();
            }
            MailRequest before = Evolution.replay(event.request(), history.subList(0, last));
            MailRequest after = Evolution.replay(event.request(), history);
            return Optional.of(new Moment(
                    event,
                    history.get(last).event(),
                    before,
                    after,
                    request.get(),
                    ended(event, history, before),
                    now));
        });
    }

    private static List<Approval> ended(ProcessEvent event, List<Evolution.Happened> history, MailRequest before) {
        int last = history.size() - 1;
        // a return voids the approvals first; what a revision voided before was told then
        return last > 2
                        && history.get(last - 1).event() instanceof Event.ApprovalsVoided
                        && !(history.get(last - 2).event() instanceof Event.Revised)
                ? Evolution.replay(event.request(), history.subList(0, last - 1))
                        .approvals()
                : before.approvals();
    }

    /** A notice and whether it gets a key. */
    private record Made(Fresh notice, boolean key) {}

    private Made make(Moment m, Told told) throws DirectoryException {
        Optional<Person> found = directory.find(told.person());
        if (found.isEmpty()) {
            return new Made(unsent(m, told, UNKNOWN, "", NoticeState.UNREACHABLE, "UNKNOWN"), false);
        }
        Person person = found.get();
        Locale language = NoticeTemplates.language(person.language());
        if (off.contains(told.kind())) {
            return new Made(unsent(m, told, language, "", NoticeState.SWITCHED_OFF, null), false);
        }
        NoticeWords.Answering answering = answering(m, told, person);
        boolean key = answering.key();
        Written written = templates.write(told.kind(), language, words.of(m, told, person, answering));
        String why = !directory.active(person.id(), m.moment())
                ? "INACTIVE"
                : person.address() == null || person.address().isBlank() ? "NO_ADDRESS" : null;
        if (why != null) {
            return new Made(unsent(m, told, language, written.subject(), NoticeState.UNREACHABLE, why), false);
        }
        Fresh fresh = new Fresh(
                m.now().id(),
                m.event().sequence(),
                told.kind(),
                told.person(),
                language,
                written.subject(),
                written.text(),
                Sha256.hex(written.text().getBytes(StandardCharsets.UTF_8)),
                key ? null : "<bildirim." + UUID.randomUUID() + "@" + domain + ">",
                null,
                NoticeState.PENDING,
                null,
                m.moment());
        return new Made(fresh, key);
    }

    private static Fresh unsent(
            Moment m, Told told, Locale language, String subject, NoticeState state, @Nullable String reason) {
        return new Fresh(
                m.now().id(),
                m.event().sequence(),
                told.kind(),
                told.person(),
                language,
                subject,
                null,
                null,
                null,
                null,
                state,
                reason,
                m.moment());
    }

    private boolean answerable(Moment m, Told told) {
        return keys != null
                && told.kind().answerable()
                && m.now().state() == RequestState.IN_APPROVAL
                && deciders.mayDecide(m.now(), told.step(), told.person(), m.moment());
    }

    private NoticeWords.Answering answering(Moment m, Told told, Person person) throws DirectoryException {
        if (!answerable(m, told)) {
            return new NoticeWords.Answering(false, null);
        }
        LocalizedText obstacle = shared.withToucher(m.now(), person)
                ? SHARED
                : ShownWhole.obstacle(m.now().form().content()).orElse(null);
        return new NoticeWords.Answering(obstacle == null, obstacle);
    }

    private boolean insert(Connection c, MailRequest request, List<Made> all) throws SQLException {
        for (Made m : all) {
            Fresh n = m.notice();
            if (m.key() && keys != null) {
                n = new Fresh(
                        n.request(),
                        n.seq(),
                        n.kind(),
                        n.person(),
                        n.language(),
                        n.subject(),
                        n.body(),
                        n.bodySha256(),
                        null,
                        keys.issue(c, request, n.person(), n.at()),
                        n.state(),
                        n.reason(),
                        n.at());
            }
            NoticeRows.insert(c, n);
        }
        return true;
    }
}
