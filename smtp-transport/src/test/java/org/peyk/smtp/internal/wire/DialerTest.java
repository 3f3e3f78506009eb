package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A host may have several addresses, of which some are dead. */
class DialerTest {
    private final Guard guard = new Guard(Duration.ofSeconds(1));

    @Test
    void triesTheNextAddressWhenOneIsDead() throws IOException {
        InetAddress live = InetAddress.getByName("127.0.0.1");
        try (ServerSocket listener = new ServerSocket(0, 1, live)) {
            // nobody listens there
            InetAddress dead = InetAddress.getByName("127.0.0.2");
            Dialer dialer = new Dialer(host -> new InetAddress[] {dead, live});
            try (WireSocket socket =
                    dialer.dial("relay.example", listener.getLocalPort(), Duration.ofSeconds(60), guard)) {
                assertThat(socket.getInetAddress()).isEqualTo(live);
                assertThat(socket.getTcpNoDelay()).isTrue();
                // the name that certificates are checked against is the configured one, not what an address claims
                assertThat(socket.getInetAddress().getHostName()).isEqualTo("relay.example");
            }
        }
    }

    @Test
    void failsWhenAllAreDead() throws IOException {
        InetAddress dead = InetAddress.getByName("127.0.0.2");
        int port;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = listener.getLocalPort();
        }
        Dialer dialer = new Dialer(host -> new InetAddress[] {dead, dead});
        assertThatThrownBy(() -> dialer.dial("relay.example", port, Duration.ofSeconds(5), guard))
                .isInstanceOf(IOException.class);
    }

    @Test
    void passesOnThatANameIsUnknown() {
        Dialer dialer = new Dialer(host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> dialer.dial("relay.example", 25, Duration.ofSeconds(5), guard))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void doesNotDialWhenItIsToStop() {
        guard.close();
        Dialer dialer = new Dialer(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        assertThatThrownBy(() -> dialer.dial("relay.example", 25, Duration.ofSeconds(5), guard))
                .isInstanceOf(IOException.class);
    }
}
