package org.peyk.internal.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryState;
import org.peyk.LedgerCounts;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.SignedReturnPath;
import org.peyk.UnsubscribeLinks;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.transport.Delivery;
import org.peyk.testing.RecordingTransport;

import static org.assertj.core.api.Assertions.assertThat;

/** A sending from its time to its end. */
abstract class SendingContract extends EngineContract {

    @Test
    void everybodyGetsOneMessageAndTheBooksBalance() {
        source.with("all", people(1234));
        Node node = node(Node.quick().batchSize(100));
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        LedgerCounts counts = node.counts(id);
        assertThat(counts.of(DeliveryState.SENT)).isEqualTo(1234);
        assertThat(counts.balanced()).isTrue();
        assertThat(transport.accepted()).hasSize(1234);
        assertThat(transport.accepted().stream()
                        .map(d -> d.envelope().recipient())
                        .distinct())
                .hasSize(1234);
        assertThat(transport.accepted().stream()
                        .map(d -> d.envelope().messageId())
                        .distinct())
                .hasSize(1234)
                .allMatch(m -> m.matches("<[a-z2-7]{26}@ornek\\.edu\\.tr>"));
        assertThat(node.rows(id, DeliveryState.SENT).get(0)).satisfies(r -> {
            assertThat(r.maskedAddress()).isEqualTo("P***@ornek.edu.tr");
            assertThat(r.replyCode()).isEqualTo(250);
            assertThat(r.attempts()).isEqualTo(1);
        });
    }

    /** One click tells the portal who it was, which kind of mail and of which unit; it tells nobody else anything. */
    @Test
    void aLinkToUnsubscribeTellsWhomItWasFor() {
        UnsubscribeLinks links =
                UnsubscribeLinks.of("https://duyuru.ornek.edu.tr/{token}", new byte[SignedReturnPath.LEAST_SECRET]);
        source.with("all", people(3));
        RequestForm form = RequestForm.builder(Purpose.CELEBRATION)
                .sender(form("all").sender())
                .content(form("all").content())
                .audience(form("all").audience())
                .build();
        Node node = node(Node.quick().unsubscribe(links));
        RequestId id = node.scheduled("R-1", form);
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(3).allSatisfy(d -> {
            String link = d.envelope().headers().get(0).value();
            assertThat(link).doesNotContain("@", "%40");
            String token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
            assertThat(node.sending().unsubscriber(token)).hasValueSatisfying(who -> {
                assertThat(who.person().value() + "@ornek.edu.tr")
                        .isEqualTo(d.envelope().recipient());
                assertThat(who.request()).isEqualTo(id);
                assertThat(who.delivery()).isEqualTo(d.id());
                assertThat(who.unit()).isEqualTo(Samples.FACULTY);
                assertThat(who.purpose()).isEqualTo(Purpose.CELEBRATION);
                assertThat(who.toString()).doesNotContain(who.person().value());
            });
        });
        assertThat(node.sending().unsubscriber("1.aaaaaaaaaaaaaaaa")).isEmpty();
        String gone = links.forDelivery(Long.MAX_VALUE);
        assertThat(node.sending().unsubscriber(gone.substring(gone.lastIndexOf('/') + 1)))
                .isEmpty();
    }

