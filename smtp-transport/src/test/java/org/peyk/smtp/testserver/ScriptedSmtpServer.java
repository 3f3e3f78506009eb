package org.peyk.smtp.testserver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that does at each step what a script says, is strict about line ends, and knows the truth: which messages it took, with which
 * bytes, and what it was told.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** What a script may look at. */
    public record Moment(int connection, int transaction, String line, String recipient) {}

    /** What the server does at a step; null for the usual. */
    @FunctionalInterface
    public interface Script {
        @Nullable
        Act at(Step step, Moment moment) throws IOException;
    }

    /** A message that was taken. */
    public record Taken(int connection, String sender, String recipient, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String messageId() {
            int at = text().indexOf("Message-ID: ") + "Message-ID: ".length();
            return text().substring(at, text().indexOf("\r\n", at));
        }

        @Override
        public String toString() {
            return "Taken[" + recipient + "]";
        }
    }

    private final ServerSocket listener;
    private final boolean implicitTls;
    private final @Nullable SSLContext tls;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger busiest = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Script script = (step, moment) -> null;
    private volatile boolean careless;
    private volatile List<String> extensions = List.of("SIZE 50000000", "8BITMIME", "ENHANCEDSTATUSCODES");

    private ScriptedSmtpServer(@Nullable SSLContext tls, boolean implicitTls) throws IOException {
        this.tls = tls;
        this.implicitTls = implicitTls;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept, "scripted-smtp");
    }

    public static ScriptedSmtpServer plain() throws IOException {
        return new ScriptedSmtpServer(null, false);
    }

    /** Offers PIPELINING. */
    public static ScriptedSmtpServer pipelining() throws IOException {
        ScriptedSmtpServer server = plain();
        server.extensions("PIPELINING", "SIZE 50000000", "8BITMIME", "ENHANCEDSTATUSCODES");
        return server;
    }

    /** Offers PIPELINING and CHUNKING. */
    public static ScriptedSmtpServer chunking() throws IOException {
        ScriptedSmtpServer server = plain();
        server.extensions("PIPELINING", "CHUNKING", "SIZE 50000000", "8BITMIME", "ENHANCEDSTATUSCODES");
        return server;
    }

    /** Offers STARTTLS. */
    public static ScriptedSmtpServer startTls(SSLContext tls) throws IOException {
        return new ScriptedSmtpServer(tls, false);
    }

    public static ScriptedSmtpServer implicitTls(SSLContext tls) throws IOException {
        return new ScriptedSmtpServer(tls, true);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void script(Script next) {
        script = next;
    }

    /** Does this at a step, always. */
    public void always(Step at, Act act) {
        script = (step, moment) -> step == at ? act : null;
    }

    /** What EHLO offers, besides STARTTLS. */
    public void extensions(String... offered) {
        extensions = List.of(offered);
    }

    /** Asks for the content even when it took no recipient, as RFC 2920 section 3.1 warns. */
    public void careless() {
        careless = true;
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** All commands of all connections in the order they came. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Bare line ends and commands that no honest client sends. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    public int connections() {
        return connections.get();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return open.size();
    }

    /** How many connections were open at once at most. */
    public int busiest() {
        return busiest.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                busiest.accumulateAndGet(open.size(), Math::max);
                int number = connections.incrementAndGet();
                start(() -> new Connection(socket, number).serve(), "scripted-smtp-" + number);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The act ended the connection. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final class Connection {
        private final Socket raw;
        private final int number;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private boolean secured;
        private int transaction;
        private String sender = "";
        private String recipient = "";
        private boolean senderTaken;
        private boolean recipientTaken;

        Connection(Socket raw, int number) {
            this.raw = raw;
            this.number = number;
        }

        void serve() {
            try {
                raw.setTcpNoDelay(true);
                use(raw);
                if (implicitTls) {
                    encrypt();
                }
                act(Step.GREETING, "");
                for (String line = line(); line != null; line = line()) {
                    commands.add(line);
                    command(line);
                }
            } catch (IOException | Ended | InterruptedException e) {
                // however it ended, the truth is in what was taken
                secured = false;
            } finally {
                open.remove(raw);
                try {
                    raw.close();
                } catch (IOException e) {
                    secured = false;
                }
            }
        }

        private void use(Socket socket) throws IOException {
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        private void encrypt() throws IOException {
            SSLContext context = tls;
            if (context == null) {
                throw new IOException("no key");
            }
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, "client", 0, true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            use(socket);
            secured = true;
        }

        private void command(String line) throws IOException, Ended, InterruptedException {
            String verb = line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
            switch (verb) {
                case "EHLO":
                    act(Step.EHLO, line);
                    break;
                case "STARTTLS":
                    act(Step.STARTTLS, line);
                    encrypt();
                    break;
                case "MAIL":
                    transaction++;
                    recipient = "";
                    sender = inBrackets(line);
                    senderTaken = took(act(Step.MAIL, line));
                    break;
                case "RCPT":
                    recipient = inBrackets(line);
                    recipientTaken = took(act(Step.RCPT, line));
                    break;
                case "DATA":
                    if (act(Step.DATA, line).contains("354")) {
                        message();
                    }
                    break;
                case "BDAT":
                    chunk(line);
                    break;
                case "RSET":
                    senderTaken = false;
                    recipientTaken = false;
                    act(Step.RSET, line);
                    break;
                case "HELO":
                case "AUTH":
                case "NOOP":
                    act(Step.valueOf(verb), line);
                    break;
                case "QUIT":
                    act(Step.QUIT, line);
                    throw new Ended();
                default:
                    violations.add("not a command: " + line);
                    out.write("500 5.5.2 what?\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }

        /** Whether an address was taken; no answer means that it comes later, with that of another command. */
        private boolean took(String said) {
            return said.isEmpty() || said.startsWith("2");
        }

        private String inBrackets(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }

        private String usual(Step step) {
            if (step == Step.MAIL && senderTaken) {
                return "503 5.5.1 nested MAIL";
            }
            if (step == Step.RCPT && !senderTaken) {
                return "503 5.5.1 need MAIL";
            }
            if (step == Step.DATA && !recipientTaken && !careless) {
                return "503 5.5.1 need RCPT";
            }
            if (step == Step.END && !recipientTaken) {
                return "554 5.5.1 no valid recipients";
            }
            if (step != Step.EHLO) {
                return step.usual;
            }
            List<String> lines = new ArrayList<>(List.of("test"));
            lines.addAll(extensions);
            if (tls != null && !secured && !implicitTls) {
                lines.add("STARTTLS");
            }
            StringBuilder reply = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                reply.append(i == 0 ? "" : "\r\n")
                        .append(i + 1 < lines.size() ? "250-" : "250 ")
                        .append(lines.get(i));
            }
            return reply.toString();
        }

        /** Does what the script says, else the usual; gives back what was said. */
        private String act(Step step, String line) throws IOException, Ended, InterruptedException {
            Act act = script.at(step, new Moment(number, transaction, line, recipient));
            if (act == null) {
                if (step == Step.BODY) {
                    return "";
                }
                act = Act.reply(usual(step));
            }
            if (step == Step.END && !recipientTaken && message.size() > 0) {
                violations.add("content for nobody");
            }
            if (step == Step.END && recipientTaken && act.takes()) {
                taken.add(new Taken(number, sender, recipient, message.toByteArray()));
            }
            perform(act);
            return new String(act.bytes(), StandardCharsets.ISO_8859_1);
        }

        private void perform(Act act) throws IOException, Ended, InterruptedException {
            if (act.drip().isZero()) {
                out.write(act.bytes());
                out.flush();
            } else {
                for (byte b : act.bytes()) {
                    if (closed.await(act.drip().toMillis(), TimeUnit.MILLISECONDS)) {
                        throw new Ended();
                    }
                    out.write(b);
                    out.flush();
                }
            }
            switch (act.then()) {
                case GO_ON:
                    return;
                case STALL:
                    closed.await();
                    throw new Ended();
                case RESET:
                    raw.setSoLinger(true, 0);
                    throw new Ended();
                default:
                    throw new Ended();
            }
        }

        private @Nullable String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    String text = line.toString(StandardCharsets.UTF_8);
                    if (!text.endsWith("\r")) {
                        violations.add("bare line feed in a command");
                    }
                    return text.strip();
                }
                line.write(c);
            }
            return null;
        }

        private ByteArrayOutputStream message = new ByteArrayOutputStream();

        /** Reads a message, transparency undone; the end is CRLF, dot, CRLF and nothing else. */
        private void message() throws IOException, Ended, InterruptedException {
            message = new ByteArrayOutputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean asked = false;
            while (true) {
                int c = in.read();
                if (c < 0) {
                    return;
                }
                if (c == '\n' && !endsWithReturn(line)) {
                    violations.add("bare line feed in a message");
                }
                line.write(c);
                if (c != '\n' || line.size() < 2) {
                    continue;
                }
                byte[] bytes = line.toByteArray();
                line.reset();
                for (int i = 0; i + 2 < bytes.length; i++) {
                    if (bytes[i] == '\r') {
                        violations.add("bare carriage return in a message");
                    }
                }
                if (bytes.length == 3 && bytes[0] == '.') {
                    act(Step.END, "");
                    senderTaken = false;
                    recipientTaken = false;
                    return;
                }
                message.write(bytes, bytes[0] == '.' ? 1 : 0, bytes.length - (bytes[0] == '.' ? 1 : 0));
                if (!asked) {
                    asked = true;
                    act(Step.BODY, "");
                }
            }
        }

        /** One last chunk: the whole message as it is (RFC 3030). */
        private void chunk(String line) throws IOException, Ended, InterruptedException {
            if (!line.matches("BDAT \\d{1,9} LAST")) {
                violations.add("not a last chunk: " + line);
            }
            int size = Integer.parseInt(line.split(" ")[1]);
            message = new ByteArrayOutputStream();
            byte[] begin = in.readNBytes(Math.min(size, 10));
            message.write(begin);
            if (recipientTaken) {
                act(Step.BODY, "");
            }
            byte[] rest = in.readNBytes(size - begin.length);
            message.write(rest);
            if (begin.length + rest.length < size) {
                throw new Ended();
            }
            if (!recipientTaken) {
                message = new ByteArrayOutputStream();
            }
            act(Step.END, "");
            // as RFC 3030 has it, a refused chunk leaves the transaction open until RSET
            senderTaken &= !recipientTaken;
            recipientTaken = false;
        }

        private boolean endsWithReturn(ByteArrayOutputStream line) {
            byte[] bytes = line.toByteArray();
            return bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        }
    }
}
