package org.peyk.examples.bulksend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** An SMTP server that accepts everything and remembers for whom, before it says so: its memory is the truth. */
final class CountingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> accepted = new ArrayList<>();

    CountingServer() throws IOException {
        threads.execute(this::acceptAll);
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** Waits until so many messages are accepted, or the sender is gone. */
    synchronized void awaitAccepted(int count, BooleanSupplier alive) throws InterruptedException {
        while (accepted.size() < count && alive.getAsBoolean()) {
            wait(50);
        }
    }

    private synchronized void accept(String recipient) {
        accepted.add(recipient);
        notifyAll();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket s = socket.accept();
                threads.execute(() -> serve(s));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (Socket s = connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = s.getOutputStream()) {
            s.setTcpNoDelay(true);
            say(out, "220 test ESMTP");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, "250 2.1.5 ok");
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    String body = in.readLine();
                    while (body != null && !body.equals(".")) {
                        body = in.readLine();
                    }
                    if (body == null) {
                        return;
                    }
                    accept(recipient);
                    say(out, "250 2.0.0 queued");
                } else {
                    say(out, verb.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException e) {
            // the client was killed; what it was told does not matter any more
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
