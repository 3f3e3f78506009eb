package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets that do not wait for the acknowledgement of what they sent before (TCP_NODELAY), which Angus Mail's own do. */
public final class NoDelaySocketFactory extends SocketFactory {

    /** Found by name. */
    public NoDelaySocketFactory() {}

    /**
     * Found by name.
     *
     * @return a factory
     */
    public static SocketFactory getDefault() {
        return new NoDelaySocketFactory();
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static Socket quick(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return quick(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return quick(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return quick(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return quick(new Socket(host, port, from, fromPort));
    }
}
