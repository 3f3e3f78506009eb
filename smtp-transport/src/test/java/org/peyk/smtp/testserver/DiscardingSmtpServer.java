package org.peyk.smtp.testserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes every message and keeps none, for measures in which what arrives would be more than a test can hold. */
public final class DiscardingSmtpServer implements AutoCloseable {
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};

    private final ServerSocket socket;
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    public DiscardingSmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "discarding-smtp-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many messages came to their end. */
    public int messages() {
        return messages.get();
    }

    /** How many bytes they had, without their ends. */
    public long bytes() {
        return bytes.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket one = socket.accept();
                start(() -> serve(one));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket one) {
        try (one) {
            one.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(one.getInputStream(), 256 * 1024);
            OutputStream out = one.getOutputStream();
            say(out, "220 test ESMTP");
            for (String line = line(in); line != null; line = line(in)) {
                if (line.startsWith("EHLO")) {
                    say(out, "250-test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 CHUNKING");
                } else if (line.equals("DATA")) {
                    say(out, "354 go ahead");
                    content(in);
                    messages.incrementAndGet();
                    say(out, "250 2.0.0 taken");
                } else if (line.startsWith("BDAT ")) {
                    int size = Integer.parseInt(line.split(" ")[1]);
                    in.skipNBytes(size);
                    bytes.addAndGet(size);
                    messages.incrementAndGet();
                    say(out, "250 2.0.0 taken");
                } else if (line.equals("QUIT")) {
                    say(out, "221 2.0.0 bye");
                    return;
                } else {
                    say(out, "250 2.0.0 ok");
                }
            }
        } catch (SocketException e) {
            // the other side is gone
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void content(InputStream in) throws IOException {
        int matched = 2;
        long count = 0;
        while (matched < END.length) {
            int b = in.read();
            if (b < 0) {
                throw new SocketException("closed in the middle of a message");
            }
            count++;
            if (b == END[matched]) {
                matched++;
            } else {
                matched = b == '\r' ? 1 : 0;
            }
        }
        bytes.addAndGet(count - 3);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString().strip();
            }
            line.append((char) b);
        }
        return null;
    }

    private static void say(OutputStream out, String lines) throws IOException {
        out.write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
