package org.peyk.smtp.testserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tells Postfix whether a password is right, in the words of Dovecot's authentication protocol (version 1.1). */
public final class PasswordServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String expected;

    public PasswordServer(String user, String password) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        expected = user + "\0" + password;
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "password-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
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
            BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
            say(
                    one.getOutputStream(),
                    "VERSION\t1\t1\nMECH\tPLAIN\tplaintext\nSPID\t1\nCUID\t1\n"
                            + "COOKIE\t0123456789abcdef0123456789abcdef\nDONE\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("\t");
                if (words[0].equals("AUTH") && !line.contains("\tresp=")) {
                    say(one.getOutputStream(), "CONT\t" + words[1] + "\t\n");
                } else if (words[0].equals("AUTH") || words[0].equals("CONT")) {
                    String given = words[words.length - 1].replaceFirst("^resp=", "");
                    String decoded = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
                    // before the first NUL stands whom to act for: nobody else, or nothing
                    boolean right = decoded.substring(decoded.indexOf('\0') + 1).equals(expected);
                    say(
                            one.getOutputStream(),
                            right ? "OK\t" + words[1] + "\tuser=hesap\n" : "FAIL\t" + words[1] + "\n");
                }
            }
        } catch (SocketException e) {
            // the other side is gone
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
