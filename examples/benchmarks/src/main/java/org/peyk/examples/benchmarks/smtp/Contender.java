package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sender that takes part, in a process that lives as long as the measurement; or Postfix' load tool, which is started each time. */
final class Contender implements AutoCloseable {
    static final String SMTP_SOURCE = "smtp-source";

    private static final String PROVIDER =
            "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider";

    private final String name;
    private final @Nullable Child child;

    private Contender(String name, @Nullable Child child) {
        this.name = name;
        this.child = child;
    }

    static Contender start(String name, String classPath, Keys keys) throws IOException {
        if (name.equals(SMTP_SOURCE)) {
            return new Contender(name, null);
        }
        List<String> jvm = new ArrayList<>(List.of(
                "-Xmx1g",
                "-Djavax.net.ssl.trustStore=" + keys.file(),
                "-Djavax.net.ssl.trustStorePassword=" + keys.password()));
        if (name.equals("angus-tuned")) {
            jvm.add(PROVIDER);
        }
        return new Contender(name, new Child(classPath, SenderMain.class, jvm, List.of(name)));
    }

    /** What one run took. */
    record Result(double seconds, double cpuSeconds, double heapMegabytes, double residentMegabytes) {
        static Result parse(String line) {
            double[] n = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Result(n[0], n[1], n[2], n[3]);
        }
    }

    String name() {
        return name;
    }

    /** The tool speaks no TLS, and knows one text. */
    boolean canDo(Job job) {
        return child != null || !(job.tls() || job.personal());
    }

    Result run(Job job) throws IOException, InterruptedException {
        return child == null ? smtpSource(job) : Result.parse(child.ask(job.line()));
    }

    static Optional<Path> program(String name) {
        return List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/usr/libexec/postfix").stream()
                .map(d -> Path.of(d, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Result smtpSource(Job job) throws IOException, InterruptedException {
        // one recipient a message, each another one, over connections that are held
        String command = "TIMEFORMAT='%3R %3U %3S'; time "
                + program(SMTP_SOURCE).orElseThrow() + " -d -N -s "
                + job.connections() + " -m " + job.messages() + " -l " + job.bytes() + " -f " + Letter.FROM + " -t "
                + "ogrenci@ogr.universite.example 127.0.0.1:" + job.port();
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("smtp-source failed: " + said);
        }
        double[] times = Arrays.stream(
                        said.substring(said.lastIndexOf('\n') + 1).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Result(times[0], times[1] + times[2], 0, 0);
    }

    @Override
    public void close() throws IOException {
        if (child != null) {
            child.close();
        }
    }
}
