package org.peyk.spi.tck;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Channel;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a transport makes of a message, which the preview shows and the approval binds to. */
public interface TransportRenderContract extends TransportFixture {

    /**
     * The transport is one of the channel the fixture speaks of.
     */
    @Test
    default void reachesPeopleByItsChannel() {
        try (Transport transport = transport()) {
            assertThat(transport.channel()).as("channel()").isEqualTo(channel());
        }
    }

    /**
     * The same message is rendered to the same bytes, again, by another instance, and from several threads.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void rendersTheSameAgain() throws Exception {
        OutboundMessage message = MessageFiles.attach(this, MessageFiles.small());
        try (Transport transport = transport();
                Transport another = transport()) {
            String bytes = Sha256.hex(transport.render(message, envelope(0)).bytes());
            List<String> others = Crowd.call(
                    patience(),
                    () -> Sha256.hex(transport.render(message, envelope(0)).bytes()));
            assertThat(others).as("digests of renderings from several threads").containsOnly(bytes);
            assertThat(Sha256.hex(another.render(message, envelope(0)).bytes()))
                    .as("digest of another instance's rendering")
                    .isEqualTo(bytes);
        }
    }

    /**
     * Whoever it is for, the body is the same; and it is another when the text or a file is another.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void hasOneBodyForAll() throws Exception {
        try (Transport transport = transport()) {
            String body = transport.render(message(), envelope(0)).bodySha256();
            for (int n = 1; n < 5; n++) {
                assertThat(transport.render(message(), envelope(n)).bodySha256())
                        .as("digest of the body for another recipient")
                        .isEqualTo(body);
            }
            assertThat(transport.render(message("Başka bir metin"), envelope(0)).bodySha256())
                    .as("digest of the body with another text")
                    .isNotEqualTo(body);
            if (channel() == Channel.MAIL) {
                OutboundMessage withFile = MessageFiles.attach(this, MessageFiles.small());
                assertThat(transport.render(withFile, envelope(0)).bodySha256())
                        .as("digest of the body with a file")
                        .isNotEqualTo(body);
            }
        }
    }

    /**
     * The rendering says what it is: media type, digest of the bytes after the header, and size in units that are charged.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhatItRendered() throws Exception {
        try (Transport transport = transport()) {
            RenderedMessage rendered = transport.render(message(), envelope(0));
            byte[] bytes = bytes(rendered);
            assertThat(rendered.bytes().size()).as("size").isEqualTo(bytes.length);
            if (channel() == Channel.MAIL) {
                assertThat(rendered.mediaType()).as("media type").isEqualTo("message/rfc822");
                assertThat(rendered.segments()).as("segments").isEqualTo(1);
                assertThat(rendered.bodySha256())
                        .as("digest of the body")
                        .isEqualTo(Sha256.hex(MailText.of(bytes).body()));
            } else {
                assertThat(rendered.mediaType()).as("media type").isEqualTo("text/plain");
                assertThat(rendered.bodySha256()).as("digest of the body").isEqualTo(Sha256.hex(bytes));
                assertThat(transport
                                .render(message("ığş".repeat(100)), envelope(0))
                                .segments())
                        .as("segments of a long message")
                        .isGreaterThan(1);
            }
        }
    }

    /**
     * A mail's header says what message and envelope say, once, and names nobody but the recipient; its lines are safe on the wire.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void writesTheHeaderItWasGiven() throws Exception {
        if (channel() != Channel.MAIL) {
            return;
        }
        try (Transport transport = transport()) {
            OutboundMessage message = MessageFiles.attach(this, MessageFiles.small());
            byte[] bytes = bytes(transport.render(message, envelope(7)));
            assertThat(MailText.unsafe(bytes))
                    .as("what must not go over the wire")
                    .isEmpty();
            MailText mail = MailText.of(bytes);
            assertThat(mail.values("Message-ID")).as("Message-ID").containsExactly(messageId(7));
            assertThat(mail.values("Date"))
                    .as("Date")
                    .singleElement()
                    .satisfies(date -> assertThat(moment(date)).isEqualTo(DATE));
            assertThat(mail.values("From"))
                    .as("From")
                    .singleElement()
                    .asString()
                    .contains(sender().address());
            assertThat(mail.values("To")).as("To").singleElement().satisfies(to -> {
                assertThat(to).contains(recipient(7));
                assertThat(to.chars().filter(c -> c == '@').count())
                        .as("addresses")
                        .isEqualTo(1);
            });
            assertThat(mail.values("Subject")).as("Subject").hasSize(1);
            assertThat(mail.values("MIME-Version")).as("MIME-Version").containsExactly("1.0");
            assertThat(mail.values("Cc")).as("Cc").isEmpty();
            assertThat(mail.values("Bcc")).as("Bcc").isEmpty();
            String replyTo = sender().replyTo();
            if (replyTo != null) {
                assertThat(mail.values("Reply-To"))
                        .as("Reply-To")
                        .singleElement()
                        .asString()
                        .contains(replyTo);
            }
            for (Header header : message.headers()) {
                assertThat(mail.values(header.name())).as(header.name()).containsExactly(header.value());
            }
            for (Header header : envelope(7).headers()) {
                assertThat(mail.values(header.name())).as(header.name()).containsExactly(header.value());
            }
        }
    }

    /**
     * What the other side gets is what was rendered.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void sendsWhatItRenders() throws Exception {
        OutboundMessage message = MessageFiles.attach(this, MessageFiles.small());
        List<Delivery> deliveries = deliveries(message, 0, 3);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        try (Transport transport = transport()) {
            SessionRun.start(this, transport, feed).endsWell();
            Books.allAccepted(feed, deliveries);
            for (Delivery delivery : deliveries) {
                Optional<byte[]> taken =
                        remote().acceptedBytes(delivery.envelope().messageId());
                if (taken.isPresent()) {
                    byte[] rendered = bytes(transport.render(message, delivery.envelope()));
                    if (channel() == Channel.MAIL) {
                        MailText expected = MailText.of(rendered);
                        MailText actual = MailText.of(taken.get());
                        assertThat(actual.fields()).as("header").containsSubsequence(expected.fields());
                        assertThat(actual.body()).as("body").isEqualTo(expected.body());
                    } else {
                        assertThat(taken.get()).as("message").isEqualTo(rendered);
                    }
                }
            }
        }
        Books.balance(remote(), feed, deliveries);
    }

    /**
     * The transport knows an address of its channel, and what is none; a null is a mistake of the caller.
     */
    @Test
    default void knowsAnAddress() {
        try (Transport transport = transport()) {
            assertThat(Set.of(recipient(0), recipient(1), recipient(42), recipient(9999)))
                    .as("different recipients")
                    .hasSize(4);
            for (int n : new int[] {0, 1, 42, 9999}) {
                assertThat(transport.accepts(recipient(n)))
                        .as("accepts recipient " + n)
                        .isTrue();
            }
            int n = 0;
            for (String unusable : Addresses.unusable(this)) {
                assertThat(transport.accepts(unusable))
                        .as("accepts unusable address number " + n++)
                        .isFalse();
            }
            Wrong.isProgrammersError("accepts(null)", () -> transport.accepts(Wrong.nothing()));
        }
    }