    @Test
    void nothingLeavesBeforeItsTime() {
        source.with("all", people(3));
        Node node = node(Node.quick());
        RequestId later = node.approved("R-later", form("all"));
        node.commands.execute(
                later,
                Samples.REQUESTER,
                r -> new org.peyk.internal.lifecycle.Command.Schedule(Samples.NOON.plusSeconds(3600)));
        RequestId now = node.scheduled("R-now", form("all"));
        awaitState(node, now, RequestState.SENT);
        assertThat(node.state(later)).isEqualTo(RequestState.SCHEDULED);
        clock.set(Samples.NOON.plusSeconds(3600));
        awaitState(node, later, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(6);
    }

    @Test
    void everyReaderGetsTheTextInTheOwnLanguage() {
        LanguageVersion turkish = LanguageVersion.plain(Locale.forLanguageTag("tr"), "Duyuru", "Merhaba");
        LanguageVersion english = LanguageVersion.plain(Locale.ENGLISH, "Notice", "Hello");
        RequestForm form = form("all").toBuilder()
                .content(new Content(java.util.List.of(turkish, english), java.util.List.of(), null))
                .build();
        source.with(
                "all",
                java.util.List.of(
                        reader("tr", Locale.forLanguageTag("tr")),
                        reader("en", Locale.UK),
                        reader("de", Locale.GERMAN)));
        Node node = node(Node.quick());
        RequestId id = node.scheduled("R-1", form);
        awaitState(node, id, RequestState.SENT);
        Map<String, String> texts = new java.util.HashMap<>();
        for (Delivery d : transport.accepted()) {
            texts.put(d.envelope().recipient(), d.message().body().text());
        }
        assertThat(texts)
                .containsEntry("tr@ornek.edu.tr", "Merhaba")
                .containsEntry("en@ornek.edu.tr", "Hello")
                .containsEntry("de@ornek.edu.tr", "Merhaba");
    }

    private static Recipient reader(String name, Locale language) {
        return new Recipient(
                PersonId.of(name), Map.of(Channel.MAIL, name + "@ornek.edu.tr"), null, language, Set.of(), Map.of());
    }

    @Test
    void aRequestOnTwoChannelsIsDoneWhenBothAre() {
        RecordingTransport sms = new RecordingTransport(Channel.SMS, 2);
        source.with(
                "all",
                java.util.List.of(
                        both("1", "+905551112233"), both("2", "0555 111 22 34"), person("3", "3@ornek.edu.tr")));
        Node node = keep(new Node(store, clock, Node.quick().build(), source, java.util.List.of(transport, sms)))
                .started();
        RequestForm form = form("all").toBuilder()
                .channels(Set.of(Channel.MAIL, Channel.SMS))
                .build();
        RequestId id = node.scheduled("R-1", form);
        awaitState(node, id, RequestState.SENT);
        assertThat(transport.accepted()).hasSize(3);
        assertThat(sms.accepted()).hasSize(1);
        assertThat(node.counts(id).planned()).isEqualTo(4);
        assertThat(node.counts(id).rejected())
                .as("one number is malformed, one is missing")
                .isEqualTo(2);
    }

    private static Recipient both(String name, String number) {
        return new Recipient(
                PersonId.of(name),
                Map.of(Channel.MAIL, name + "@ornek.edu.tr", Channel.SMS, number),
                null,
                null,
                Set.of(),
                Map.of());
    }

    @Test
    void noMoreSessionsAreOpenThanTheTransportAllows() {
        RecordingTransport narrow = new RecordingTransport(Channel.MAIL, 2);
        java.util.concurrent.atomic.AtomicInteger most = new java.util.concurrent.atomic.AtomicInteger();
        narrow.answering(d -> {
            most.accumulateAndGet(narrow.sessionsOpen(), Math::max);
            return RecordingTransport.Answer.accept();
        });
        source.with("all", people(200));
        Node node = keep(new Node(
                        store,
                        clock,
                        Node.quick().connections(6).batchSize(10).build(),
                        source,
                        java.util.List.of(narrow)))
                .started();
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        assertThat(narrow.accepted()).hasSize(200);
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(narrow.sessionsOpened())
                .as("sessions are used for more than one batch")
                .isLessThan(20);
        node.close();
        assertThat(narrow.sessionsOpen()).isZero();
    }

    @Test
    void anAudienceWithoutUsableAddressesIsDoneAtOnce() {
        source.with("all", java.util.List.of(person("1", "nobody"), person("2", "no body@ornek.edu.tr")));
        Node node = node(Node.quick());
        RequestId id = node.scheduled("R-1", form("all"));
        awaitState(node, id, RequestState.SENT);
        assertThat(node.counts(id).planned()).isZero();
        assertThat(node.counts(id).rejected()).isEqualTo(2);
    }
}
