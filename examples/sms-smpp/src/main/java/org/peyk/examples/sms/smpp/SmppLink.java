package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.text.SmsCoding;
import org.peyk.examples.sms.text.SmsPart;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportException;

/** One bound session to the centre. Any thread may submit; several may wait for their answers at once. */
final class SmppLink {

    /** How long a goodbye may take. */
    private static final Duration UNBIND = Duration.ofSeconds(1);

    private static final byte UCS2 = 0x08;
    private static final byte DEFAULT_ALPHABET = 0x00;
    private static final byte HAS_HEADER = 0x40;

    private final SmppConfig config;
    private final SMPPSession session;
    private @Nullable WatchedConnection connection;
    private @Nullable Thread binder;
    private boolean endedWhileBinding;

    private SmppLink(SmppConfig config) {
        this.config = config;
        this.session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()), new BoundedReader(), (host, port) -> connect());
        session.setEnquireLinkTimer(Math.toIntExact(config.enquireLink().toMillis()));
        session.setTransactionTimer(config.responseTimeout().toMillis());
    }

    private WatchedConnection connect() throws IOException {
        WatchedConnection opened = WatchedConnection.open(config);
        connection = opened;
        return opened;
    }

    /** What became of one part that was handed to the centre. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean left;

        Unanswered(boolean left, @Nullable Throwable cause) {
            super(left ? "no answer" : "not sent", cause);
            this.left = left;
        }

        /** Whether the part left; else it certainly did not. */
        boolean left() {
            return left;
        }
    }

    /**
     * Connects and binds.
     *
     * @param inbound takes what the centre sends
     * @param onClosed called once the session is closed, by whomever
     */
    static SmppLink open(SmppConfig config, BindType type, MessageReceiverListener inbound, Runnable onClosed)
            throws TransportException, InterruptedException {
        SmppLink link = new SmppLink(config);
        link.session.setMessageReceiverListener(inbound);
        link.session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                link.wakeBinder();
                onClosed.run();
            }
        });
        try {
            link.bind(type);
        } catch (TransportException | InterruptedException | RuntimeException e) {
            link.close();
            throw e;
        }
        return link;
    }

    /** Nobody else tells the thread that waits for the answer to its bind that none will come. */
    private synchronized void wakeBinder() {
        Thread waiting = binder;
        if (waiting != null && waiting != Thread.currentThread()) {
            endedWhileBinding = true;
            waiting.interrupt();
        }
    }

    private synchronized void binding(@Nullable Thread thread) {
        binder = thread;
    }

    /** Ends the binding; whether the thread was asked to stop, and not only woken. */
    private synchronized boolean interruptedWhileBinding() {
        binder = null;
        return Thread.interrupted() && !endedWhileBinding;
    }

    private void bind(BindType type) throws TransportException, InterruptedException {
        BindParameter parameters = new BindParameter(
                type,
                config.systemId(),
                config.password(),
                config.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
        binding(Thread.currentThread());
        IOException failure = connectAndBind(parameters);
        if (interruptedWhileBinding()) {
            throw new InterruptedException("asked to stop while binding");
        }
        if (failure == null) {
            return;
        }
        if (failure.getCause() instanceof NegativeResponseException refused) {
            int status = refused.getCommandStatus();
            throw SmppProblem.BIND.failure(StatusTable.bindScope(status), status);
        }
        throw (connection == null ? SmppProblem.CONNECT : SmppProblem.BIND).failure(FailureScope.SESSION);
    }

    private @Nullable IOException connectAndBind(BindParameter parameters) {
        try {
            session.connectAndBind(
                    config.host(),
                    config.port(),
                    parameters,
                    config.responseTimeout().toMillis());
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    boolean bound() {
        return session.getSessionState().isBound();
    }

    /**
     * Submits one part and waits for the answer.
     *
     * @param reference user_message_reference, which comes back in receipts; null asks for no receipt
     * @return the centre's message_id
     * @throws NegativeResponseException when the centre says no
     * @throws Unanswered when it says nothing
     * @throws PDUException when the part could not even be written down
     */
    String submit(String digits, SmsPart part, @Nullable Integer reference)
            throws NegativeResponseException, Unanswered, PDUException {
        SourceAddress source = config.source();
        List<OptionalParameter> options = new ArrayList<>();
        if (reference != null) {
            options.add(new OptionalParameter.User_message_reference(reference.shortValue()));
        }
        WatchedConnection wire = connection;
        if (wire == null) {
            throw new Unanswered(false, null);
        }
        wire.forget();
        try {
            return session.submitShortMessage(
                            "",
                            source.type(),
                            source.plan(),
                            source.value(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            digits,
                            new ESMClass(part.hasHeader() ? HAS_HEADER : 0),
                            (byte) 0,
                            (byte) 0,
                            null,
                            validity(config.validity()),
                            new RegisteredDelivery(
                                    reference == null
                                            ? SMSCDeliveryReceipt.DEFAULT
                                            : SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new RawDataCoding(part.coding() == SmsCoding.UCS2 ? UCS2 : DEFAULT_ALPHABET),
                            (byte) 0,
                            part.octets(),
                            options.toArray(new OptionalParameter[0]))
                    .getMessageId();
        } catch (GenericNackResponseException e) {
            throw new NegativeResponseException(e.getCommandStatus());
        } catch (ResponseTimeoutException | InvalidResponseException | IOException | RuntimeException e) {
            throw new Unanswered(wire.handedOver(), e);
        } finally {
            wire.forget();
        }
    }

    /** A relative time (SMPP 3.4 section 7.1.1.2); null leaves it to the centre. */
    static @Nullable String validity(@Nullable Duration validity) {
        return validity == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "0000%02d%02d%02d00000R",
                        validity.toDays(),
                        validity.toHoursPart(),
                        validity.toMinutesPart());
    }

    /** Says goodbye and closes. */
    void unbind() {
        session.setTransactionTimer(UNBIND.toMillis());
        session.unbindAndClose();
    }

    /** Closes at once. */
    void close() {
        session.close();
    }
}