    /**
     * A message whose file cannot be read is not rendered; the exception says so. Every stream over a file is closed.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhenAFileCannotBeRead() throws Exception {
        if (channel() != Channel.MAIL) {
            return;
        }
        try (Transport transport = transport()) {
            TrickyBytes whole = MessageFiles.large();
            bytes(transport.render(MessageFiles.attach(this, whole), envelope(0)));
            assertThat(whole.opened()).as("how often the file was opened").isPositive();
            assertThat(whole.leftOpen()).as("streams left open").isZero();
        }
        for (int good : new int[] {0, 70_000}) {
            TrickyBytes failing = MessageFiles.large().failingAfter(good);
            OutboundMessage message = MessageFiles.attach(this, failing);
            // another one, for a transport may keep what it encoded under the message's key
            try (Transport transport = transport()) {
                Throwable thrown = catchThrowable(() -> transport.render(message, envelope(0)));
                assertThat(thrown)
                        .as("rendering with a file that fails after " + good + " bytes")
                        .isInstanceOf(TransportException.class);
                assertThat(failing.leftOpen()).as("streams left open").isZero();
            }
        }
    }

    private static byte[] bytes(RenderedMessage rendered) throws IOException {
        try (InputStream in = rendered.bytes().open()) {
            return in.readAllBytes();
        }
    }

    private static Instant moment(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.replaceAll("\\s*\\([^)]*\\)", "")));
    }
}
