package org.peyk.examples.benchmarks.ledger;

import java.util.List;
import java.util.Locale;
import org.peyk.examples.benchmarks.smtp.Letter;
import org.peyk.smtp.Security;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sender;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;

/**
 * One announcement to many people.
 *
 * @param port of the sink
 * @param connections how many may be open at a time
 * @param messages how many people get it
 */
record Post(int port, int connections, int messages) {
    static final Sender FROM = new Sender(Letter.FROM, Letter.FROM_NAME, null);

    private static final int BYTES = 8_400;
    private static final Locale TR = Locale.forLanguageTag("tr");

    static LanguageVersion text() {
        Letter letter = new Letter(BYTES);
        return new LanguageVersion(TR, Letter.SUBJECT, letter.html(), letter.text(), null);
    }

    Post of(int count) {
        return new Post(port, connections, count);
    }

    /** The transport, for both sides the same. */
    SmtpTransport transport() {
        return SmtpTransport.builder()
                .host("127.0.0.1")
                .port(port)
                .security(Security.PLAIN)
                .ehloName("sender.invalid")
                .maxConnections(connections)
                .messagesPerConnection(Integer.MAX_VALUE)
                .dns(null)
                .build();
    }

    /** What is sent when no process stands behind the transport; with headers as many as the process would set. */
    OutboundMessage message() {
        return new OutboundMessage(
                "announcement",
                FROM,
                text(),
                List.of(),
                List.of(
                        new Header("List-Id", "<duyuru.universite.example>"),
                        new Header("Auto-Submitted", "auto-generated"),
                        new Header("X-Auto-Response-Suppress", "DR, RN, NRN, AutoReply")));
    }
}
