package org.peyk.examples.benchmarks.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server that takes every message and keeps none, in a process of its own. Says on its first line which ports are plain, encrypted and far
 * away; then answers each line it gets with the numbers of messages and bytes so far, and ends when there are no more.
 */
final class Sink {
    private static final int BACKLOG = 256;

    private final LongAdder messages = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    private Sink() {}

    /**
     * Runs it.
     *
     * @param args the key store, its password, one way's delay in milliseconds, and the port of the server that is far away, or 0 for this one
     */
    public static void main(String[] args) throws Exception {
        new Sink()
                .run(
                        Path.of(args[0]),
                        args[1].toCharArray(),
                        Duration.ofMillis(Long.parseLong(args[2])),
                        Integer.parseInt(args[3]));
    }

    private void run(Path keys, char[] password, Duration oneWay, int other) throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        ServerSocket plain = new ServerSocket(0, BACKLOG, loopback);
        ServerSocket tls = context(keys, password).getServerSocketFactory().createServerSocket(0, BACKLOG, loopback);
        ServerSocket far = new ServerSocket(0, BACKLOG, loopback);
        accept(plain, this::serve);
        accept(tls, this::serve);
        accept(far, socket -> new DelayingProxy(socket, other == 0 ? plain.getLocalPort() : other, oneWay).start());
        System.out.println(plain.getLocalPort() + " " + tls.getLocalPort() + " " + far.getLocalPort());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (in.readLine() != null) {
            System.out.println(messages.sum() + " " + bytes.sum());
        }
        System.exit(0);
    }

    /** What is done with a connection. */
    private interface Service {
        void serve(Socket socket) throws IOException;
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            new SinkConnection(socket, messages, bytes).run();
        }
    }

    private static void accept(ServerSocket server, Service service) {
        daemon(() -> {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> service.serve(socket));
            }
        });
    }

    /** Something that may fail with its connection. */
    interface Task {
        void run() throws IOException;
    }

    static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // the other side is gone, which is its own affair: what it had sent is counted
                if (e.getMessage() == null) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static SSLContext context(Path keys, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
