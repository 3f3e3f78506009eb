package org.peyk.examples.sms.smpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.tck.RecordingFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries for tests of the transport, and a session that gives them away. */
final class Post {

    static final String ONE_PART = "Merhaba";
    static final String TWO_PARTS = "Merhaba ".repeat(30);
    static final String THREE_PARTS = "Merhaba ".repeat(50);

    private Post() {}

    static String number(int n) {
        return "+90555" + (2_000_000 + n);
    }

    static String messageId(int n) {
        return "<sms-" + n + "@universite.example>";
    }

    static List<Delivery> deliveries(String text, int from, int count) {
        LanguageVersion body = new LanguageVersion(Locale.forLanguageTag("tr"), "Konu", null, "Metin", text);
        OutboundMessage message = new OutboundMessage(
                Sha256.hex(text.getBytes(UTF_8)),
                new Sender("duyuru@universite.example", "", null),
                body,
                List.of(),
                List.of());
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            Envelope envelope = new Envelope(number(n), null, "", messageId(n), Instant.EPOCH, List.of());
            deliveries.add(new Delivery(new DeliveryId(n), envelope, message));
        }
        return deliveries;
    }

    /** Sends in one session; whether the session outlived it. */
    static boolean send(Transport transport, RecordingFeed feed) throws Exception {
        try (TransportSession session = transport.open()) {
            session.run(feed);
            return true;
        } catch (TransportException e) {
            assertThat(e.code()).isEqualTo("SMPP-LOST");
            return false;
        } finally {
            feed.over();
            assertThat(feed.violations()).isEmpty();
        }
    }

    static <T extends DeliveryOutcome> T outcome(Class<T> type, RecordingFeed feed, Delivery delivery) {
        DeliveryOutcome outcome = feed.outcome(delivery).orElseThrow();
        assertThat(outcome).isInstanceOf(type);
        return type.cast(outcome);
    }
}
