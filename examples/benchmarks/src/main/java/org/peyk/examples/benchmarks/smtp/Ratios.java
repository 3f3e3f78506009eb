package org.peyk.examples.benchmarks.smtp;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the library compares with the others of one table. */
final class Ratios {
    private static final List<String> PEERS = List.of("spring", "simple-java-mail", "vertx");
    private static final List<String> OURS = List.of("peyk", "peyk-chunking");

    private Ratios() {}

    static void print(Map<String, Comparison.Figures> figures) {
        for (String name : OURS) {
            Comparison.Figures ours = figures.get(name);
            if (ours != null) {
                for (String other : List.of("angus-held", "angus-tuned", Contender.SMTP_SOURCE)) {
                    against(name, ours, other, figures.get(other));
                }
                figures.entrySet().stream()
                        .filter(e -> PEERS.contains(e.getKey()))
                        .max(Comparator.comparingDouble(e -> e.getValue().perSecond()))
                        .ifPresent(best -> against(name, ours, best.getKey(), best.getValue()));
            }
        }
        signing(figures, "peyk-rsa", "jca-rsa");
        signing(figures, "peyk-ed25519", "jca-ed25519");
    }

    private static void against(String name, Comparison.Figures ours, String other, Comparison.@Nullable Figures f) {
        if (f != null) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s : %s = %.2f times as fast, %.3f of the CPU a message%n",
                    name,
                    other,
                    ours.perSecond() / f.perSecond(),
                    ours.cpuPer10000() / f.cpuPer10000());
        }
    }

    private static void signing(Map<String, Comparison.Figures> figures, String name, String platform) {
        Comparison.Figures ours = figures.get(name);
        Comparison.Figures theirs = figures.get(platform);
        if (ours != null && theirs != null) {
            System.out.printf(
                    Locale.ROOT, "  %s : %s = %.0f %%%n", name, platform, 100 * ours.perSecond() / theirs.perSecond());
        }
    }
}
