package org.peyk.examples.sms.smpp;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.text.SmsPart;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/**
 * One message on its way: its parts go one after the other, each when the one before was taken. The last part is the end of the message: only
 * with it can anybody read the whole. So a message of which a part was refused, or of which a part before the last got lost, is certainly not
 * accepted, and one whose last part left without an answer is in doubt.
 */
final class Flight implements Runnable {

    /** How often a part is handed over again when the centre has taken those before it and asks for a pause. */
    private static final int PAUSES = 3;

    /** ESME_ROK is 0, which in a reply means that none came; the code of SMTP stands for it. */
    private static final int OK = 250;

    private final SmppConfig config;
    private final SmppLink link;
    private final @Nullable ReceiptBook book;
    private final Delivery delivery;
    private final List<SmsPart> parts;
    private final CountDownLatch stopped;
    private final Consumer<Flight> done;
    private volatile boolean endMayHaveLeft;
    private volatile @Nullable DeliveryOutcome outcome;

    /**
     * Makes a flight that has not begun.
     *
     * @param stopped open while pauses may be waited for
     * @param done told at the end, on the flight's thread
     */
    Flight(
            SmppConfig config,
            SmppLink link,
            @Nullable ReceiptBook book,
            Delivery delivery,
            List<SmsPart> parts,
            CountDownLatch stopped,
            Consumer<Flight> done) {
        this.config = config;
        this.link = link;
        this.book = book;
        this.delivery = delivery;
        this.parts = List.copyOf(parts);
        this.stopped = stopped;
        this.done = done;
    }

    Delivery delivery() {
        return delivery;
    }

    /** What became of it; for a flight that has not come to its end, what is known. */
    DeliveryOutcome outcome() {
        DeliveryOutcome known = outcome;
        return known != null ? known : unanswered(endMayHaveLeft);
    }

    @Override
    public void run() {
        try {
            outcome = send();
        } catch (RuntimeException e) {
            outcome = unanswered(endMayHaveLeft);
        } finally {
            done.accept(this);
        }
    }

    private DeliveryOutcome send() {
        String messageId = delivery.envelope().messageId();
        String digits = delivery.envelope().recipient().substring(1);
        Integer first = book == null ? null : book.leaving(messageId, digits, parts.size());
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int pauses = 0;
            while (true) {
                try {
                    endMayHaveLeft = last;
                    String id = link.submit(digits, parts.get(i), first == null ? null : first + i);
                    if (book != null) {
                        book.taken(messageId, i, id);
                    }
                    break;
                } catch (NegativeResponseException e) {
                    endMayHaveLeft = false;
                    DeliveryOutcome no = StatusTable.outcome(
                            e.getCommandStatus(),
                            place(i) + StatusTable.name(e.getCommandStatus()),
                            last,
                            config.throttleWait());
                    if (i == 0 || !throttled(no) || ++pauses > PAUSES || !pause()) {
                        return no;
                    }
                } catch (SmppLink.Unanswered e) {
                    endMayHaveLeft = last && e.left();
                    return unanswered(endMayHaveLeft);
                } catch (PDUException e) {
                    endMayHaveLeft = false;
                    ServerReply reply = ServerReply.none("cannot be written as a submit_sm", Phase.CONTENT);
                    return new Refused(reply, FailureScope.CONTENT);
                }
            }
        }
        return new Accepted(new ServerReply(OK, null, "ESME_ROK, " + parts.size() + " parts", Phase.FINAL));
    }

    private String place(int part) {
        return parts.size() == 1 ? "" : "part " + (part + 1) + " of " + parts.size() + ": ";
    }

    private static boolean throttled(DeliveryOutcome outcome) {
        return outcome instanceof Deferred d && d.scope() == FailureScope.RATE;
    }

    /** The parts before are paid for already, so the rest is worth a pause; false when the session ends meanwhile. */
    private boolean pause() {
        try {
            return !stopped.await(config.throttleWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static DeliveryOutcome unanswered(boolean ended) {
        return ended
                ? new InDoubt(ServerReply.none("no answer to the last part", Phase.FINAL))
                : new Deferred(
                        ServerReply.none("the session ended before the last part left", Phase.CONTENT),
                        FailureScope.SESSION,
                        null);
    }

    /** Whether nothing more can be sent after this. */
    static boolean breaks(DeliveryOutcome outcome) {
        return outcome instanceof InDoubt || (outcome instanceof Deferred d && d.scope() == FailureScope.SESSION);
    }
}
