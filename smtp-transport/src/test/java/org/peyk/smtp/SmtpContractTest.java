package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.spi.tck.RemoteSide;
import org.peyk.spi.tck.TransportContract;
import org.peyk.spi.transport.Transport;

/** The contract of all transports, against the scripted server. */
class SmtpContractTest implements TransportContract {
    private ScriptedSmtpServer server;
    private Side side;

    /** The server that is spoken to. */
    ScriptedSmtpServer server() throws IOException {
        return ScriptedSmtpServer.plain();
    }

    /** How it is spoken to. */
    SmtpExtensions extensions() {
        return SmtpExtensions.DEFAULT;
    }

    @BeforeEach
    void start() throws IOException {
        server = server();
        side = new Side(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SmtpTransport transport(Duration patience) {
        return SmtpTransport.builder()
                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                .extensions(e -> extensions())
                .timeouts(t -> new SmtpTimeouts(
                        patience, patience, patience, patience, patience, patience, patience, Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public Transport transport() {
        return transport(bound().multipliedBy(6));
    }

    @Override
    public Transport impatientTransport() {
        return transport(Duration.ofSeconds(4));
    }

    /** Much longer than promised: a busy machine is no breach, and a transport that never wakes is still found. */
    @Override
    public Duration bound() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    public RemoteSide remote() {
        return side;
    }

    /** The scripted server in the words of the contract. */
    private static final class Side implements RemoteSide {
        private final ScriptedSmtpServer server;
        private final Map<String, Behaviour> ofOne = new ConcurrentHashMap<>();
        private volatile Behaviour ofAll = Behaviour.ACCEPT;

        Side(ScriptedSmtpServer server) {
            this.server = server;
            server.script((step, moment) -> act(step, moment.recipient()));
        }

        @Override
        public void behave(Behaviour behaviour) {
            ofAll = behaviour;
        }

        @Override
        public void behave(Behaviour behaviour, String recipient) {
            ofOne.put(recipient, behaviour);
        }

        private @Nullable Act act(Step step, String recipient) {
            if (step == Step.GREETING && ofAll == Behaviour.REFUSE_SESSIONS) {
                return Act.replyAndClose("554 5.3.2 no sessions now");
            }
            switch (ofOne.getOrDefault(recipient, ofAll)) {
                case REFUSE_RECIPIENT:
                    return at(Step.RCPT, step, Act.reply("550 5.1.1 <" + recipient + "> unknown"));
                case DEFER_RECIPIENT:
                    return at(Step.RCPT, step, Act.reply("450 4.2.0 <" + recipient + "> not now"));
                case SHUT_DOWN_AT_RECIPIENT:
                    return at(Step.RCPT, step, Act.replyAndClose("421 4.3.2 shutting down"));
                case DROP_BEFORE_CONTENT:
                    return at(Step.RCPT, step, Act.close());
                case DROP_IN_CONTENT:
                    return at(Step.BODY, step, Act.close());
                case DEFER_AFTER_END:
                    return at(Step.END, step, Act.reply("451 4.3.0 not now"));
                case REFUSE_AFTER_END:
                    return at(Step.END, step, Act.reply("554 5.6.0 not that"));
                case TAKE_AND_DROP:
                    return at(Step.END, step, Act.close().taking());
                case LOSE_AND_DROP:
                    return at(Step.END, step, Act.close().notTaking());
                case TAKE_AND_ANSWER_GARBAGE:
                    return at(Step.END, step, Act.reply("tamam").taking());
                case TAKE_AND_STAY_SILENT:
                    return at(Step.END, step, Act.stall().taking());
                case ACCEPT_SLOWLY:
                    return at(Step.END, step, Act.reply("250 2.0.0 ok").dripping(Duration.ofMillis(60)));
                default:
                    return null;
            }
        }

        private static @Nullable Act at(Step wanted, Step step, Act act) {
            return wanted == step ? act : null;
        }

        @Override
        public List<String> acceptedMessageIds() {
            return server.taken().stream()
                    .map(ScriptedSmtpServer.Taken::messageId)
                    .toList();
        }

        @Override
        public Optional<byte[]> acceptedBytes(String messageId) {
            return server.taken().stream()
                    .filter(t -> t.messageId().equals(messageId))
                    .findFirst()
                    .map(ScriptedSmtpServer.Taken::bytes);
        }
    }
}
