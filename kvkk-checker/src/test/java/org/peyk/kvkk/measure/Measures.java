package org.peyk.kvkk.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the checker says against what the labels say. One value of one kind counts once a mail. */
final class Measures {

    static final List<String> VERDICTS = List.of("clear", "review", "block");

    /** Kinds that the labels do not know: what is found of them is neither right nor wrong. */
    private static final Set<String> UNLABELLED = Set.of("MAC_ADDRESS", "ID_CARD_NO", "HES_CODE");

    /** Right findings, wrong ones and misses of one kind. */
    private static final class Counts {
        private int right;
        private int wrong;
        private int missed;
    }

    private final Map<String, Counts> byType = new TreeMap<>();
    private final int[][] verdicts = new int[3][3];
    private final List<String> missedBlocks = new ArrayList<>();
    private final List<String> blockedClear = new ArrayList<>();

    void add(LabelledSet.Mail mail, Prediction said) {
        verdicts[VERDICTS.indexOf(mail.verdict())][VERDICTS.indexOf(said.verdict())]++;
        if (mail.verdict().equals("block") && said.verdict().equals("clear")) {
            missedBlocks.add(mail.id());
        }
        if (mail.verdict().equals("clear") && said.verdict().equals("block")) {
            blockedClear.add(mail.id());
        }
        Set<String> types = new LinkedHashSet<>();
        mail.entities().forEach(e -> types.add(e.type()));
        said.values().forEach(v -> types.add(v.type()));
        types.removeAll(UNLABELLED);
        types.forEach(type -> count(type, mail, said));
    }

    private void count(String type, LabelledSet.Mail mail, Prediction said) {
        Counts counts = byType.computeIfAbsent(type, t -> new Counts());
        List<String> labelled = distinct(
                type,
                mail.entities().stream()
                        .filter(e -> e.type().equals(type) && !e.optional())
                        .map(LabelledSet.Entity::text)
                        .toList());
        List<String> found = distinct(
                type,
                said.values().stream()
                        .filter(v -> v.type().equals(type) && !v.text().isEmpty())
                        .map(Prediction.Value::text)
                        .toList());
        for (String label : labelled) {
            if (found.stream().anyMatch(f -> Sameness.same(type, label, f))) {
                counts.right++;
            } else {
                counts.missed++;
            }
        }
        for (String value : found) {
            boolean known = mail.entities().stream()
                    .anyMatch(e -> (e.type().equals(type) || Sameness.related(type, e.type()))
                            && Sameness.same(e.type(), e.text(), value));
            if (!known) {
                counts.wrong++;
            }
        }
    }

    private static List<String> distinct(String type, List<String> texts) {
        Set<String> seen = new HashSet<>();
        return texts.stream().filter(t -> seen.add(Sameness.key(type, t))).toList();
    }

    double accuracy() {
        int right = 0;
        int all = 0;
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                right += i == k ? verdicts[i][k] : 0;
                all += verdicts[i][k];
            }
        }
        return (double) right / all;
    }

    /** Mails to be blocked of which the checker says that they are clear. */
    List<String> missedBlocks() {
        return missedBlocks;
    }

    /** Clear mails that the checker blocks. */
    List<String> blockedClear() {
        return blockedClear;
    }

    double precision() {
        int right = sum(c -> c.right);
        return (double) right / (right + sum(c -> c.wrong));
    }

    double recall() {
        int right = sum(c -> c.right);
        return (double) right / (right + sum(c -> c.missed));
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    private int sum(java.util.function.ToIntFunction<Counts> of) {
        return byType.values().stream().mapToInt(of).sum();
    }

    /** All figures as a table. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "%-22s %6s %6s %6s%n", "type", "right", "wrong", "missed"));
        byType.forEach((type, c) ->
                table.append(String.format(Locale.ROOT, "%-22s %6d %6d %6d%n", type, c.right, c.wrong, c.missed)));
        table.append(String.format(Locale.ROOT, "precision %.3f, recall %.3f, F1 %.3f%n", precision(), recall(), f1()));
        table.append(String.format(Locale.ROOT, "%-14s%8s%8s%8s%n", "labelled/said", "clear", "review", "block"));
        for (int i = 0; i < 3; i++) {
            table.append(String.format(
                    Locale.ROOT, "%-14s%8d%8d%8d%n", VERDICTS.get(i), verdicts[i][0], verdicts[i][1], verdicts[i][2]));
        }
        table.append(String.format(
                Locale.ROOT,
                "verdict accuracy %.3f, blocks said to be clear %d, clear ones blocked %d%n",
                accuracy(),
                missedBlocks.size(),
                blockedClear.size()));
        return table.toString();
    }
}
