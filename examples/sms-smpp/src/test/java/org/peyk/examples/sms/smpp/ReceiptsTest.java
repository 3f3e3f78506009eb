package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.examples.sms.smsc.Reaction;
import org.peyk.examples.sms.smsc.Reaction.Kind;
import org.peyk.examples.sms.smsc.Receipts;
import org.peyk.examples.sms.smsc.Receipts.Form;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.examples.sms.smsc.TakenMessage;
import org.peyk.spi.mailbox.DeliveryReport.Action;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;
import org.peyk.spi.tck.RecordingFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Receipts, from the centre to what the library reads: late, twice, in any form and through restarts. */
class ReceiptsTest {

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
    private ShortMessageCentre centre;
    private ReceiptBook book;
    private SmppTransport transport;
    private SmsReceipts receipts;

    @BeforeEach
    void start() throws IOException {
        centre = ShortMessageCentre.start("peyk", "parola");
        open();
    }

    private void open() throws IOException {
        SmppConfig config = SmppConfig.builder(centre.host(), centre.port(), "peyk", "parola", "UNIVERSITE")
                .responseTimeout(Duration.ofSeconds(5))
                .transmitterOnly(true)
                .build();
        book = ReceiptBook.open(directory.resolve("receipts"), clock);
        transport = new SmppTransport(config, book);
        receipts = new SmsReceipts("sms", config, book);
    }

    private void close() throws IOException {
        transport.close();
        receipts.close();
        book.close();
    }

    @AfterEach
    void stop() throws IOException {
        close();
        centre.close();
    }

    private TakenMessage sent(String text, int n) throws Exception {
        List<Delivery> deliveries = Post.deliveries(text, n, 1);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isTrue();
        Post.outcome(Accepted.class, feed, deliveries.get(0));
        return taken(n);
    }

    private TakenMessage taken(int n) {
        return centre.taken().stream()
                .filter(m -> m.number().equals(Post.number(n)))
                .findFirst()
                .orElseThrow();
    }

    private void confirm(TakenMessage message, int part, int state, Form form) {
        assertThat(Receipts.send(centre, message, message.parts().get(part), state, form))
                .as("the receipt is acknowledged")
                .isTrue();
    }

