package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens TCP connections: one address of the host after the other, each with its share of the time, so that a dead one does not use it up. */
final class Dialer {

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    Dialer(Resolver resolver) {
        this.resolver = resolver;
    }

    WireSocket dial(String host, int port, Duration limit, Guard guard) throws IOException {
        InetAddress[] addresses = resolver.addresses(host);
        long deadline = System.nanoTime() + limit.toNanos();
        @Nullable IOException last = null;
        for (int i = 0; i < addresses.length && !guard.isCut(); i++) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            WireSocket socket = new WireSocket();
            try {
                guard.guard(socket);
                // without it the last packet of a message waits for the acknowledgement of the one before: 40 ms each
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                // the name goes along, so that nobody asks the address for it later and believes the answer
                InetAddress named = InetAddress.getByAddress(host, addresses[i].getAddress());
                long share = Math.max(1, left / (addresses.length - i));
                socket.connect(new InetSocketAddress(named, port), (int) Math.min(Integer.MAX_VALUE, share));
                return socket;
            } catch (IOException e) {
                last = e;
                socket.cut();
            }
        }
        if (last == null) {
            last = new SocketTimeoutException("no address could be tried in time");
        }
        throw last;
    }
}
