package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** A connection that knows which threads have handed a whole data unit over since they asked: what failed before that has not left. */
final class WatchedConnection implements Connection {

    private final SocketConnection connection;
    private final Watched out;

    private WatchedConnection(Socket socket) throws IOException {
        this.connection = new SocketConnection(socket);
        this.out = new Watched(connection.getOutputStream());
    }

    static WatchedConnection open(SmppConfig config) throws IOException {
        int timeout = Math.toIntExact(config.connectTimeout().toMillis());
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(config.host(), config.port()), timeout);
            socket.setTcpNoDelay(true);
            if (config.tls().isPresent()) {
                socket = encrypted(config.tls().get(), socket, config, timeout);
            }
            return new WatchedConnection(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(SSLContext tls, Socket socket, SmppConfig config, int timeout) throws IOException {
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, config.host(), config.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(timeout);
        secure.startHandshake();
        return secure;
    }

    /** From now on nothing has left on this thread's account. */
    void forget() {
        out.handedOver.remove(Thread.currentThread());
    }

    /** Whether this thread handed a whole data unit over since it forgot. */
    boolean handedOver() {
        return out.handedOver.contains(Thread.currentThread());
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public java.io.InputStream getInputStream() {
        return connection.getInputStream();
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public InetAddress getInetAddress() {
        return connection.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return connection.getLocalAddress();
    }

    @Override
    public int getPort() {
        return connection.getPort();
    }

    @Override
    public int getLocalPort() {
        return connection.getLocalPort();
    }

    @Override
    public void setSoTimeout(int timeout) throws IOException {
        connection.setSoTimeout(timeout);
    }

    @Override
    public void close() {
        connection.close();
    }

    /** A data unit is written in one piece; when that fails, the system has not taken its last octet. */
    private static final class Watched extends OutputStream {
        private final OutputStream out;
        private final Set<Thread> handedOver = ConcurrentHashMap.newKeySet();

        Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            handedOver.add(Thread.currentThread());
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
            handedOver.add(Thread.currentThread());
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
