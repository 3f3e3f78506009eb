package org.peyk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.delivery.DeliveryEngine;
import org.peyk.internal.duplicate.SimilarCleaning;
import org.peyk.internal.listener.ListenerPump;
import org.peyk.internal.notice.NoticeWorker;
import org.peyk.internal.reply.MailboxPoller;
import org.peyk.internal.store.Store;
import org.peyk.report.ProcessCard;
import org.peyk.spi.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail sending process (Mail Gönderimi Süreci) of one university, inside the portal's own process.
 *
 * <p>Made by a {@link #builder()}, started once, closed once. Its rooms: {@link #requests()} for what people do, {@link #preparation()} for
 * looking before acting, {@link #testSends()} for a copy beforehand, {@link #sending()} for what becomes of each recipient, {@link
 * #exclusions()} for who is left out of everything, {@link #replies()} for what comes back, {@link #reports()} for the process's measures,
 * {@link #audit()} for the proof, {@link #events()} for whoever follows along and {@link #notices()} for who was told what. All rooms may be
 * used from several threads, before and after the start; nothing is sent by itself before it.
 */
public final class MailProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailProcess.class);

    private final Store store;
    private final Requests requests;
    private final Reviews reviews;
    private final Preparation preparation;
    private final CheckTrials checkTrials;
    private final TestSends testSends;
    private final Sending sending;
    private final Exclusions exclusions;
    private final Replies replies;
    private final Reports reports;
    private final Audit audit;
    private final Events events;
    private final Notices notices;
    private final @Nullable NoticeWorker noticeWorker;
    private final WorkLists workLists;
    private final DeliveryEngine engine;
    private final ListenerPump listeners;
    private final MailboxPoller poller;
    private final SimilarCleaning cleaning;
    private final List<Transport> transports;
    private final CardDesk card;
    private final Vitals vitals;

    /** What the builder put together. */
    record Parts(
            Store store,
            Requests requests,
            Reviews reviews,
            Preparation preparation,
            CheckTrials checkTrials,
            TestSends testSends,
            Sending sending,
            Exclusions exclusions,
            Replies replies,
            Reports reports,
            Audit audit,
            Events events,
            Notices notices,
            @Nullable NoticeWorker noticeWorker,
            WorkLists workLists,
            DeliveryEngine engine,
            ListenerPump listeners,
            MailboxPoller poller,
            SimilarCleaning cleaning,
            List<Transport> transports,
            CardDesk card,
            Vitals vitals) {}

    MailProcess(Parts p) {
        this.store = p.store();
        this.requests = p.requests();
        this.reviews = p.reviews();
        this.preparation = p.preparation();
        this.checkTrials = p.checkTrials();
        this.testSends = p.testSends();
        this.sending = p.sending();
        this.exclusions = p.exclusions();
        this.replies = p.replies();
        this.reports = p.reports();
        this.audit = p.audit();
        this.events = p.events();
        this.notices = p.notices();
        this.noticeWorker = p.noticeWorker();
        this.workLists = p.workLists();
        this.engine = p.engine();
        this.listeners = p.listeners();
        this.poller = p.poller();
        this.cleaning = p.cleaning();
        this.transports = List.copyOf(p.transports());
        this.card = p.card();
        this.vitals = p.vitals();
    }

    /**
     * Starts to put a process together.
     *
     * @return a builder with every setting at its default
     */
    public static MailProcessBuilder builder() {
        return new MailProcessBuilder();
    }

    /**
     * Starts the work that waits for its time: sending, reading mailboxes, telling listeners. Work that an earlier process left unfinished
     * is taken up. Harmless when called again.
     *
     * @return this
     */
    public MailProcess start() {
        engine.start();
        listeners.start();
        if (noticeWorker != null) {
            noticeWorker.start();
        }
        poller.start();
        cleaning.start();
        return this;
    }

    /**
     * Requests and what people do with them.
     *
     * @return the room
     */
    public Requests requests() {
        return requests;
    }

    /**
     * The look afterwards at requests that went out with fewer approvals than usual.
     *
     * @return the room of reviews
     */
    public Reviews reviews() {
        return reviews;
    }

    /**
     * What can be looked at before acting: what is missing, what the checks find, who would have to approve.
     *
     * @return the room
     */
    public Preparation preparation() {
        return preparation;
    }

    /**
     * What changed rules of a check would have done to past requests.
     *
     * @return the room, for the data-protection officer
     */
    public CheckTrials checkTrials() {
        return checkTrials;
    }

    /**
     * Sending a request's message to those who work on it, for a look.
     *
     * @return the room
     */
    public TestSends testSends() {
        return testSends;
    }

    /**
     * The delivery ledger: what became of each recipient.
     *
     * @return the room
     */
    public Sending sending() {
        return sending;
    }

    /**
     * Who is left out of every audience.
     *
     * @return the room
     */
    public Exclusions exclusions() {
        return exclusions;
    }

    /**
     * What came back.
     *
     * @return the room
     */
    public Replies replies() {
        return replies;
    }

    /**
     * The process's measures.
     *
     * @return the room
     */
    public Reports reports() {
        return reports;
    }

    /**
     * The history and its proof.
     *
     * @return the room
     */
    public Audit audit() {
        return audit;
    }

    /**
     * Everything that happened, to be read by position.
     *
     * @return the room
     */
    public Events events() {
        return events;
    }

    /**
     * Who of the process's own people was told what.
     *
     * @return the room
     */
    public Notices notices() {
        return notices;
    }

    /**
     * What waits for whom.
     *
     * @return the room
     */
    public WorkLists workLists() {
        return workLists;
    }

    /**
     * How the process is, for a health page and for meters.
     *
     * @return the room
     */
    public Vitals vitals() {
        return vitals;
    }

    /**
     * The organisation's own process card (Süreç Kartı), from the configured policy, checks, sources and transports and from {@link
     * MailProcessBuilder#organisation}. Reads nothing; may be called before the start.
     *
     * @return the card, in both languages
     */
    public ProcessCard describe() {
        return card.card();
    }

    /**
     * Stops the work and closes the store and the transports. Messages whose end may have left are waited for within the grace time; what
     * is not answered by then is in doubt and listed. Harmless when called again.
     */
    @Override
    public void close() {
        List<AutoCloseable> parts = new ArrayList<>(List.of(engine, poller, listeners, cleaning));
        if (noticeWorker != null) {
            parts.add(noticeWorker);
        }
        parts.addAll(transports);
        parts.add(store);
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                log.warn(
                        "A part of the process did not close cleanly: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
