package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What all contenders send to: the sink of this program, or Postfix' own, each in a process of its own. */
public final class SinkProcess implements AutoCloseable {
    private final Child child;
    private final @Nullable Process postfix;
    private final int plain;
    private final int tls;
    private final int far;

    private SinkProcess(Child child, @Nullable Process postfix, int plain, int tls, int far) {
        this.child = child;
        this.postfix = postfix;
        this.plain = plain;
        this.tls = tls;
        this.far = far;
    }

    /**
     * Starts it.
     *
     * @param keys for the encrypted port
     * @param roundTrip of the far port
     * @param ofPostfix whether Postfix' own sink is wanted
     * @return the running one
     * @throws Exception when it does not start
     */
    public static SinkProcess start(Keys keys, Duration roundTrip, boolean ofPostfix) throws Exception {
        int other = ofPostfix ? freePort() : 0;
        Process postfix = ofPostfix ? startPostfix(other) : null;
        Child child = new Child(
                System.getProperty("java.class.path"),
                Sink.class,
                List.of("-Xmx512m"),
                List.of(
                        keys.file().toString(),
                        keys.password(),
                        String.valueOf(roundTrip.toMillis() / 2),
                        String.valueOf(other)));
        int[] ports = Arrays.stream(child.hear().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new SinkProcess(child, postfix, ofPostfix ? other : ports[0], ports[1], ports[2]);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process startPostfix(int port) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Contender.program("smtp-sink")
                .orElseThrow(() -> new IOException("smtp-sink is not installed (Debian: postfix)"))
                .toString());
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1024"));
        Process process = new ProcessBuilder(command).inheritIO().start();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10); ; ) {
            try (Socket reached = new Socket("127.0.0.1", port)) {
                reached.getInputStream().read();
                return process;
            } catch (IOException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    process.destroy();
                    throw e;
                }
            }
        }
    }

    /**
     * The near, unencrypted port.
     *
     * @return the port
     */
    public int plain() {
        return plain;
    }

    int tls() {
        return tls;
    }

    /**
     * The port behind the delay.
     *
     * @return the port
     */
    public int far() {
        return far;
    }

    /**
     * How many messages and bytes it has taken.
     *
     * @return both, or null when it does not count
     * @throws IOException when it has ended
     */
    public long @Nullable [] taken() throws IOException {
        if (postfix != null) {
            return null;
        }
        return Arrays.stream(child.ask("").split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    @Override
    public void close() throws IOException {
        if (postfix != null) {
            postfix.destroy();
        }
        child.close();
    }
}
