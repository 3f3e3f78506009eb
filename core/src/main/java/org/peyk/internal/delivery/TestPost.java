package org.peyk.internal.delivery;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.SendingConfig;
import org.peyk.TestSend.Copy;
import org.peyk.TestSend.Result;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sender;
import org.peyk.spi.directory.Person;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Header;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/**
 * Sends a request's message to a few people for a look, apart from the ledger. What marks it as a test is a header field of each copy's own,
 * so that everything the copies share is the very message that will be sent. One session at a time, as servers count them.
 */
public final class TestPost {

    /** Marks a copy as a test; its value is the digest it was made from. */
    public static final String MARK = "X-Peyk-Test";

    private final Transport transport;
    private final SendingConfig config;
    private final Clock clock;

    public TestPost(Transport transport, SendingConfig config, Clock clock) {
        this.transport = transport;
        this.config = config;
        this.clock = clock;
    }

    /** Sends a copy to each and tells what became of it, in the same order. */
    public synchronized List<Copy> send(MailRequest request, Locale language, List<Person> people) {
        OutboundMessage message = new DeliveryMaker(request, config).message(language);
        Copies copies = new Copies();
        for (int i = 0; i < people.size(); i++) {
            String address = people.get(i).address();
            if (address != null && transport.accepts(address)) {
                copies.due.add(new Delivery(new DeliveryId(i), envelope(request, address), message));
            }
        }
        @Nullable LocalizedText failure = copies.due.isEmpty() ? null : run(copies);
        List<Copy> told = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            told.add(copies.told(i, people.get(i), failure));
        }
        return told;
    }

    private Envelope envelope(MailRequest request, String address) {
        Sender sender = Objects.requireNonNull(request.form().sender(), "sender");
        String returnPath = config.returnPath() == null ? sender.address() : config.returnPath();
        String domain =
                config.messageIdDomain() == null ? DeliveryMaker.domain(sender.address()) : config.messageIdDomain();
        return new Envelope(
                address,
                null,
                returnPath,
                "<test." + UUID.randomUUID() + "@" + domain + ">",
                clock.instant(),
                List.of(new Header(MARK, request.digest())));
    }

    /** What ended the session before its time, if anything. */
    private @Nullable LocalizedText run(Copies copies) {
        try (TransportSession session = transport.open()) {
            session.run(copies);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e);
        } catch (TransportException e) {
            return e.text();
        } catch (RuntimeException e) {
            return ErrorCode.PLUGIN_FAILED.text();
        }
    }

    /** The copies of one test. */
    private static final class Copies implements DeliveryFeed {
        private final Deque<Delivery> due = new ArrayDeque<>();
        private final Set<Long> taken = new HashSet<>();
        private final Set<Long> mayHaveLeft = new HashSet<>();
        private final Map<Long, DeliveryOutcome> outcomes = new HashMap<>();

        @Override
        public @Nullable Delivery poll() {
            Delivery next = due.poll();
            if (next != null) {
                taken.add(next.id().value());
            }
            return next;
        }

        @Override
        public @Nullable Delivery take() {
            return poll();
        }

        @Override
        public GateAnswer gate(Delivery delivery) {
            mayHaveLeft.add(delivery.id().value());
            return GateAnswer.PROCEED;
        }

        @Override
        public void report(Delivery delivery, DeliveryOutcome outcome) {
            outcomes.put(delivery.id().value(), outcome);
        }

        @Override
        public int window() {
            return 1;
        }

        /** What became of one person's copy. */
        Copy told(long id, Person person, @Nullable LocalizedText failure) {
            DeliveryOutcome outcome = outcomes.get(id);
            if (outcome != null) {
                return told(person, outcome);
            }
            if (mayHaveLeft.contains(id)) {
                return new Copy(person.id(), Result.IN_DOUBT, doubt());
            }
            boolean tried = taken.contains(id) || due.stream().anyMatch(d -> d.id().value() == id);
            return tried
                    ? new Copy(person.id(), Result.DEFERRED, failure == null ? ErrorCode.PLUGIN_FAILED.text() : failure)
                    : new Copy(
                            person.id(),
                            Result.NO_ADDRESS,
                            LocalizedText.of(
                                    "Kişinin rehberde kullanılabilir bir e-posta adresi yok; rehberi düzelttirin.",
                                    "The directory has no usable mail address of this person; have it corrected."));
        }

        private static Copy told(Person person, DeliveryOutcome outcome) {
            if (outcome instanceof DeliveryOutcome.InDoubt) {
                return new Copy(person.id(), Result.IN_DOUBT, doubt());
            }
            int code = outcome.reply().code();
            String tr = code == 0 ? "" : " (sunucu yanıtı " + code + ")";
            String en = code == 0 ? "" : " (reply " + code + ")";
            if (outcome instanceof DeliveryOutcome.Accepted) {
                return new Copy(
                        person.id(),
                        Result.ACCEPTED,
                        LocalizedText.of("Sunucu iletiyi aldı" + tr + ".", "The server took the message" + en + "."));
            }
            if (outcome instanceof DeliveryOutcome.Deferred) {
                return new Copy(
                        person.id(),
                        Result.DEFERRED,
                        LocalizedText.of(
                                "Sunucu iletiyi şimdilik almadı" + tr + "; biraz sonra yeniden deneyin.",
                                "The server did not take the message for now" + en + "; try again in a while."));
            }
            return new Copy(
                    person.id(),
                    Result.REFUSED,
                    LocalizedText.of(
                            "Sunucu iletiyi geri çevirdi" + tr + "; adresi, içeriği ve gönderen hesabını denetletin.",
                            "The server refused the message" + en
                                    + "; have address, content and sending account checked."));
        }

        private static LocalizedText doubt() {
            return LocalizedText.of(
                    "Bağlantı yanıt gelmeden koptu; ileti gelmiş olabilir, posta kutusuna bakın.",
                    "The connection was lost before the answer; the message may have arrived, look into the mailbox.");
        }
    }
}
