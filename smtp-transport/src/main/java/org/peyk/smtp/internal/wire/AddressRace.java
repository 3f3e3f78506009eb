package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the addresses of one host, each begun a little after the one before it while that one goes on (RFC 8305 section 5), and takes
 * the first that answers. An address that is dead, or a whole family of them, costs the delay and not the time for connecting.
 */
final class AddressRace {
    /** Between two attempts (RFC 8305 section 8). */
    static final Duration DELAY = Duration.ofMillis(250);

    private final String host;
    private final int port;
    private final List<InetAddress> addresses;
    private final long deadline;
    private final List<WireSocket> sockets = new ArrayList<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    /** How one attempt ended: connected, or why not. */
    private record Ended(
            @Nullable WireSocket connected, @Nullable IOException failure) {}

    AddressRace(String host, int port, List<InetAddress> addresses, Duration limit) {
        this.host = host;
        this.port = port;
        this.addresses = alternating(addresses);
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** In the order in which the platform gives them, but one of each family in turn (RFC 8305 section 4). */
    static List<InetAddress> alternating(List<InetAddress> addresses) {
        Deque<InetAddress> next = new ArrayDeque<>();
        Deque<InetAddress> other = new ArrayDeque<>();
        boolean six = !addresses.isEmpty() && addresses.get(0) instanceof Inet6Address;
        addresses.forEach(a -> (a instanceof Inet6Address == six ? next : other).add(a));
        List<InetAddress> order = new ArrayList<>();
        while (order.size() < addresses.size()) {
            for (Deque<InetAddress> family : List.of(next, other)) {
                InetAddress one = family.poll();
                if (one != null) {
                    order.add(one);
                }
            }
        }
        return order;
    }

    /**
     * Runs it.
     *
     * @param guard may end it at any time
     * @return the connected socket; all others are closed
     */
    WireSocket run(Guard guard) throws IOException {
        guard.guard(this::cut);
        WireSocket winner = null;
        try {
            winner = first(guard);
            return winner;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("asked to stop while connecting", e);
        } finally {
            for (WireSocket socket : snapshot()) {
                if (socket != winner) {
                    socket.cut();
                }
            }
        }
    }

    private WireSocket first(Guard guard) throws IOException, InterruptedException {
        int begun = 0;
        int failed = 0;
        long due = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            if (guard.isCut()) {
                throw new IOException("cut while connecting");
            }
            if (deadline - now <= 0) {
                throw new SocketTimeoutException("no address answered in time");
            }
            boolean more = begun < addresses.size();
            // the next one does not wait for its turn when all before it have failed
            if (more && (failed == begun || due - now <= 0)) {
                begin(addresses.get(begun++));
                due = now + DELAY.toNanos();
                continue;
            }
            long wait = more ? Math.min(due - now, deadline - now) : deadline - now;
            Ended one = ended.poll(wait, TimeUnit.NANOSECONDS);
            if (one == null) {
                continue;
            }
            if (one.connected() != null) {
                return one.connected();
            }
            if (++failed >= addresses.size() && one.failure() != null) {
                throw one.failure();
            }
        }
    }

    private void begin(InetAddress address) {
        WireSocket socket = new WireSocket();
        synchronized (sockets) {
            sockets.add(socket);
        }
        BlockingThreads.start("peyk-smtp-connect", () -> {
            try {
                Dialer.connect(socket, host, address, port, deadline);
                ended.add(new Ended(socket, null));
            } catch (IOException e) {
                ended.add(new Ended(null, e));
            }
        });
    }

    private List<WireSocket> snapshot() {
        synchronized (sockets) {
            return List.copyOf(sockets);
        }
    }

    /** Ends all attempts, from any thread. */
    private void cut() {
        snapshot().forEach(WireSocket::cut);
    }
}
