package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts TLS over a socket that is connected already, for STARTTLS (called by Angus) and for TLS from the first byte (called by us). The socket
 * below learns of it, because commands must go through the encrypting one. TLS 1.2 is the least (RFC 8996), and the server must be the one it
 * claims to be.
 */
final class TlsFactory extends SSLSocketFactory {
    static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLSocketFactory platform;

    TlsFactory(@Nullable Supplier<SSLContext> context) {
        try {
            platform = (context == null ? SSLContext.getDefault() : context.get()).getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform's TLS cannot be set up", e);
        }
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) platform.createSocket(below, host, port, autoClose);
        socket.setUseClientMode(true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        if (below instanceof WireSocket wire) {
            wire.securedBy(socket);
        }
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

    // Nobody may open a connection through here: it would lack every bound.

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unsupported();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unsupported();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unsupported();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw unsupported();
    }

    private static IOException unsupported() {
        return new IOException("only for sockets that are connected already");
    }
}
