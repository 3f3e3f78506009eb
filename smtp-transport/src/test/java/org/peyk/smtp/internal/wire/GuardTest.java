package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The guard sees from outside what a blocked thread cannot, and cuts the socket. Its clock is a parameter. */
@Timeout(240)
class GuardTest {
    private static final long GRACE = Duration.ofSeconds(20).toNanos();

    private ServerSocket listener;
    private Socket accepted;
    private WireSocket wire;
    private Guard guard;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        wire = new WireSocket();
        wire.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 5_000);
        accepted = listener.accept();
        guard = new Guard(Duration.ofNanos(GRACE));
        guard.guard(wire);
    }

    @AfterEach
    void disconnect() throws IOException {
        wire.cut();
        accepted.close();
        listener.close();
    }

    @Test
    void cutsAWriteThatIsNotTakenInTime() throws Exception {
        guard.enter();
        guard.writingWithin(Duration.ofSeconds(180));
        CompletableFuture<IOException> end = new CompletableFuture<>();
        Thread writer = new Thread(() -> {
            try {
                OutputStream out = wire.getOutputStream();
                while (true) {
                    out.write(new byte[1024 * 1024]);
                }
            } catch (IOException e) {
                end.complete(e);
            }
        });
        writer.start();
        guard.look(System.nanoTime() + Duration.ofSeconds(170).toNanos());
        assertThat(guard.isCut()).isFalse();
        guard.look(System.nanoTime() + Duration.ofSeconds(181).toNanos());
        IOException failure = end.get(90, TimeUnit.SECONDS);
        assertThat(guard.failure(failure).kind()).isEqualTo(LinkException.Kind.WRITE_TIMEOUT);
    }

    @Test
    void leavesAQuietConnectionAlone() {
        guard.writingWithin(Duration.ofSeconds(1));
        guard.written();
        guard.look(System.nanoTime() + Duration.ofDays(1).toNanos());
        assertThat(guard.isCut()).isFalse();
    }

    @Test
    void cutsAtOnceWhenItsThreadIsInterruptedBeforeTheEnd() {
        guard.enter();
        Thread.currentThread().interrupt();
        guard.look(System.nanoTime());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(guard.isCut()).isTrue();
        assertThat(guard.failure(new IOException("x")).kind()).isEqualTo(LinkException.Kind.STOPPED);
    }

    @Test
    void doesNotMindAnInterruptOfAThreadThatIsElsewhere() {
        guard.enter();
        guard.leave();
        Thread.currentThread().interrupt();
        guard.look(System.nanoTime());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(guard.isCut()).isFalse();
    }

    @Test
    void waitsTheGraceWhenTheEndHasLeft() {
        long now = System.nanoTime();
        guard.enter();
        guard.atEnd(true);
        guard.close();
        guard.look(now + GRACE / 2);
        assertThat(guard.isCut()).isFalse();
        guard.look(System.nanoTime() + GRACE + 1);
        assertThat(guard.isCut()).isTrue();
    }

    @Test
    void cutsASocketThatComesTooLate() throws IOException {
        guard.close();
        assertThat(guard.isCut()).isTrue();
        WireSocket late = new WireSocket();
        guard.guard(late);
        assertThat(late.isClosed()).isTrue();
    }
}
