package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.smtp.SmtpConfig;
import org.peyk.smtp.SmtpTransport;
import org.peyk.smtp.SmtpTransportBuilder;
import org.peyk.smtp.internal.message.MimeMessages;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A name with several addresses, of which some refuse and some say nothing at all. */
@Timeout(240)
class AddressRaceTest {
    private static final String HOST = "relay.example";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Guard guard = new Guard(Duration.ofSeconds(1));
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.pipelining();
        open.add(server);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    /** An address whose queue of connections is full: what is sent to it is not answered. */
    private InetAddress blackHole(String text) throws IOException {
        InetAddress address = address(text);
        ServerSocket full = new ServerSocket(server.port(), 1, address);
        open.add(full);
        for (int i = 0; i < 8; i++) {
            SocketChannel waiting = SocketChannel.open();
            open.add(waiting);
            waiting.configureBlocking(false);
            waiting.connect(new InetSocketAddress(address, server.port()));
        }
        return address;
    }

    private TestFeed send(int count, Duration limit, InetAddress... addresses) throws Exception {
        return send(count, limit, host -> addresses, b -> {});
    }

    private TestFeed send(int count, Duration limit, Dialer.Resolver resolver, Consumer<SmtpTransportBuilder> more)
            throws Exception {
        SmtpTransportBuilder builder = SmtpTransport.builder()
                .url("smtp://" + HOST + ":" + server.port() + "?starttls=plain")
                .timeouts(t -> t.withConnect(limit));
        more.accept(builder);
        SmtpConfig config = builder.config();
        TestFeed feed = new TestFeed(Mails.deliveries(1, count));
        try (ConnectionPool pool = new ConnectionPool(
                        config,
                        new MimeMessages(SmtpConfig.DEFAULT_ZONE, List.of(), Clock.systemUTC(), false),
                        resolver);
                SmtpSession session = pool.open()) {
            session.run(feed);
        }
        return feed;
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    @Test
    void anAddressThatSaysNothingCostsTheDelayAndNotTheTimeForConnecting() throws Exception {
        InetAddress hole = blackHole("127.0.0.3");
        long since = System.nanoTime();
        TestFeed feed = send(2, LONG, hole, address("127.0.0.1"));
        assertThat(millis(since))
                .isGreaterThanOrEqualTo(AddressRace.DELAY.toMillis())
                .isLessThan(20_000);
        assertThat(feed.outcomes().values()).hasSize(2).allMatch(Accepted.class::isInstance);
    }

    @Test
    void aWholeFamilyThatSaysNothingCostsTheDelay() throws Exception {
        InetAddress six = blackHole("::1");
        long since = System.nanoTime();
        TestFeed feed = send(1, LONG, six, address("::2"), address("::3"), address("::4"), address("127.0.0.1"));
        assertThat(millis(since)).isLessThan(20_000);
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void oneThatRefusesIsFollowedAtOnceByTheNext() throws Exception {
        // nobody listens at the first eight: with the delay between each this would take two seconds
        List<InetAddress> all = new ArrayList<>();
        for (int i = 10; i < 18; i++) {
            all.add(address("127.0.0." + i));
        }
        all.add(address("127.0.0.1"));
        long since = System.nanoTime();
        send(1, LONG, all.toArray(InetAddress[]::new));
        assertThat(millis(since)).isLessThan(8 * AddressRace.DELAY.toMillis());
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void theFirstIsTakenWhenItAnswersAndNoOtherIsAsked() throws Exception {
        try (ServerSocket other = new ServerSocket(server.port(), 5, address("127.0.0.4"))) {
            other.setSoTimeout(300);
            send(1, LONG, address("127.0.0.1"), address("127.0.0.4"));
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void whenNoneAnswersTheTimeForConnectingIsTheBound() throws Exception {
        InetAddress first = blackHole("127.0.0.3");
        InetAddress second = blackHole("127.0.0.5");
        Dialer dialer = new Dialer(host -> new InetAddress[] {first, second});
        long since = System.nanoTime();
        assertThatThrownBy(() -> dialer.dial(HOST, server.port(), Duration.ofMillis(600), guard))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(millis(since)).isBetween(600L, 20_000L);
    }

    @Test
    void whenAllRefuseTheLastRefusalIsTheReason() throws Exception {
        InetAddress[] dead = {address("127.0.0.10"), address("::1"), address("127.0.0.11")};
        Dialer dialer = new Dialer(host -> dead);
        long since = System.nanoTime();
        assertThatThrownBy(() -> dialer.dial(HOST, server.port(), LONG, guard)).isInstanceOf(ConnectException.class);
        assertThat(millis(since)).isLessThan(20_000);
    }

    @Test
    void stoppingEndsAllAttemptsAtOnce() throws Exception {
        InetAddress first = blackHole("127.0.0.3");
        InetAddress second = blackHole("127.0.0.5");
        Dialer dialer = new Dialer(host -> new InetAddress[] {first, second});
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        BlockingThreads.start("dialing", () -> {
            try {
                dialer.dial(HOST, server.port(), LONG, guard).close();
            } catch (IOException e) {
                ended.complete(e);
            }
        });
        assertThatThrownBy(() -> ended.get(400, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        guard.close();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }

    @Test
    void familiesTakeTurnsInTheOrderOfThePlatform() throws Exception {
        List<InetAddress> given = new ArrayList<>();
        for (String a : List.of("::1", "::2", "::3", "127.0.0.1", "127.0.0.2")) {
            given.add(address(a));
        }
        assertThat(AddressRace.alternating(given))
                .containsExactly(given.get(0), given.get(3), given.get(1), given.get(4), given.get(2));
        List<InetAddress> four = List.of(given.get(3), given.get(0), given.get(4));
        assertThat(AddressRace.alternating(four)).containsExactlyElementsOf(four);
    }

    @Test
    void aNameThatIsNotFoundIsAFailureOfTheSessionAndTakesNothing() {
        TransportException e = catchThrowableOfType(
                TransportException.class,
                () -> send(
                        1,
                        LONG,
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        b -> {}));
        assertThat(e.code()).isEqualTo("SMTP-DNS");
        assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
        assertThat(e.text().tr()).isNotBlank().doesNotContain(HOST);
        assertThat(server.connections()).isZero();
    }

    @Test
    void aNameThatIsNotFoundIsStoodInForByTheNextRelay() throws Exception {
        InetAddress live = address("127.0.0.1");
        TestFeed feed = send(
                1,
                LONG,
                host -> {
                    if (host.equals(HOST)) {
                        throw new UnknownHostException(host);
                    }
                    return new InetAddress[] {live};
                },
                b -> b.fallback("second.example", server.port()));
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
    }
}
