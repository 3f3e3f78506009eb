package org.peyk.smtp.internal.wire;

import java.time.Duration;
import java.util.List;
import org.peyk.smtp.DeliveryReports;
import org.peyk.smtp.SmtpTimeouts;
import org.peyk.smtp.internal.message.EncodedMessage;

/**
 * The three commands before the content, MAIL, RCPT and DATA: one group where the server offers PIPELINING (RFC 2920), one after the other
 * elsewhere. Answers are read one by one in either case, so that a failure always belongs to one command.
 */
final class EnvelopeCommands {
    private static final int RCPT = 1;
    private static final int DATA = 2;

    private final SmtpConnection connection;
    private final SmtpTimeouts timeouts;
    private final List<String> commands;
    private final boolean grouped;
    private int answered;

    EnvelopeCommands(SmtpConnection connection, SmtpTimeouts timeouts, EncodedMessage message) {
        this.connection = connection;
        this.timeouts = timeouts;
        this.grouped = connection.offers().groupsEnvelopes();
        this.commands = List.of(sender(connection, message), recipient(connection, message), "DATA");
    }

    private static String sender(SmtpConnection connection, EncodedMessage message) {
        DeliveryReports reports = connection.offers().reports();
        return "MAIL FROM:<" + message.returnPath() + ">"
                + (connection.offers().size() ? " SIZE=" + message.size() : "")
                + (message.isInternational() ? " SMTPUTF8" : "")
                + (reports == null ? "" : ReportRequest.ofSender(reports, message.messageId()));
    }

    private static String recipient(SmtpConnection connection, EncodedMessage message) {
        DeliveryReports reports = connection.offers().reports();
        return "RCPT TO:<" + message.recipient() + ">"
                + (reports == null ? "" : ReportRequest.ofRecipient(reports, message.recipient()));
    }

    SmtpConnection connection() {
        return connection;
    }

    /** The commands, for a group that leaves behind the end of another message. */
    List<String> commands() {
        return commands;
    }

    /** Takes back what is left open, and sends the group. Without a group nothing but the taking back. */
    void begin() throws LinkException {
        if (grouped) {
            connection.group(commands);
        } else {
            connection.clean();
        }
    }

    /** The answer to the next of the three. */
    Reply next() throws LinkException {
        Duration limit = answered == DATA ? timeouts.data() : timeouts.command();
        Reply reply = grouped ? connection.answer(limit) : connection.exchange(commands.get(answered), limit);
        answered++;
        return reply;
    }

    /**
     * After a negative answer: reads the answers to the rest of the group, so that the connection is in step again. A server may go on to ask
     * for the content all the same; then it gets an empty one, as RFC 2920 section 3.1 says, but only when it refused the recipient: after a
     * refusal of the sender alone an empty message could reach somebody. Where the two sides may be out of step, the connection is given up;
     * the outcome, which is known already, stays.
     *
     * @param refusal the negative answer read last
     */
    void settle(Reply refusal) {
        if (!grouped || connection.dead()) {
            return;
        }
        try {
            boolean recipientRefused = answered - 1 == RCPT && refusal.negative();
            Reply last = refusal;
            while (answered <= DATA) {
                last = next();
                if (answered - 1 == RCPT) {
                    recipientRefused = last.negative();
                }
            }
            if (last.code() == 354 && recipientRefused) {
                last = connection.end(List.of());
                if (last.positive()) {
                    return;
                }
            }
            if (!last.negative() || last.code() == 421) {
                connection.kill();
            }
        } catch (LinkException e) {
            connection.kill();
        }
    }
}
