package org.peyk.internal.notice;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.NoticeKind;
import org.peyk.NoticeState;
import org.peyk.RequestState;
import org.peyk.internal.answer.AnswerKeys;
import org.peyk.internal.answer.SharedAddress;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.notice.NoticePlan.Told;
import org.peyk.internal.notice.NoticeTemplates.Written;
import org.peyk.internal.store.NoticeRows;
import org.peyk.internal.store.NoticeRows.Fresh;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Sha256;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;

/**
 * Makes notices of events. Reads the persistent feed like any other listener, so that an event's notices are made after its commit and even
 * when the process died in between; all notices of one event are stored in one transaction, and an event that comes again finds them there.
 */
public final class NoticeMaker implements ProcessListener {

    /** Under which its place in the feed is stored. */
    public static final String NAME = "peyk-notices";

    /** When notices were off for a while, nobody wants to be told of last month. */
    private static final Duration OLD = Duration.ofDays(7);

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
        List<Made> all = new ArrayList<>();
        for (Told told : plan.of(moment.get())) {
            all.add(make(moment.get(), told));
        }
        if (!all.isEmpty()) {
            // somebody else's row under the same key is as good
            store.writeIfFree(c -> insert(c, moment.get().now(), all));
            made.run();
        }
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
            return Optional.of(new Moment(event, history.get(last).event(), before, after, request.get(), now));
        });
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
        boolean key = answerable(m, told) && !shared.withToucher(m.now(), person);
        Written written = templates.write(told.kind(), language, words.of(m, told, person, key));
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
