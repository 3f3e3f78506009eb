package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Passes everything on later, in both directions, as a line of that length does; as much at a time as comes. */
final class DelayingProxy {
    private static final byte[] NOTHING = {};

    private final Socket near;
    private final int port;
    private final long delayNanos;

    DelayingProxy(Socket near, int port, Duration oneWay) {
        this.near = near;
        this.port = port;
        this.delayNanos = oneWay.toNanos();
    }

    private record Piece(long due, byte[] bytes) {}

    void start() throws IOException {
        Socket far = new Socket("127.0.0.1", port);
        far.setTcpNoDelay(true);
        pass(near, far);
        pass(far, near);
    }

    private void pass(Socket from, Socket to) throws IOException {
        BlockingQueue<Piece> line = new LinkedBlockingQueue<>();
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        Sink.daemon(() -> {
            byte[] buffer = new byte[128 * 1024];
            try {
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    line.add(new Piece(System.nanoTime() + delayNanos, Arrays.copyOf(buffer, n)));
                }
            } finally {
                line.add(new Piece(System.nanoTime() + delayNanos, NOTHING));
            }
        });
        Sink.daemon(() -> {
            try (to) {
                for (Piece piece = next(line); piece.bytes().length > 0; piece = next(line)) {
                    for (long left = piece.due() - System.nanoTime();
                            left > 0;
                            left = piece.due() - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    out.write(piece.bytes());
                }
            }
        });
    }

    private static Piece next(BlockingQueue<Piece> line) throws IOException {
        try {
            return line.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
