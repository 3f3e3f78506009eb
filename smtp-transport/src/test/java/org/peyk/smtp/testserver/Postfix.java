package org.peyk.smtp.testserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Postfix of our own on the loopback address, in a directory that goes with the test: one port without encryption, one with STARTTLS and
 * one with TLS from the beginning, the latter two for those who log in alone. What it takes lies in a maildir, as this server made it.
 */
public final class Postfix implements AutoCloseable {
    /** The one whom it does not know. */
    public static final String NOBODY = "yok@ogr.universite.example";

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private final Path directory;
    private final int plain;
    private final int startTls;
    private final int implicitTls;

    private Postfix(Path directory, int plain, int startTls, int implicitTls) {
        this.directory = directory;
        this.plain = plain;
        this.startTls = startTls;
        this.implicitTls = implicitTls;
    }

    /** Why it cannot be started here, or the empty text. */
    public static String missing() {
        if (!Files.isExecutable(PROGRAM) || !Files.isDirectory(Path.of("/usr/lib/postfix/sbin"))) {
            return "Postfix is not installed (Debian: apt-get install postfix)";
        }
        return System.getProperty("user.name").equals("root") ? "" : "Postfix can only be started by root";
    }

    /**
     * Starts it.
     *
     * @param certificate in PEM form
     * @param key in PEM form
     * @param authPort where passwords are asked for, in Dovecot's way
     */
    public static Postfix start(Path certificate, Path key, int authPort) throws Exception {
        // below the system's own place, for the server's processes must be able to come through
        Path directory = Files.createTempDirectory("peyk-postfix");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        int[] ports = {freePort(), freePort(), freePort()};
        Files.createDirectories(directory.resolve("conf"));
        Path box = Files.createDirectories(directory.resolve("mail"));
        run("chown", "postfix", box.toString());
        Path data = Files.createDirectories(directory.resolve("data"));
        run("chown", "postfix", data.toString());
        Files.createDirectories(directory.resolve("queue"));
        Files.writeString(directory.resolve("conf/main.cf"), main(directory, certificate, key, authPort));
        Files.writeString(directory.resolve("conf/master.cf"), master(ports));
        Postfix postfix = new Postfix(directory, ports[0], ports[1], ports[2]);
        boolean started = false;
        try {
            postfix.control("start");
            postfix.await();
            started = true;
            return postfix;
        } finally {
            if (!started) {
                postfix.close();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String main(Path directory, Path certificate, Path key, int authPort) throws Exception {
        String uid = run("id", "-u", "postfix").strip();
        String gid = run("id", "-g", "postfix").strip();
        return String.join(
                "\n",
                "compatibility_level = 3.6",
                "queue_directory = " + directory + "/queue",
                "data_directory = " + directory + "/data",
                "maillog_file_prefixes = " + directory,
                "maillog_file = " + directory + "/log",
                "inet_interfaces = 127.0.0.1",
                "inet_protocols = ipv4",
                "mynetworks = 127.0.0.0/8",
                "myhostname = posta.universite.example",
                "mydestination =",
                "alias_maps =",
                "virtual_mailbox_domains = ogr.universite.example",
                "virtual_mailbox_base = " + directory + "/mail",
                "virtual_mailbox_maps = static:box/",
                "virtual_uid_maps = static:" + uid,
                "virtual_gid_maps = static:" + gid,
                "virtual_minimum_uid = 1",
                "message_size_limit = 20000000",
                "virtual_mailbox_limit = 0",
                "smtpd_tls_cert_file = " + certificate,
                "smtpd_tls_key_file = " + key,
                "smtpd_tls_security_level = none",
                "smtpd_sasl_type = dovecot",
                "smtpd_sasl_path = inet:127.0.0.1:" + authPort,
                "smtpd_recipient_restrictions = check_recipient_access inline:{{" + NOBODY
                        + " = 550 5.1.1 no such user}}",
                "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination",
                "");
    }

    private static String master(int[] ports) {
        String secured = " -o smtpd_sasl_auth_enable=yes -o smtpd_tls_auth_only=yes"
                + " -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n";
        return "127.0.0.1:" + ports[0] + " inet n - n - - smtpd\n"
                + "127.0.0.1:" + ports[1] + " inet n - n - - smtpd -o smtpd_tls_security_level=encrypt" + secured
                + "127.0.0.1:" + ports[2] + " inet n - n - - smtpd -o smtpd_tls_wrappermode=yes" + secured
                + """
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }

    private void control(String what) throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        // into a file: the server keeps the stream open
        Process process = new ProcessBuilder(PROGRAM.toString(), "-c", directory + "/conf", what)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("postfix " + what + " failed: " + Files.readString(said) + log());
        }
    }

    /** What it has written of itself, to say when something went wrong. */
    public String log() throws IOException {
        Path log = directory.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void await() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; ) {
            try (Socket reached = new Socket("127.0.0.1", plain)) {
                reached.setSoTimeout(10_000);
                if (reached.getInputStream().read() == '2') {
                    return;
                }
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new IOException("Postfix does not answer: " + log(), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    public int plain() {
        return plain;
    }

    public int startTls() {
        return startTls;
    }

    public int implicitTls() {
        return implicitTls;
    }

    /** What lies in the maildir, as it lies there. */
    public List<byte[]> received() throws IOException {
        Path box = directory.resolve("mail/box/new");
        List<byte[]> all = new ArrayList<>();
        if (Files.isDirectory(box)) {
            try (Stream<Path> files = Files.list(box)) {
                for (Path file : files.sorted().toList()) {
                    all.add(Files.readAllBytes(file));
                }
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        try {
            control("stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
