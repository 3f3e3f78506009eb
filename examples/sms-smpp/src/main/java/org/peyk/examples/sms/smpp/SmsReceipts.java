package org.peyk.examples.sms.smpp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.smpp.Receipt.State;
import org.peyk.examples.sms.smpp.ReceiptBook.Evidence;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Sha256;
import org.peyk.spi.mailbox.DeliveryReport;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.TransportException;

/**
 * Delivery receipts in the shape of a mailbox, through which the library takes evidence about messages that it sent: a message all of whose
 * parts were delivered is a delivery notice, one of which a part failed for good is a bounce. It never says that a number is dead: networks use
 * the same errors for telephones that are switched off.
 *
 * <p>The first reading binds a receiver, which stays and is bound anew by a later reading when it is lost. A reading may take the connect and
 * the response time-out.
 */
public final class SmsReceipts implements Mailbox, AutoCloseable {

    private final String name;
    private final SmppConfig config;
    private final ReceiptBook book;
    private @Nullable SmppLink link;
    private boolean closed;

    /**
     * Makes a mailbox that is not bound yet.
     *
     * @param name its name among the mailboxes of the process
     * @param config how the centre is reached
     * @param book where receipts are kept; the one of the transport
     */
    public SmsReceipts(String name, SmppConfig config, ReceiptBook book) {
        this.name = name;
        this.config = config;
        this.book = book;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("sms-receipts", PluginInfo.of(SmsReceipts.class).version());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public MailboxPage read(@Nullable MailboxCursor after, int limit) throws MailboxException, InterruptedException {
        long from = after == null ? 0 : number(after.value());
        MailboxException failure = bind();
        List<Evidence> found = book.after(from, limit + 1);
        if (found.isEmpty() && failure != null) {
            throw failure;
        }
        List<Evidence> page = found.subList(0, Math.min(limit, found.size()));
        long to = page.isEmpty() ? from : page.get(page.size() - 1).number();
        return new MailboxPage(
                page.stream().map(SmsReceipts::mail).toList(),
                new MailboxCursor(String.valueOf(to)),
                found.size() > limit);
    }

    /** A cursor of another book begins anew; what was read before is known by its fingerprint. */
    private static long number(String cursor) {
        return cursor.matches("[0-9]{1,18}") ? Long.parseLong(cursor) : 0;
    }

    private synchronized @Nullable MailboxException bind() throws InterruptedException {
        SmppLink bound = link;
        if (closed || (bound != null && bound.bound())) {
            return null;
        }
        try {
            link = SmppLink.open(config, BindType.BIND_RX, new ReceiptListener(book), () -> {});
            return null;
        } catch (TransportException e) {
            return new MailboxException(e.code(), e.text(), null);
        }
    }

    private static IncomingMail mail(Evidence e) {
        boolean failed = e.state().failed();
        String fingerprint = Sha256.hex(("sms " + e.messageId() + " " + failed).getBytes(StandardCharsets.UTF_8));
        DeliveryReport report =
                new DeliveryReport(failed ? Action.FAILED : Action.DELIVERED, status(e.state()), null, false);
        return new IncomingMail(
                new MailKey(String.valueOf(e.number())),
                fingerprint,
                e.at(),
                failed ? IncomingKind.BOUNCE : IncomingKind.DELIVERY_NOTICE,
                List.of(e.messageId()),
                List.of(),
                null,
                List.of(report));
    }

    /** The nearest of RFC 3463: delivered; time expired; refused by policy; not delivered for a reason nobody tells. */
    private static EnhancedStatusCode status(State state) {
        return switch (state) {
            case DELIVERED -> new EnhancedStatusCode(2, 1, 5);
            case EXPIRED -> new EnhancedStatusCode(5, 4, 7);
            case REJECTED -> new EnhancedStatusCode(5, 7, 1);
            default -> new EnhancedStatusCode(5, 0, 0);
        };
    }

    /** A receipt has no letter; what is known of it is written as one. */
    @Override
    public InputStream open(MailKey key) throws MailboxException {
        long number = number(key.value());
        Evidence e = book.after(number - 1, 1).stream()
                .filter(x -> x.number() == number)
                .findFirst()
                .orElseThrow(() -> new MailboxException(SmppProblem.GONE.code(), SmppProblem.GONE.text(), null));
        String letter = "Subject: SMS receipt\r\nReferences: " + e.messageId() + "\r\n\r\nstat:"
                + e.state().word() + " err:" + e.error() + "\r\n";
        return new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8));
    }

    /** Unbinds the receiver. Harmless when called again. */
    @Override
    public synchronized void close() {
        closed = true;
        SmppLink bound = link;
        if (bound != null) {
            bound.unbind();
        }
        link = null;
    }
}
