package org.peyk.smtp.internal.wire;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/**
 * Angus for what it does well: greeting, EHLO, STARTTLS and proving who we are, over a socket of ours. Afterwards messages go over the socket
 * itself. Keeps how far it came, which Angus' exceptions do not tell.
 */
final class AngusLink extends SMTPTransport {
    /** What a TLS handshake may have, certificates included. */
    static final long HANDSHAKE_BYTES = 256L * 1024;

    /** How far connecting came. */
    enum Step {
        GREETING,
        HELLO,
        TLS,
        AUTHENTICATION
    }

    private final WireSocket wire;
    private final Guard guard;
    private final Duration answerLimit;
    private final Duration writeLimit;
    private final @Nullable String user;
    private final @Nullable String secret;
    private Step step = Step.GREETING;

    AngusLink(
            Session session,
            WireSocket wire,
            Guard guard,
            Duration answerLimit,
            Duration writeLimit,
            @Nullable String user,
            @Nullable String secret) {
        super(session, null);
        this.wire = wire;
        this.guard = guard;
        this.answerLimit = answerLimit;
        this.writeLimit = writeLimit;
        this.user = user;
        this.secret = secret;
    }

    synchronized Step step() {
        return step;
    }

    /** The last reply as Angus took it, or null when there was none. */
    synchronized @Nullable ServerReply lastReply() {
        int code = getLastReturnCode();
        String text = getLastServerResponse();
        if (code < 200 || code > 599 || text == null) {
            return null;
        }
        String line = text.lines().findFirst().orElse("");
        Phase phase = step == Step.AUTHENTICATION ? Phase.AUTHENTICATION : Phase.GREETING;
        return Reply.of(code, line.length() > 4 ? line.substring(4) : "").toServerReply(phase, user);
    }

    /** Angus comes here from {@link #connect(Socket)}; the rest of its way would look for user names in system properties. */
    @Override
    public synchronized void connect(
            @Nullable String host, int port, @Nullable String ignoredUser, @Nullable String ignoredPassword)
            throws MessagingException {
        if (!protocolConnect(host, port, user, secret)) {
            throw new AuthenticationFailedException("not authenticated");
        }
        setConnected(true);
    }

    synchronized void establish(Socket socket) throws MessagingException {
        connect(socket);
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        if (step == Step.GREETING) {
            step = Step.HELLO;
        }
        return super.ehlo(domain);
    }

    @Override
    protected void startTLS() throws MessagingException {
        if (wire.tls() != null) {
            throw new MessagingException("the server asks for STARTTLS inside TLS");
        }
        step = Step.TLS;
        super.startTLS();
        wire.bytewise(false);
        step = Step.HELLO;
    }

    @Override
    public synchronized int simpleCommand(String command) throws MessagingException {
        if (command.toUpperCase(Locale.ROOT).startsWith("AUTH ")) {
            step = Step.AUTHENTICATION;
        }
        return super.simpleCommand(command);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        guard.writingWithin(writeLimit);
        try {
            super.sendCommand(command);
        } finally {
            guard.written();
        }
    }

    /** The bound for the answer to STARTTLS is that of the handshake too, which follows without another call of ours. */
    @Override
    protected int readServerResponse() throws MessagingException {
        wire.expect(answerLimit, step == Step.TLS ? HANDSHAKE_BYTES : ReplyReader.MAX_REPLY);
        return super.readServerResponse();
    }
}
