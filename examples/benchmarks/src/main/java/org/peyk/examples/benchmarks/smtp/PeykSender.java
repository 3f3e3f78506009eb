package org.peyk.examples.benchmarks.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.DkimKey;
import org.peyk.smtp.Security;
import org.peyk.smtp.SmtpTransport;
import org.peyk.smtp.SmtpTransportBuilder;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportSession;

/** The library's transport, driven as its core drives it: a session and a feed for each connection. */
final class PeykSender implements Sender {
    private static final Locale TR = Locale.forLanguageTag("tr");
    private static final org.peyk.spi.Sender FROM = new org.peyk.spi.Sender(Letter.FROM, Letter.FROM_NAME, null);
    private static final List<Header> HEADERS = List.of(
            new Header("List-Id", "<bilgi-islem.duyuru.universite.example>"),
            new Header("Auto-Submitted", "auto-generated"),
            new Header("X-Auto-Response-Suppress", "DR, RN, NRN, AutoReply"));

    private final int chunkWindow;
    private final @Nullable DkimKey key;

    PeykSender(int chunkWindow, @Nullable DkimKey key) {
        this.chunkWindow = chunkWindow;
        this.key = key;
    }

    @Override
    public void send(Job job) throws Exception {
        Letter letter = new Letter(job.bytes());
        SmtpTransportBuilder builder = SmtpTransport.builder()
                .host("127.0.0.1")
                .port(job.port())
                .security(job.tls() ? Security.IMPLICIT_TLS : Security.PLAIN)
                .ehloName("sender.invalid")
                .maxConnections(job.connections())
                // as the others, which hold theirs for as long as they can
                .messagesPerConnection(Integer.MAX_VALUE)
                // and open all of them at once
                .pool(p -> p.withSlowStart(Duration.ZERO))
                .maxMessageBytes(64L << 20)
                .dns(null)
                .extensions(e -> e.withChunkWindow(chunkWindow));
        if (key != null) {
            builder.dkim(key);
        }
        OutboundMessage shared = message(letter, job, 0);
        try (SmtpTransport transport = builder.build()) {
            Sender.lanes(job, numbers -> {
                try (TransportSession session = transport.open()) {
                    session.run(new Feed(numbers, letter, job, shared, Math.max(1, chunkWindow)));
                }
            });
        }
    }

    private static OutboundMessage message(Letter letter, Job job, int n) {
        LanguageVersion body = new LanguageVersion(TR, Letter.SUBJECT, letter.html(job, n), letter.text(job, n), null);
        String key =
                Sha256.hex((body.subject() + '\0' + body.text() + '\0' + body.html()).getBytes(StandardCharsets.UTF_8));
        return new OutboundMessage(key, FROM, body, List.of(), HEADERS);
    }

    private record Feed(Numbers numbers, Letter letter, Job job, OutboundMessage shared, int window)
            implements DeliveryFeed {

        @Override
        public @Nullable Delivery poll() {
            int n = numbers.next();
            if (n < 0) {
                return null;
            }
            Envelope envelope = new Envelope(
                    Letter.recipient(n),
                    Letter.name(n),
                    Letter.FROM,
                    "<b." + n + "@universite.example>",
                    Instant.now(),
                    List.of());
            return new Delivery(new DeliveryId(n), envelope, job.personal() ? message(letter, job, n) : shared);
        }

        @Override
        public @Nullable Delivery take() {
            return poll();
        }

        @Override
        public GateAnswer gate(Delivery delivery) {
            return GateAnswer.PROCEED;
        }

        @Override
        public void report(Delivery delivery, DeliveryOutcome outcome) {
            if (!(outcome instanceof DeliveryOutcome.Accepted)) {
                throw new IllegalStateException("not accepted: " + outcome);
            }
        }
    }
}
