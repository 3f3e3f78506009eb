package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** What {@link NoDelaySocketFactory} is, for encrypted connections. */
public final class NoDelayTlsFactory extends SSLSocketFactory {
    private final SSLSocketFactory platform = (SSLSocketFactory) SSLSocketFactory.getDefault();

    /** Found by name. */
    public NoDelayTlsFactory() {}

    /**
     * Found by name.
     *
     * @return a factory
     */
    public static SocketFactory getDefault() {
        return new NoDelayTlsFactory();
    }

    private static Socket quick(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return platform.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return platform.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return quick(platform.createSocket());
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean closes) throws IOException {
        return platform.createSocket(quick(below), host, port, closes);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return quick(platform.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return quick(platform.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return quick(platform.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return quick(platform.createSocket(host, port, from, fromPort));
    }
}
