package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a message becomes when the server fails at each step in each way, against what the server itself knows. */
class SmtpPhaseTest {
    ScriptedSmtpServer server;
    SmtpTransport transport;

    /** The server that is spoken to. */
    ScriptedSmtpServer server() throws IOException {
        return ScriptedSmtpServer.plain();
    }

    /** How it is spoken to, beside the usual. */
    SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
        return usual;
    }

    @BeforeEach
    void start() throws IOException {
        server = server();
        transport = transport(t -> t);
    }

    private SmtpTransport transport(UnaryOperator<SmtpTimeouts> timeouts) {
        return adjusted(SmtpTransport.builder()
                        .host("127.0.0.1")
                        .port(server.port())
                        .security(Security.PLAIN)
                        .timeouts(timeouts))
                .build();
    }

    /** Only silence has to be waited out, and only where it falls: every other answer may take its time on a busy machine. */
    private static SmtpTimeouts impatientAt(Step step, SmtpTimeouts usual) {
        Duration little = Duration.ofMillis(2_500);
        switch (step) {
            case GREETING:
                return usual.withGreeting(little);
            case DATA:
                return usual.withData(little);
            case BODY:
            case END:
                return usual.withEnd(little);
            default:
                return usual.withCommand(little);
        }
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private static final Map<String, Act> FAULTS = Map.ofEntries(
            Map.entry("close", Act.close()),
            Map.entry("reset", Act.reset()),
            Map.entry("silence", Act.stall()),
            Map.entry("garbage", Act.reply("ok thanks")),
            Map.entry("half a line", Act.say("25", Act.Then.CLOSE)),
            Map.entry("a line without its end", Act.say("250 2.0.0 ok", Act.Then.CLOSE)),
            Map.entry("an unfinished reply", Act.say("250-2.0.0 ok\r\n", Act.Then.CLOSE)),
            Map.entry("two codes in one reply", Act.reply("250-2.0.0 ok\r\n451 4.3.0 no")),
            Map.entry("a code of four digits", Act.reply("2500 ok")),
            Map.entry("354 again", Act.reply("354 go on")),
            Map.entry("421", Act.replyAndClose("421 4.3.2 shutting down")),
            Map.entry("4xx", Act.reply("451 4.3.0 not now")),
            Map.entry("5xx", Act.reply("554 5.6.0 not that")));

    static Stream<Arguments> faults() {
        List<Arguments> all = new ArrayList<>();
        for (Step step : List.of(Step.MAIL, Step.RCPT, Step.DATA, Step.BODY, Step.END)) {
            for (String fault : FAULTS.keySet().stream().sorted().toList()) {
                if (step == Step.DATA && fault.equals("354 again")) {
                    continue;
                }
                all.add(arguments(step, fault, false));
                if (step == Step.END && !isNegative(fault)) {
                    all.add(arguments(step, fault, true));
                }
            }
        }
        return all.stream();
    }

    static boolean isNegative(String fault) {
        return List.of("4xx", "5xx", "421").contains(fault);
    }

    @ParameterizedTest(name = "{1} at {0}, taken: {2}")
    @MethodSource("faults")
    void tellsExactlyWhatBecameOfTheMessage(Step step, String fault, boolean taken) throws Exception {
        Act act = FAULTS.get(fault);
        if (step == Step.BODY && act.then() == Act.Then.GO_ON) {
            // who speaks in the middle of a message does not listen to its end
            act = new Act(act.bytes(), Act.Then.CLOSE, act.drip(), false);
        }
        Act scripted = taken ? act.taking() : act.notTaking();
        if (act.then() == Act.Then.STALL) {
            transport.close();
            transport = transport(t -> impatientAt(step, t));
        }
        server.script(
                (at, moment) -> at == step && moment.transaction() == 2 && moment.connection() == 1 ? scripted : null);
        TestFeed feed = new TestFeed(Mails.deliveries(1, 3));
        List<TransportException> ends = sendAll(feed);

        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(3)).isInstanceOfAny(possibleNext());
        DeliveryOutcome outcome = feed.outcome(2);
        boolean tookIt = takenIds().contains("<row-2@universite.example>");
        assertThat(outcome).isInstanceOfAny(possible(step, fault));
        if (step == Step.END) {
            assertThat(tookIt).as("the server took it").isEqualTo(taken);
        }
        if (!(outcome instanceof InDoubt)) {
            assertThat(tookIt).as("the server took it").isEqualTo(outcome instanceof Accepted);
        } else {
            assertThat(outcome.reply().phase()).isEqualTo(Phase.FINAL);
        }
        if (outcome instanceof Deferred deferred && !fault.equals("4xx")) {
            assertThat(deferred.scope()).isEqualTo(FailureScope.SESSION);
        }
        assertThat(server.taken()).doesNotHaveDuplicates();
        assertThat(server.violations()).isEmpty();
        assertThat(ends).allMatch(e -> e.scope() == FailureScope.SESSION);
    }

    /** What a fault may make of a message. */
    Class<?>[] possible(Step step, String fault) {
        switch (step) {
            case MAIL:
                // a used connection that goes away there had begun nothing: the message goes over another one
                return fault.equals("4xx") || fault.equals("5xx")
                        ? new Class<?>[] {fault.equals("4xx") ? Deferred.class : Refused.class}
                        : new Class<?>[] {Accepted.class};
            case END:
                return isNegative(fault)
                        ? new Class<?>[] {fault.equals("5xx") ? Refused.class : Deferred.class}
                        : new Class<?>[] {InDoubt.class};
            case BODY:
                // the end may have left before the failure could be seen
                return fault.equals("5xx")
                        ? new Class<?>[] {Refused.class, Deferred.class, InDoubt.class}
                        : new Class<?>[] {Deferred.class, InDoubt.class};
            default:
                return new Class<?>[] {fault.equals("5xx") ? Refused.class : Deferred.class};
        }
    }

    /** What becomes of the message behind it. */
    Class<?>[] possibleNext() {
        return new Class<?>[] {Accepted.class};
    }

    private List<String> takenIds() {
        return server.taken().stream().map(ScriptedSmtpServer.Taken::messageId).toList();
    }

    private List<TransportException> sendAll(TestFeed feed) throws InterruptedException {
        List<TransportException> ends = new ArrayList<>();
        for (int sessions = 0; sessions < 5; sessions++) {
            try (TransportSession session = transport.open()) {
                session.run(feed);
                return ends;
            } catch (TransportException e) {
                ends.add(e);
            }
        }
        throw new AssertionError("five sessions were not enough");
    }

    @ParameterizedTest
    @MethodSource("openings")
    void opensNoSessionWhenTheServerDoesNot(Step step, Act act, String code, FailureScope scope) {
        server.always(step, act);
        if (act.then() == Act.Then.STALL) {
            transport.close();
            transport = transport(t -> impatientAt(step, t));
        }
        assertThatThrownBy(() -> transport.open()).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.scope()).isEqualTo(scope);
        });
        assertThat(server.commands()).noneMatch(c -> c.startsWith("MAIL"));
    }

    static Stream<Arguments> openings() {
        return Stream.of(
                arguments(Step.GREETING, Act.close(), "SMTP-GREETING", FailureScope.SESSION),
                arguments(Step.GREETING, Act.stall(), "SMTP-GREETING", FailureScope.SESSION),
                arguments(Step.GREETING, Act.reply("hello"), "SMTP-GREETING", FailureScope.SESSION),
                arguments(Step.GREETING, Act.replyAndClose("421 busy"), "SMTP-GREETING", FailureScope.SESSION),
                arguments(Step.GREETING, Act.reply("554 no"), "SMTP-GREETING", FailureScope.SESSION),
                arguments(Step.EHLO, Act.close(), "SMTP-GREETING", FailureScope.SESSION),
                arguments(Step.EHLO, Act.replyAndClose("421 busy"), "SMTP-GREETING", FailureScope.SESSION));
    }

    @Test
    void speaksHeloWhenEhloIsNotKnown() throws Exception {
        server.always(Step.EHLO, Act.reply("502 5.5.1 no"));
        TestFeed feed = TestFeed.of(Mails.delivery(1));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(server.commands()).contains("MAIL FROM:<donus+1@universite.example>");
    }

    @Test
    void keepsTheReplyOfTheServerWithoutTheAddress() throws Exception {
        server.always(
                Step.RCPT,
                Act.reply(
                        "550-5.1.1 <ogrenci1@ogr.universite.example>: no such user ogrenci1\r\n550 5.1.1 see https://x.example"));
        TestFeed feed = TestFeed.of(Mails.delivery(1));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        DeliveryOutcome outcome = feed.outcome(1);
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(outcome.reply().code()).isEqualTo(550);
        assertThat(String.valueOf(outcome.reply().enhanced())).isEqualTo("5.1.1");
        assertThat(outcome.toString()).doesNotContain("ogrenci1").doesNotContain("@");
        assertThat(outcome.reply().text()).contains("no such user");
    }

    @Test
    void aRefusalLeavesTheConnectionInUse() throws Exception {
        server.script((step, moment) ->
                step == Step.RCPT && moment.transaction() % 2 == 0 ? Act.reply("550 5.1.1 nobody") : null);
        TestFeed feed = new TestFeed(Mails.deliveries(1, 6));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.commands().stream().filter("RSET"::equals)).hasSize(2);
        assertThat(server.taken()).hasSize(3);
    }

    @Test
    void aRefusalInTheMiddleOfTheBodyIsTheMessagesOwn() throws Exception {
        String large = "x".repeat(900).concat("\n").repeat(20_000);
        server.script((step, moment) -> step == Step.BODY ? Act.replyAndClose("552 5.3.4 too large") : null);
        TestFeed feed = TestFeed.of(Mails.delivery(1, Mails.text(large)));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        } catch (TransportException e) {
            assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
        }
        assertThat(feed.outcome(1)).isInstanceOfAny(Refused.class, Deferred.class);
        assertThat(server.taken()).isEmpty();
    }
}
