package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyk.spi.Channel;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Plugin;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.Transport;

/** What the transport contracts ask of a plugin's test. */
public interface TransportFixture extends PluginContract {

    /** The moment that envelopes are dated with. */
    Instant DATE = Instant.parse("2026-11-23T06:00:00Z");

    /**
     * A new transport to {@link #remote()}, with time-outs several times as long as {@link #bound()}. Closed by the contract.
     *
     * @return the transport
     */
    Transport transport();

    /**
     * A new transport to {@link #remote()} that stops waiting for a reply within {@link #bound()}. Closed by the contract.
     *
     * @return the transport
     */
    Transport impatientTransport();

    /**
     * The other side. The same object throughout one check, and one that has taken nothing yet when the check begins.
     *
     * @return the other side
     */
    RemoteSide remote();

    /**
     * {@inheritDoc}
     *
     * @return a new transport
     */
    @Override
    default Plugin plugin() {
        return transport();
    }

    /**
     * The way the transport reaches people; decides which addresses and messages the contract sends.
     *
     * @return mail, unless overridden
     */
    default Channel channel() {
        return Channel.MAIL;
    }

    /**
     * In whose name messages go out.
     *
     * @return a sender that the other side takes messages from
     */
    default Sender sender() {
        return new Sender("duyuru@universite.example", "Üniversite Duyuru", "iletisim@universite.example");
    }

    /**
     * Addresses of the channel that the other side takes messages for.
     *
     * @param n a number from 0 to 9999
     * @return a different address for each number
     */
    default String recipient(int n) {
        return channel() == Channel.MAIL ? "kisi" + n + "@ogr.universite.example" : "+90555" + (1_000_000 + n);
    }

    /**
     * The Message-ID that goes with {@link #recipient(int)} of the same number.
     *
     * @param n a number from 0 to 9999
     * @return with angle brackets
     */
    default String messageId(int n) {
        return "<peyk-tck-" + n + "@universite.example>";
    }

    /**
     * Texts that are no addresses of the channel, in addition to those the contract knows.
     *
     * @return none, unless overridden
     */
    default List<String> unusableAddresses() {
        return List.of();
    }

    /**
     * A message that the other side takes.
     *
     * @return a message with Turkish text for mail and short messages
     */
    default OutboundMessage message() {
        return message("Sayın öğrencimiz,\n\nÇağrı merkezi yarın saat 10.00'da kapalıdır.\n.\nİyi günler 🙂\n");
    }

    /**
     * The same message with another text.
     *
     * @param text the plain text, the short message, and the text of the HTML
     * @return the message, under a key of its own
     */
    default OutboundMessage message(String text) {
        LanguageVersion body = new LanguageVersion(
                Locale.forLanguageTag("tr"), "Şebeke kesintisi: ığüşöç İĞÜŞÖÇ", "<p>" + text + "</p>", text, text);
        return new OutboundMessage(
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                sender(),
                body,
                List.of(),
                List.of(new Header("List-Id", "<duyuru.universite.example>")));
    }

    /**
     * What belongs to one recipient.
     *
     * @param n the recipient's number
     * @return the envelope
     */
    default Envelope envelope(int n) {
        return new Envelope(
                recipient(n),
                "Kişi Ğ" + n,
                "donus+" + n + "@universite.example",
                messageId(n),
                DATE,
                List.of(new Header("X-Peyk-Row", "row-" + n)));
    }

    /**
     * Deliveries of one message to different people.
     *
     * @param message the message
     * @param from the first recipient's number
     * @param count how many
     * @return the deliveries, with the recipients' numbers as their ids
     */
    default List<Delivery> deliveries(OutboundMessage message, int from, int count) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            deliveries.add(new Delivery(new DeliveryId(n), envelope(n), message));
        }
        return deliveries;
    }
}
