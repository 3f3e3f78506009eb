package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.examples.sms.smsc.Reaction;
import org.peyk.examples.sms.smsc.Reaction.Kind;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.examples.sms.smsc.TakenMessage;
import org.peyk.spi.tck.RecordingFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the centre does, and what the transport says of it. */
class SmppFaultsTest {

    private ShortMessageCentre centre;
    private SmppTransport transport;

    @BeforeEach
    void start() throws IOException {
        centre = ShortMessageCentre.start("peyk", "parola");
        transport = new SmppTransport(config().build());
    }

    @AfterEach
    void stop() {
        transport.close();
        centre.close();
    }

    private SmppConfigBuilder config() {
        return SmppConfig.builder(centre.host(), centre.port(), "peyk", "parola", "UNIVERSITE")
                .responseTimeout(Duration.ofSeconds(20))
                .throttleWait(Duration.ofMillis(20));
    }

    @ParameterizedTest
    @CsvSource({
        "0x58, RATE, false", // ESME_RTHROTTLED
        "0x14, RATE, false", // ESME_RMSGQFUL
        "0x0B, RECIPIENT, true", // ESME_RINVDSTADR
        "0x50, RECIPIENT, true", // ESME_RINVDSTTON
        "0x65, RECIPIENT, true", // ESME_RX_P_APPN
        "0x08, RECIPIENT, false", // ESME_RSYSERR
        "0x45, RECIPIENT, false", // ESME_RSUBMITFAIL
        "0x401, RECIPIENT, false", // a status of the centre's own
        "0x01, CONTENT, true", // ESME_RINVMSGLEN
        "0xC4, CONTENT, true", // ESME_RINVOPTPARAMVAL
        "0x0A, ACCOUNT, false", // ESME_RINVSRCADR
        "0x04, SESSION, false", // ESME_RINVBNDSTS
    })
    void aStatusSaysForWhomItIs(String status, FailureScope scope, boolean permanent) throws Exception {
        int value = Integer.decode(status);
        List<Delivery> deliveries = Post.deliveries(Post.ONE_PART, 0, 2);
        centre.follow(s -> s.number().equals(Post.number(0)) ? Reaction.refuse(value) : Reaction.TAKE);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isEqualTo(scope != FailureScope.SESSION);
        DeliveryOutcome outcome = feed.outcome(deliveries.get(0)).orElseThrow();
        assertThat(outcome.reply().code()).isEqualTo(value);
        assertThat(outcome.reply().phase()).isEqualTo(Phase.FINAL);
        if (permanent) {
            assertThat(Post.outcome(Refused.class, feed, deliveries.get(0)).scope())
                    .isEqualTo(scope);
        } else {
            Deferred deferred = Post.outcome(Deferred.class, feed, deliveries.get(0));
            assertThat(deferred.scope()).isEqualTo(scope);
            assertThat(deferred.retryAfter()).isEqualTo(scope == FailureScope.RATE ? Duration.ofMillis(20) : null);
        }
        if (scope != FailureScope.SESSION) {
            Post.outcome(Accepted.class, feed, deliveries.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "TAKE_AND_DROP", "TAKE_AND_ANSWER_GARBAGE"})
    void withoutAnAnswerToTheLastPartItIsInDoubt(Kind kind) throws Exception {
        List<Delivery> deliveries = Post.deliveries(Post.ONE_PART, 0, 3);
        centre.follow(s -> s.number().equals(Post.number(1)) ? Reaction.of(kind) : Reaction.TAKE);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isFalse();
        Post.outcome(Accepted.class, feed, deliveries.get(0));
        InDoubt doubt = Post.outcome(InDoubt.class, feed, deliveries.get(1));
        assertThat(doubt.reply().code()).isZero();
        Deferred heldBack = Post.outcome(Deferred.class, feed, deliveries.get(2));
        assertThat(heldBack.scope()).as("the next one did not leave").isEqualTo(FailureScope.SESSION);
    }

    @Test
    void anAnswerThatWasReadCountsThoughTheConnectionEndsBehindIt() throws Exception {
        for (int n = 0; n < 10; n++) {
            List<Delivery> deliveries = Post.deliveries(Post.ONE_PART, n, 1);
            centre.follow(s -> Reaction.of(Kind.TAKE_ANSWER_AND_DROP));
            RecordingFeed feed = RecordingFeed.of(deliveries);
            Post.send(transport, feed);
            Post.outcome(Accepted.class, feed, deliveries.get(0));
        }
        assertThat(centre.taken()).hasSize(10);
    }

    @Test
    void aSilentCentreLeavesInDoubtOnlyWhatItWasSilentAbout() throws Exception {
        SmppTransport impatient = new SmppTransport(
                config().responseTimeout(Duration.ofMillis(400)).build());
        List<Delivery> deliveries = Post.deliveries(Post.ONE_PART, 0, 8);
        centre.follow(s -> s.number().equals(Post.number(3)) ? Reaction.of(Kind.TAKE_AND_STAY_SILENT) : Reaction.TAKE);
        RecordingFeed feed = RecordingFeed.with(deliveries).window(8).build();
        assertThat(Post.send(impatient, feed)).isFalse();
        for (Delivery delivery : deliveries) {
            Class<? extends DeliveryOutcome> expected = delivery.id().value() == 3 ? InDoubt.class : Accepted.class;
            assertThat(feed.outcome(delivery).orElseThrow()).isInstanceOf(expected);
        }
        impatient.close();
    }

    @Test
    void aMessageOfWhichAPartWasLostIsCertainlyNotAccepted() throws Exception {
        List<Delivery> deliveries = Post.deliveries(Post.THREE_PARTS, 0, 1);
        centre.follow(s -> s.part() == 2 ? Reaction.of(Kind.DROP) : Reaction.TAKE);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isFalse();
        Deferred deferred = Post.outcome(Deferred.class, feed, deliveries.get(0));
        assertThat(deferred.scope()).isEqualTo(FailureScope.SESSION);
        assertThat(deferred.reply().phase()).isEqualTo(Phase.CONTENT);
        assertThat(centre.taken()).isEmpty();
    }

    /** The parts that the telephone has already are completed by those of the next attempt, as the number that joins them is the same. */
    @Test
    void theNextAttemptCompletesWhatTheFirstBegan() throws Exception {
        List<Delivery> deliveries = Post.deliveries(Post.THREE_PARTS, 0, 1);
        centre.follow(s -> s.part() == 3 ? Reaction.refuse(SMPPConstant.STAT_ESME_RSYSERR) : Reaction.TAKE);
        RecordingFeed first = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, first)).isTrue();
        assertThat(Post.outcome(Deferred.class, first, deliveries.get(0))
                        .reply()
                        .text())
                .isEqualTo("part 3 of 3: command_status 0x00000008");
        centre.follow(s -> Reaction.TAKE);
        RecordingFeed second = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, second)).isTrue();
        Post.outcome(Accepted.class, second, deliveries.get(0));
        assertThat(centre.taken()).extracting(TakenMessage::text).contains(Post.THREE_PARTS);
    }

    @Test
    void aRefusedPartRefusesTheMessage() throws Exception {
        List<Delivery> deliveries = Post.deliveries(Post.TWO_PARTS, 0, 2);
        AtomicInteger came = new AtomicInteger();
        centre.follow(s -> {
            boolean refused = s.number().equals(Post.number(0));
            came.addAndGet(refused ? 1 : 0);
            return refused && s.part() == 1 ? Reaction.refuse(SMPPConstant.STAT_ESME_RINVDSTADR) : Reaction.TAKE;
        });
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isTrue();
        Refused refused = Post.outcome(Refused.class, feed, deliveries.get(0));
        assertThat(refused.scope()).isEqualTo(FailureScope.RECIPIENT);
        assertThat(refused.reply().phase()).isEqualTo(Phase.CONTENT);
        assertThat(came).as("nothing leaves after the refusal").hasValue(1);
        Post.outcome(Accepted.class, feed, deliveries.get(1));
    }

    @Test
    void aPauseIsMadeForPartsThatFollowTakenOnes() throws Exception {
        List<Delivery> deliveries = Post.deliveries(Post.TWO_PARTS, 0, 1);
        AtomicInteger refusals = new AtomicInteger();
        centre.follow(s -> s.part() == 2 && refusals.incrementAndGet() <= 2
                ? Reaction.refuse(SMPPConstant.STAT_ESME_RTHROTTLED)
                : Reaction.TAKE);
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(transport, feed)).isTrue();
        Post.outcome(Accepted.class, feed, deliveries.get(0));

        centre.follow(s -> s.part() == 2 ? Reaction.refuse(SMPPConstant.STAT_ESME_RTHROTTLED) : Reaction.TAKE);
        List<Delivery> others = Post.deliveries(Post.TWO_PARTS, 1, 1);
        RecordingFeed hopeless = RecordingFeed.of(others);
        assertThat(Post.send(transport, hopeless)).isTrue();
        assertThat(Post.outcome(Deferred.class, hopeless, others.get(0)).scope())
                .isEqualTo(FailureScope.RATE);
    }

    @Test
    void nothingOfAWithdrawnMessageLeaves() throws Exception {
        List<Delivery> deliveries = Post.deliveries(Post.TWO_PARTS, 0, 2);
        AtomicInteger came = new AtomicInteger();
        centre.follow(s -> {
            came.addAndGet(s.number().equals(Post.number(0)) ? 1 : 0);
            return Reaction.TAKE;
        });
        RecordingFeed feed = RecordingFeed.with(deliveries)
                .withdraw(d -> d.id().value() == 0)
                .build();
        assertThat(Post.send(transport, feed)).isTrue();
        assertThat(came).hasValue(0);
        assertThat(feed.answers(deliveries.get(1))).contains(GateAnswer.PROCEED);
        Post.outcome(Accepted.class, feed, deliveries.get(1));
    }

    @ParameterizedTest
    @CsvSource({"0x0E, ACCOUNT", "0x0F, ACCOUNT", "0x0D, ACCOUNT", "0x05, SESSION", "0x58, SESSION", "0x08, SESSION"})
    void aRefusedBindSaysWhetherSomebodyMustAct(String status, FailureScope scope) {
        centre.refuseBinds(Integer.decode(status));
        TransportException e = catchThrowableOfType(TransportException.class, () -> transport.open());
        assertThat(e.code()).isEqualTo("SMPP-BIND");
        assertThat(e.scope()).isEqualTo(scope);
        assertThat(String.valueOf(e.reply())).contains("0x000000");
    }

    @Test
    void aWrongPasswordIsFoundBeforeAnythingIsSentAndIsNotShown() throws Exception {
        SmppTransport wrong =
                new SmppTransport(SmppConfig.builder(centre.host(), centre.port(), "peyk", "yanlis", "UNIVERSITE")
                        .build());
        List<PreflightProblem> problems = wrong.check();
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p.fatal()).isTrue());
        TransportException e = catchThrowableOfType(TransportException.class, wrong::open);
        assertThat(e.scope()).isEqualTo(FailureScope.ACCOUNT);
        assertThat(e + " " + e.reply() + " " + e.getCause() + problems).doesNotContain("yanlis", "peyk,");
        wrong.close();
    }

    @Test
    void aCentreThatDropsEverybodyIsBoundAnew() throws Exception {
        for (int n = 0; n < 3; n++) {
            List<Delivery> deliveries = Post.deliveries(Post.ONE_PART, n, 1);
            RecordingFeed feed = RecordingFeed.of(deliveries);
            assertThat(Post.send(transport, feed)).isTrue();
            centre.dropAll();
        }
        assertThat(centre.binds()).isEqualTo(3);
        assertThat(centre.taken()).hasSize(3);
    }

    @Test
    void theCentreIsAskedWhetherItIsStillThere() throws Exception {
        SmppTransport watchful = new SmppTransport(config().enquireLink(Duration.ofMillis(100))
                .responseTimeout(Duration.ofSeconds(1))
                .build());
        List<Delivery> deliveries = Post.deliveries(Post.ONE_PART, 0, 1);
        centre.follow(s -> Reaction.of(Kind.TAKE_SLOWLY));
        RecordingFeed feed = RecordingFeed.of(deliveries);
        assertThat(Post.send(watchful, feed)).isTrue();
        Post.outcome(Accepted.class, feed, deliveries.get(0));
        watchful.close();
    }

    @Test
    void aNumberThatIsNotMobileAndATextThatIsTooLongNeverLeave() throws Exception {
        List<Delivery> tooLong = Post.deliveries("Merhaba ".repeat(300), 0, 1);
        RecordingFeed feed = RecordingFeed.of(tooLong);
        assertThat(Post.send(transport, feed)).isTrue();
        Refused refused = Post.outcome(Refused.class, feed, tooLong.get(0));
        assertThat(refused.scope()).isEqualTo(FailureScope.CONTENT);
        assertThat(feed.answers(tooLong.get(0))).isEmpty();
        assertThat(transport.accepts("+903122971000")).isFalse();
    }
}