    private List<IncomingMail> read(@Nullable MailboxCursor after) throws Exception {
        return receipts.read(after, 100).mails();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aDeliveredMessageIsADeliveryNotice(Form form) throws Exception {
        assertThat(read(null)).isEmpty();
        TakenMessage message = sent(Post.ONE_PART, 1);
        clock.advance(Duration.ofHours(30));
        confirm(message, 0, Receipts.DELIVERED, form);
        assertThat(read(null)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(IncomingKind.DELIVERY_NOTICE);
            assertThat(mail.references()).containsExactly(Post.messageId(1));
            assertThat(mail.reports())
                    .singleElement()
                    .satisfies(r -> assertThat(r.action()).isEqualTo(Action.DELIVERED));
            assertThat(mail.receivedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aMessageIsDeliveredWhenAllItsPartsAre() throws Exception {
        read(null);
        TakenMessage message = sent(Post.THREE_PARTS, 1);
        confirm(message, 2, Receipts.DELIVERED, Form.PARAMETERS);
        confirm(message, 0, Receipts.DELIVERED, Form.TEXT);
        assertThat(read(null)).isEmpty();
        confirm(message, 1, Receipts.DELIVERED, Form.PARAMETERS);
        assertThat(read(null)).extracting(IncomingMail::kind).containsExactly(IncomingKind.DELIVERY_NOTICE);
    }

    @Test
    void theFirstPartThatFailsFailsTheMessageOnce() throws Exception {
        read(null);
        TakenMessage message = sent(Post.THREE_PARTS, 1);
        confirm(message, 0, Receipts.DELIVERED, Form.PARAMETERS);
        confirm(message, 1, Receipts.EXPIRED, Form.PARAMETERS);
        confirm(message, 2, Receipts.UNDELIVERABLE, Form.PARAMETERS);
        assertThat(read(null)).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(IncomingKind.BOUNCE);
            assertThat(mail.reports().get(0).status()).hasToString("5.4.7");
            assertThat(mail.reports().get(0).addressDead()).isFalse();
            assertThat(new String(receipts.open(mail.key()).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("stat:EXPIRED")
                    .doesNotContain(Post.number(1).substring(1));
        });
    }

    @Test
    void aReceiptThatComesTwiceCountsOnce() throws Exception {
        read(null);
        TakenMessage message = sent(Post.ONE_PART, 1);
        confirm(message, 0, Receipts.DELIVERED, Form.PARAMETERS);
        MailboxCursor cursor = receipts.read(null, 10).cursor();
        confirm(message, 0, Receipts.DELIVERED, Form.PARAMETERS);
        confirm(message, 0, Receipts.UNDELIVERABLE, Form.TEXT);
        assertThat(read(cursor)).isEmpty();
    }

    /** Nobody was told the message_id of a message that was not answered; the reference that went with it tells which one it is. */
    @Test
    void aReceiptTellsWhatBecameOfAMessageInDoubt() throws Exception {
        read(null);
        List<Delivery> deliveries = Post.deliveries(Post.TWO_PARTS, 1, 1);
        centre.follow(s -> s.complete() ? Reaction.of(Kind.TAKE_AND_DROP) : Reaction.TAKE);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isFalse();
        Post.outcome(InDoubt.class, feed, deliveries.get(0));
        read(null);
        TakenMessage message = taken(1);
        confirm(message, 0, Receipts.DELIVERED, Form.PARAMETERS);
        assertThat(read(null)).isEmpty();
        confirm(message, 1, Receipts.DELIVERED, Form.REFERENCE);
        assertThat(read(null)).extracting(IncomingMail::kind).containsExactly(IncomingKind.DELIVERY_NOTICE);
    }

    @Test
    void aReferenceThatWentToAnotherNumberTellsNothing() throws Exception {
        read(null);
        TakenMessage message = sent(Post.ONE_PART, 1);
        TakenMessage forged = new TakenMessage(Post.number(2), "", message.parts(), message.sender());
        confirm(forged, 0, Receipts.DELIVERED, Form.REFERENCE);
        assertThat(read(null)).isEmpty();
    }

    @Test
    void receiptsOutliveTheProcessAndAHalfWrittenLine() throws Exception {
        read(null);
        TakenMessage first = sent(Post.ONE_PART, 1);
        TakenMessage second = sent(Post.TWO_PARTS, 2);
        confirm(first, 0, Receipts.DELIVERED, Form.PARAMETERS);
        confirm(second, 0, Receipts.DELIVERED, Form.PARAMETERS);
        MailboxCursor cursor = receipts.read(null, 10).cursor();
        close();
        Files.writeString(directory.resolve("receipts"), "R\t17641", StandardOpenOption.APPEND);
        open();
        assertThat(read(cursor)).isEmpty();
        assertThat(read(null)).as("and can be read again").hasSize(1);
        confirm(second, 1, Receipts.DELIVERED, Form.TEXT);
        assertThat(read(cursor)).extracting(m -> m.references().get(0)).containsExactly(Post.messageId(2));
    }

    @Test
    void whatIsOldIsForgottenAlsoByAProcessThatGoesOn() throws Exception {
        read(null);
        TakenMessage old = sent(Post.ONE_PART, 1);
        clock.advance(ReceiptBook.KEPT.plusHours(1));
        TakenMessage fresh = sent(Post.ONE_PART, 2);
        confirm(old, 0, Receipts.DELIVERED, Form.PARAMETERS);
        confirm(fresh, 0, Receipts.DELIVERED, Form.PARAMETERS);
        assertThat(read(null)).extracting(m -> m.references().get(0)).containsExactly(Post.messageId(2));
        assertThat(Files.readString(directory.resolve("receipts"))).doesNotContain("sms-1@");
    }

    @Test
    void theFileHoldsNoNumberAndNoText() throws Exception {
        read(null);
        confirm(sent(Post.TWO_PARTS, 1), 0, Receipts.DELIVERED, Form.TEXT);
        assertThat(Files.readString(directory.resolve("receipts")))
                .contains(Post.messageId(1))
                .doesNotContain(Post.number(1).substring(3), "Merhaba");
    }

    @Test
    void oneProcessHasTheBookOpen() {
        assertThatThrownBy(() -> ReceiptBook.open(directory.resolve("receipts"), clock))
                .isInstanceOf(IOException.class);
    }

    @Test
    void pagesFollowOneAnother() throws Exception {
        read(null);
        for (int n : IntStream.range(0, 7).toArray()) {
            confirm(sent(Post.ONE_PART, n), 0, Receipts.DELIVERED, Form.PARAMETERS);
        }
        List<String> all = new ArrayList<>();
        MailboxCursor cursor = null;
        boolean more = true;
        while (more) {
            MailboxPage page = receipts.read(cursor, 3);
            page.mails().forEach(m -> all.add(m.references().get(0)));
            cursor = page.cursor();
            more = page.more();
        }
        assertThat(all)
                .isEqualTo(IntStream.range(0, 7).mapToObj(Post::messageId).toList());
    }

    @Test
    void aCentreThatCannotBeReachedIsToldAndTheReceiverIsBoundAnew() throws Exception {
        read(null);
        centre.dropAll();
        centre.refuseBinds(0x0E);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        MailboxException failure = null;
        while (failure == null && System.nanoTime() < end) {
            try {
                read(null);
            } catch (MailboxException e) {
                failure = e;
            }
        }
        assertThat(failure).isNotNull();
        centre.refuseBinds(0);
        assertThat(read(null)).isEmpty();
        confirm(sent(Post.ONE_PART, 1), 0, Receipts.DELIVERED, Form.PARAMETERS);
        assertThat(read(null)).hasSize(1);
    }
}
