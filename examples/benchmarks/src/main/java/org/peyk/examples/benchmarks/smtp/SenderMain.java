package org.peyk.examples.benchmarks.smtp;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.peyk.smtp.DkimKey;

/**
 * One sender in a process of its own, which it alone warms and burdens. Each line it reads is a {@link Job}; it answers with the seconds it
 * took, the processor's seconds, and the most megabytes of heap and of memory that it has used.
 */
final class SenderMain {
    private static final double MEGA = 1 << 20;

    private SenderMain() {}

    static Sender named(String name) throws GeneralSecurityException {
        return switch (name) {
            case "peyk" -> new PeykSender(0, null);
            case "peyk-chunking" -> new PeykSender(16, null);
            case "peyk-rsa" -> new PeykSender(0, key("RSA", 2048));
            case "peyk-ed25519" -> new PeykSender(0, key("Ed25519", 0));
            case "angus-naive" -> new AngusSender(false);
            case "angus-held", "angus-tuned" -> new AngusSender(true);
            case "simple-java-mail" -> new SimpleJavaMailSender();
            case "spring" -> new SpringSender();
            case "vertx" -> new VertxSender();
            case "jca-rsa" -> new JcaSigner("SHA256withRSA", privateKey("RSA", 2048));
            case "jca-ed25519" -> new JcaSigner("Ed25519", privateKey("Ed25519", 0));
            default -> throw new IllegalArgumentException("no sender is named " + name);
        };
    }

    private static DkimKey key(String algorithm, int bits) throws GeneralSecurityException {
        return new DkimKey("universite.example", "peyk", privateKey(algorithm, bits));
    }

    private static PrivateKey privateKey(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (bits > 0) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair().getPrivate();
    }

    /**
     * Runs it.
     *
     * @param args the sender's name
     */
    public static void main(String[] args) throws Exception {
        Sender sender = named(args[0]);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heap.forEach(MemoryPoolMXBean::resetPeakUsage);
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            sender.send(Job.parse(line));
            long end = System.nanoTime();
            double used = (system.getProcessCpuTime() - cpu) / 1e9;
            double most =
                    heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MEGA;
            System.out.printf(Locale.ROOT, "%.6f %.6f %.1f %.1f%n", (end - begin) / 1e9, used, most, resident());
        }
        System.exit(0);
    }

    /** The most memory that the process has had so far, where the system tells. */
    private static double resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToDouble(l ->
                            Double.parseDouble(Arrays.asList(l.split("\\s+")).get(1)) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
