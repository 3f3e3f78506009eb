package org.peyk.examples.sms.smpp;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.text.Reference;

/** How a short-message centre is reached. Immutable; made by {@link #builder}, which checks everything at once. */
public final class SmppConfig {

    private final SmppConfigBuilder set;

    SmppConfig(SmppConfigBuilder set) {
        this.set = set;
    }

    /**
     * Starts a configuration.
     *
     * @param host name or address of the centre
     * @param port its port
     * @param systemId the account
     * @param password its password, at most eight octets in SMPP 3.4
     * @param sender what telephones show: a name of up to eleven letters, a number with a plus, or a short number
     * @return a builder
     */
    public static SmppConfigBuilder builder(String host, int port, String systemId, String password, String sender) {
        return new SmppConfigBuilder(host, port, systemId, password, sender);
    }

    String host() {
        return set.host;
    }

    int port() {
        return set.port;
    }

    String systemId() {
        return set.systemId;
    }

    String password() {
        return set.password;
    }

    String systemType() {
        return set.systemType;
    }

    SourceAddress source() {
        return SourceAddress.of(set.sender);
    }

    Optional<SSLContext> tls() {
        return Optional.ofNullable(set.tls);
    }

    int sessions() {
        return set.sessions;
    }

    int window() {
        return set.window;
    }

    boolean transmitterOnly() {
        return set.transmitterOnly;
    }

    boolean nationalTables() {
        return set.nationalTables;
    }

    Reference reference() {
        return set.reference;
    }

    /** How many parts a text may become. */
    public int maxParts() {
        return set.maxParts;
    }

    Duration connectTimeout() {
        return set.connectTimeout;
    }

    Duration responseTimeout() {
        return set.responseTimeout;
    }

    Duration enquireLink() {
        return set.enquireLink;
    }

    Duration throttleWait() {
        return set.throttleWait;
    }

    @Nullable
    Duration validity() {
        return set.validity;
    }

    /** Shows neither account nor password. */
    @Override
    public String toString() {
        return "SmppConfig[" + set.host + ":" + set.port + (set.tls == null ? "" : ", TLS") + ", sessions="
                + set.sessions + ", window=" + set.window + "]";
    }
}
