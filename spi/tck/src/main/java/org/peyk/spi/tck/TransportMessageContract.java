package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Channel;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages out of the ordinary in a session: each gets its outcome, and the session goes on. */
public interface TransportMessageContract extends TransportFixture {

    /**
     * A delivery to what is no address is refused as the recipient's matter, and nothing of it leaves.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void refusesWhatIsNoAddress() throws Exception {
        List<Delivery> unusable = new ArrayList<>();
        int n = 1;
        for (String address : Addresses.unusable(this)) {
            addTo(unusable, address, n++);
        }
        assertThat(unusable).as("deliveries to what is no address").isNotEmpty();
        List<Delivery> all = new ArrayList<>(unusable);
        all.add(0, deliveries(message(), 0, 1).get(0));
        all.addAll(deliveries(message(), n, 1));
        RecordingFeed feed = RecordingFeed.of(all);
        send(feed);
        Books.allAccepted(feed, List.of(all.get(0), all.get(all.size() - 1)));
        for (Delivery delivery : unusable) {
            Refused outcome = Books.outcome(Refused.class, feed, delivery);
            assertThat(outcome.scope()).as("scope").isEqualTo(FailureScope.RECIPIENT);
        }
        Books.balance(remote(), feed, all);
        assertThat(remote().acceptedMessageIds())
                .as("messages the other side took")
                .hasSize(2);
    }

    /** Some of these texts cannot even be put into an envelope, which is as well. */
    private void addTo(List<Delivery> deliveries, String address, int n) {
        Envelope good = envelope(n);
        try {
            deliveries.add(new Delivery(
                    new DeliveryId(n),
                    new Envelope(
                            address,
                            good.recipientName(),
                            good.returnPath(),
                            good.messageId(),
                            good.date(),
                            good.headers()),
                    message()));
        } catch (IllegalArgumentException refusedByTheEnvelope) {
            assertThat(refusedByTheEnvelope).hasMessageNotContaining("baska");
        }
    }

    /**
     * A message whose file cannot be read, or not to its end, is not accepted and not in doubt; others go on. Every stream is closed.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void doesNotSendHalfAFile() throws Exception {
        if (channel() != Channel.MAIL) {
            return;
        }
        int first = 0;
        for (int good : new int[] {0, 70_000}) {
            TrickyBytes failing = MessageFiles.large().failingAfter(good);
            List<Delivery> deliveries = new ArrayList<>(deliveries(message(), first, 1));
            deliveries.addAll(deliveries(MessageFiles.attach(this, failing), first + 1, 1));
            deliveries.addAll(deliveries(message(), first + 2, 1));
            RecordingFeed feed = RecordingFeed.of(deliveries);
            send(feed);
            DeliveryOutcome outcome = Books.outcome(DeliveryOutcome.class, feed, deliveries.get(1));
            assertThat(outcome)
                    .as("outcome of a message with half a file")
                    .isNotInstanceOfAny(Accepted.class, InDoubt.class);
            Books.allAccepted(feed, List.of(deliveries.get(0), deliveries.get(2)));
            Books.balance(remote(), feed, deliveries);
            assertThat(failing.leftOpen()).as("streams left open").isZero();
            first += 3;
        }
    }

    /**
     * A message larger than the transport says it takes is refused as the content's matter; one that is large but within it is settled.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsToTheLargestMessage() throws Exception {
        long most;
        try (Transport transport = transport()) {
            most = transport.capabilities().maxMessageBytes();
        }
        if (most <= MessageFiles.LARGEST_TRIED) {
            List<Delivery> tooLarge = deliveries(message("ş".repeat((int) most)), 0, 1);
            RecordingFeed feed = RecordingFeed.of(tooLarge);
            send(feed);
            Refused outcome = Books.outcome(Refused.class, feed, tooLarge.get(0));
            assertThat(outcome.scope()).as("scope").isEqualTo(FailureScope.CONTENT);
            Books.balance(remote(), feed, tooLarge);
        }
        List<Delivery> large = deliveries(message("Uzun metin.\n".repeat(200_000)), 1, 1);
        RecordingFeed feed = RecordingFeed.of(large);
        send(feed);
        Books.outcome(DeliveryOutcome.class, feed, large.get(0));
        Books.balance(remote(), feed, large);
    }

    /**
     * Texts of many kinds reach the other side.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void sendsTextsOfManyKinds() throws Exception {
        List<String> texts = List.of(
                "ı",
                "İstanbul'un ğüşöç harfleri: ıİçÇğĞöÖşŞüÜ",
                "e\u0301 \u200F\u05D0 \u4E2D\u6587 🙂 👩‍🎓",
                ".\n..\n.\r\n\r\nQUIT\r\n.\r\n",
                "bare\rreturn\nfeed\u2028separator",
                "\tsekme  \n  boşluk  ",
                "kelime".repeat(700));
        List<Delivery> deliveries = new ArrayList<>();
        for (String text : texts) {
            deliveries.addAll(deliveries(message(text), deliveries.size(), 1));
        }
        RecordingFeed feed = RecordingFeed.of(deliveries);
        send(feed);
        Books.allAccepted(feed, deliveries);
        Books.balance(remote(), feed, deliveries);
    }

    private void send(RecordingFeed feed) throws Exception {
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed).endsWell();
        }
        assertThat(feed.left()).as("deliveries left in the feed").isEmpty();
    }
}
