package org.peyk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.delivery.DeliveryEngine;
import org.peyk.internal.delivery.DeliveryHook;
import org.peyk.internal.delivery.RelayLogImport;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.recipient.RejectedRow;
import org.peyk.spi.transport.DeliveryId;

/** What became of the messages of a request: how far it is, who is in which state, and what to do about messages in doubt. Thread-safe. */
public final class Sending {

    private static final int MAX_ROWS = 1000;

    private final Store store;
    private final RequestCommands commands;
    private final DeliveryEngine engine;
    private final Permissions permissions;
    private final Clock clock;
    private final BookKeeping books;
    private final WhyNotDesk whyNot;
    private final @Nullable UnsubscribeLinks unsubscribe;

    Sending(
            Store store,
            RequestCommands commands,
            DeliveryEngine engine,
            Permissions permissions,
            Clock clock,
            @Nullable UnsubscribeLinks unsubscribe) {
        this.store = store;
        this.commands = commands;
        this.engine = engine;
        this.permissions = permissions;
        this.clock = clock;
        this.books = new BookKeeping(store);
        this.whyNot = new WhyNotDesk(store, commands, permissions);
        this.unsubscribe = unsubscribe;
    }

    /**
     * How far a sending is.
     *
     * @param request which
     * @return the progress; all zero before sending began
     * @throws PeykException when there is no such request
     */
    public Progress progress(RequestId request) {
        MailRequest r = commands.load(request);
        boolean expanded = store.read(c -> ExpansionRows.totals(c, request)).recorded();
        LedgerCounts counts = engine.counts(request);
        double rate = engine.perSecond(request);
        Instant end = null;
        if (r.state() == RequestState.SENDING && expanded && rate > 0 && counts.open() > 0) {
            end = clock.instant().plus(Duration.ofMillis(Math.round(counts.open() / rate * 1000)));
        }
        return new Progress(request, r.state(), expanded, counts, rate, end);
    }

    /**
     * Rows of the ledger in one state, for a list.
     *
     * @param request which request
     * @param state which state
     * @param after the last row of the page before, or a {@link DeliveryId} of 0 for the first page
     * @param limit how many at most; 1 to 1000
     * @return the rows, addresses masked, in a stable order
     */
    public List<LedgerRow> rows(RequestId request, DeliveryState state, DeliveryId after, int limit) {
        checkLimit(limit);
        return store.read(c -> LedgerViews.rows(c, request, state, after.value(), limit));
    }

    /**
     * What the recipient sources gave that is no usable recipient.
     *
     * @param request which request
     * @param limit how many at most; 1 to 1000
     * @return positions and reasons, without the values
     */
    public List<RejectedRow> rejected(RequestId request, int limit) {
        checkLimit(limit);
        return store.read(c -> LedgerViews.rejected(c, request, limit));
    }

    /**
     * Counts a request's ledger again and holds it against what was planned.
     *
     * @param request which request
     * @return its books; balanced and empty before sending began
     * @throws PeykException when there is no such request
     */
    public Books books(RequestId request) {
        return books.of(commands.load(request));
    }

    /**
     * The books of all requests with a ledger, page by page.
     *
     * @param after the last request of the page before, or null for the first page
     * @param limit how many at most; 1 to 1000. Each costs a count of its rows
     * @return their books in a stable order, whether they balance or not; empty when there are no more
     */
    public List<Books> books(@Nullable RequestId after, int limit) {
        checkLimit(limit);
        return books.page(after == null ? "" : after.value(), limit);
    }

    /**
     * Why a person did not get a request's message, or that he did ("X neden almadı?"). Asking is written into the request's history, without
     * the person.
     *
     * @param actor who asks: the requester, who entered the request, the communications office or the data-protection officer
     * @param request which request
     * @param person about whom
     * @return what is known
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not ask, {@link ErrorCode#NOT_FOUND} when there is no
     *     such request
     */
    public WhyNot whyNot(PersonId actor, RequestId request, PersonId person) {
        return whyNot.person(actor, request, person);
    }

    /**
     * The same of an address, in whatever spelling. Asking is written into the request's history, without the address.
     *
     * @param actor who asks, as above
     * @param request which request
     * @param channel the address's channel
     * @param address the address
     * @return what is known
     * @throws PeykException as above
     */
    public WhyNot whyNot(PersonId actor, RequestId request, Channel channel, String address) {
        return whyNot.address(actor, request, channel, address);
    }

    /**
     * Settles messages in doubt by the log of the relay they were handed to: what it took was sent. Each becomes part of its request's history.
     * Reading the same log again changes nothing. What the log does not tell of stays in doubt.
     *
     * @param actor somebody of the communications office
     * @param format how the log is written
     * @param log the log; read to its end and not closed. Lines of messages that are not ours, and lines of any length, are survived
     * @return what it settled
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     * @throws IOException when the log cannot be read; what was settled up to there stays so
     */
    public RelayLogResult importRelayLog(PersonId actor, RelayLogFormat format, Reader log) throws IOException {
        if (!permissions.inOffice(actor)) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
        return new RelayLogImport(store, commands, clock, actor).run(new BufferedReader(log), format);
    }

    /**
     * Who asks for no more mail by a link of {@link UnsubscribeLinks}. Whoever has the link may ask: it went to this person alone. Asking
     * changes nothing; {@link Exclusions#unsubscribe} keeps it.
     *
     * @param token what stood in the link in the place of {@value UnsubscribeLinks#TOKEN}
     * @return whom the message was for; empty when there are no links, the token is not one of ours, or the row is gone
     */
    public Optional<Unsubscriber> unsubscriber(String token) {
        OptionalLong row = unsubscribe == null ? OptionalLong.empty() : unsubscribe.delivery(token);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        DeliveryId id = new DeliveryId(row.getAsLong());
        return store.read(c -> LedgerViews.recipient(c, id)).map(r -> {
            MailRequest request = commands.load(r.request());
            return new Unsubscriber(
                    r.person(),
                    r.request(),
                    id,
                    request.requester().unit(),
                    request.form().purpose());
        });
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX_ROWS) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX_ROWS);
        }
    }

    /**
     * Decides about a message in doubt. The decision becomes part of the request's history. A message that is sent again keeps its
     * Message-ID; a finished request sends it at once, a paused one when it goes on.
     *
     * @param actor who decides: the requester, who entered the request, or the communications office
     * @param request which request
     * @param delivery which row
     * @param settlement what is decided
     * @param note why; without addresses
     * @throws PeykException {@link ErrorCode#NOT_PERMITTED} when the person may not decide this; {@link ErrorCode#NOT_IN_DOUBT} when the row
     *     is not in doubt (any more); {@link ErrorCode#STATE} when it shall be sent again and the request was cancelled
     */
    public void settle(PersonId actor, RequestId request, DeliveryId delivery, Settlement settlement, String note) {
        Map<String, String> data = Map.of(
                DeliveryHook.DELIVERY, Long.toString(delivery.value()),
                DeliveryHook.SETTLEMENT, settlement.name(),
                DeliveryHook.NOTE, note);
        commands.execute(request, actor, r -> {
            if (!permissions.maySettle(actor, r.requester())) {
                throw new PeykException(ErrorCode.NOT_PERMITTED, null);
            }
            return new Command.Note(EventType.IN_DOUBT_SETTLED, data);
        });
    }
}
