package org.peyk.smtp.internal.wire;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.Credentials;
import org.peyk.smtp.Security;
import org.peyk.smtp.SmtpConfig;
import org.peyk.smtp.SmtpRelay;
import org.peyk.smtp.internal.message.HostName;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections that are ready for MAIL: TCP, greeting, EHLO, TLS, and who we are. */
final class Connector {
    private static final Logger LOG = LoggerFactory.getLogger("org.peyk.smtp");

    private final SmtpConfig config;
    private final Dialer dialer;
    private final TlsFactory tls;
    private final Session session;
    private @Nullable String machineName;

    Connector(SmtpConfig config, Dialer dialer) {
        this.config = config;
        this.dialer = dialer;
        this.tls = new TlsFactory(config.sslContext());
        this.session = Session.getInstance(properties(config, tls));
    }

    private static Properties properties(SmtpConfig config, TlsFactory tls) {
        Properties p = new Properties();
        boolean starttls = config.security() == Security.STARTTLS_REQUIRED;
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.ssl.protocols", String.join(" ", TlsFactory.PROTOCOLS));
        p.put("mail.smtp.ssl.socketFactory", tls);
        p.setProperty("mail.smtp.quitwait", "false");
        Credentials credentials = config.credentials();
        p.setProperty("mail.smtp.auth", Boolean.toString(credentials != null));
        if (credentials != null) {
            p.setProperty(
                    "mail.smtp.auth.mechanisms",
                    credentials.mechanisms().stream().map(Enum::name).collect(Collectors.joining(" ")));
        }
        return p;
    }

    /** The name we give: as configured, else this machine's full name, else our address, which is always allowed. */
    private synchronized String ehloName(InetAddress local) {
        String given = config.ehloName();
        if (given != null) {
            return given;
        }
        if (machineName == null) {
            machineName = "";
            try {
                String own = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
                if (own.indexOf('.') > 0 && HostName.isEhloName(own)) {
                    machineName = own;
                }
            } catch (UnknownHostException e) {
                LOG.debug("this machine's name is not known; its address is given in EHLO");
            }
        }
        if (!machineName.isEmpty()) {
            return machineName;
        }
        String address = local.getHostAddress().replaceFirst("%.*", "");
        return local instanceof Inet6Address ? "[IPv6:" + address + "]" : "[" + address + "]";
    }

    /**
     * Opens a connection.
     *
     * @param relay to this server
     * @param guard watches it from now on
     * @throws TransportException when it does not come about; everything is closed then
     * @throws InterruptedException when the thread was asked to stop
     */
    SmtpConnection open(SmtpRelay relay, Guard guard) throws TransportException, InterruptedException {
        Credentials credentials = config.credentials();
        if (credentials == null) {
            return attempt(relay, guard, null, null);
        }
        String secret = secret(credentials);
        try {
            return attempt(relay, guard, credentials.username(), secret);
        } catch (TransportException e) {
            if (!e.code().equals("SMTP-AUTH")) {
                throw e;
            }
            // a token may have run out between being cached and being used; the same password again would only lock the
            // account
            credentials.secret().refused();
            String another = secret(credentials);
            if (another.equals(secret)) {
                throw e;
            }
            return attempt(relay, guard, credentials.username(), another);
        }
    }

    private static String secret(Credentials credentials) throws TransportException, InterruptedException {
        try {
            return credentials.secret().token();
        } catch (IOException e) {
            throw Failures.token(e);
        }
    }

    private SmtpConnection attempt(SmtpRelay relay, Guard guard, @Nullable String user, @Nullable String secret)
            throws TransportException, InterruptedException {
        guard.enter();
        @Nullable WireSocket wire = null;
        boolean ready = false;
        try {
            wire = dial(relay, guard);
            SmtpConnection connection = ready(relay, guard, wire, user, secret);
            ready = true;
            LOG.debug("connected to {}", relay);
            return connection;
        } catch (TransportException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("asked to stop while a connection was being opened");
            }
            throw guard.closing() ? Failures.closed() : e;
        } finally {
            guard.leave();
            if (!ready && wire != null) {
                wire.cut();
            }
        }
    }

    private WireSocket dial(SmtpRelay relay, Guard guard) throws TransportException {
        try {
            return dialer.dial(relay.host(), relay.port(), config.timeouts().connect(), guard);
        } catch (IOException e) {
            throw Failures.connecting(e);
        }
    }

    private SmtpConnection ready(
            SmtpRelay relay, Guard guard, WireSocket wire, @Nullable String user, @Nullable String secret)
            throws TransportException {
        AngusLink link = new AngusLink(
                session,
                wire,
                guard,
                config.timeouts().greeting(),
                config.timeouts().write(),
                user,
                secret);
        link.setLocalHost(ehloName(wire.getLocalAddress()));
        Socket outermost = wire;
        if (config.security() == Security.IMPLICIT_TLS) {
            outermost = handshake(relay, wire);
        } else {
            wire.bytewise(config.security() == Security.STARTTLS_REQUIRED);
        }
        try {
            link.establish(outermost);
        } catch (MessagingException e) {
            throw classify(link, e);
        }
        if (config.security() != Security.PLAIN && wire.tls() == null) {
            throw Failures.noStartTls();
        }
        if (user != null && link.step() != AngusLink.Step.AUTHENTICATION) {
            throw Failures.noAuthentication();
        }
        try {
            return new SmtpConnection(config, relay, link, wire, guard);
        } catch (IOException e) {
            throw Failures.greeting(null, e);
        }
    }

    private SSLSocket handshake(SmtpRelay relay, WireSocket wire) throws TransportException {
        try {
            wire.expect(config.timeouts().greeting(), AngusLink.HANDSHAKE_BYTES);
            SSLSocket socket = (SSLSocket) tls.createSocket(wire, relay.host(), relay.port(), true);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            throw Failures.tls(null, e);
        }
    }

    private static TransportException classify(AngusLink link, MessagingException e) {
        ServerReply reply = link.lastReply();
        Throwable cause = rootIo(e);
        switch (link.step()) {
            case TLS:
                return Failures.tls(cause == null ? reply : null, cause);
            case AUTHENTICATION:
                return Failures.authentication(reply);
            case HELLO:
                if (e instanceof AuthenticationFailedException) {
                    return Failures.noAuthentication();
                }
                if (cause == null && reply != null && reply.code() / 100 == 2) {
                    return Failures.noStartTls();
                }
                return Failures.greeting(reply, cause);
            default:
                return Failures.greeting(cause == null ? reply : null, cause);
        }
    }

    private static @Nullable IOException rootIo(MessagingException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}
