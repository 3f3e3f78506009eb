package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A TCP socket whose reads are bounded as a whole: everything read after {@link #expect} has to arrive by one deadline and within one number
 * of bytes, however slowly the other side drips. Below TLS, so that the handshake is bounded too, and below Angus, which reads replies
 * without any limit.
 */
final class WireSocket extends Socket {
    private @Nullable InputStream input;
    private volatile @Nullable SSLSocket tls;
    private long deadline;
    private long budget;
    private boolean bytewise;

    /**
     * Starts a new bound for what is read from now on. To be called by the reading thread.
     *
     * @param limit how long everything together may take
     * @param bytes how many bytes everything together may have
     */
    void expect(Duration limit, long bytes) {
        deadline = System.nanoTime() + limit.toNanos();
        budget = bytes;
    }

    /**
     * Whether bytes are handed out one at a time. On before STARTTLS: nothing that was sent ahead of the handshake can then wait in a buffer
     * above and be taken for a protected reply; it reaches the handshake, which fails.
     */
    void bytewise(boolean on) {
        bytewise = on;
    }

    /** The socket that encrypts over this one, or null while nothing does. */
    @Nullable
    SSLSocket tls() {
        return tls;
    }

    void securedBy(SSLSocket socket) {
        tls = socket;
    }

    /** The socket that commands go through: the encrypting one if there is one. */
    Socket outermost() {
        SSLSocket secured = tls;
        return secured == null ? this : secured;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new Bounded(super.getInputStream());
        }
        return input;
    }

    /** Closes at once, from any thread; a thread inside a read or write of either layer gets an exception. */
    void cut() {
        try {
            // not the TLS socket: its close() may wait for the very write that is stuck
            super.close();
        } catch (IOException e) {
            // there is nothing left to do with a socket that cannot even be closed
            tls = null;
        }
    }

    private final class Bounded extends InputStream {
        private final InputStream in;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("the answer did not end in time");
            }
            if (budget <= 0) {
                throw new LinkException(LinkException.Kind.TOO_LONG, "the answer is longer than allowed");
            }
            setSoTimeout((int) Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1));
            int n = in.read(target, offset, (int) Math.min(bytewise ? Math.min(1, length) : length, budget));
            if (n > 0) {
                budget -= n;
            }
            return n;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
