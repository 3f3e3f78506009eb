package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Opens TCP connections to a host; to one of several addresses, those are tried beside each other: {@link AddressRace}. */
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
        // asked once; the same address twice is one
        List<InetAddress> addresses =
                Arrays.stream(resolver.addresses(host)).distinct().toList();
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        WireSocket socket;
        if (addresses.size() > 1) {
            socket = new AddressRace(host, port, addresses, limit).run(guard);
            guard.guard(socket);
        } else {
            socket = new WireSocket();
            guard.guard(socket);
            connect(socket, host, addresses.get(0), port, System.nanoTime() + limit.toNanos());
        }
        return socket;
    }

    /** Connects a socket to one address by a deadline; it is closed when that fails. */
    static void connect(WireSocket socket, String host, InetAddress address, int port, long deadline)
            throws IOException {
        try {
            // without it the last packet of a message waits for the acknowledgement of the one before: 40 ms each
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            // the name goes along, so that nobody asks the address for it later and believes the answer; an address
            // that belongs
            // to one network card keeps that
            InetAddress named = address instanceof Inet6Address six && six.getScopeId() != 0
                    ? Inet6Address.getByAddress(host, six.getAddress(), six.getScopeId())
                    : InetAddress.getByAddress(host, address.getAddress());
            long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            socket.connect(new InetSocketAddress(named, port), (int) Math.min(Integer.MAX_VALUE, left));
        } catch (IOException e) {
            socket.cut();
            throw e;
        }
    }
}
