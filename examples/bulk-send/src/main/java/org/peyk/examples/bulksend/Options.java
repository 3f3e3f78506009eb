package org.peyk.examples.bulksend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.LocalizedText;

/**
 * What the command line says.
 *
 * @param recipients file of recipients: CSV, or one address a line
 * @param content file of the text: {@code .html}, {@code .txt} or {@code .docx}
 * @param subject the subject line
 * @param smtp where to send: {@code smtp://HOST:PORT} or {@code smtps://HOST:PORT}
 * @param store a directory for an embedded store, or a JDBC URL
 * @param storeUser user of the JDBC URL, or null
 * @param storePassword password of the JDBC URL, or null
 * @param from the sender's address
 * @param connections how many connections at once
 * @param window how many messages of one connection may be in flight
 * @param node name of this process among several on one database
 * @param inDoubt what happens to messages in doubt
 * @param dryRun whether to show findings, approvers and plan, and send nothing
 */
record Options(
        Path recipients,
        Path content,
        String subject,
        String smtp,
        String store,
        @Nullable String storeUser,
        @Nullable String storePassword,
        String from,
        int connections,
        int window,
        @Nullable String node,
        InDoubtPolicy inDoubt,
        boolean dryRun) {

    static final String USAGE = """
            Kullanım / usage:
              java -jar bulk-send.jar --recipients FILE --content FILE --subject TEXT --smtp smtp://HOST:PORT
                   --store DIR_OR_JDBC_URL [--store-user U --store-password P] [--from ADDRESS]
                   [--connections N] [--window N] [--node NAME] [--in-doubt resend|hold] [--dry-run]

            --recipients  CSV (kisi_no;ad_soyad;e_posta;grup;dil ...) ya da her satırda bir adres
                          a CSV with a header, or one address a line
            --content     .html, .txt ya da .docx
            --smtp        smtp:// (STARTTLS; bu makine için düz) ya da smtps://
                          smtp:// (STARTTLS; plain to this machine) or smtps://; ?starttls=plain|required decides
            --store       klasör (gömülü H2) ya da jdbc:postgresql://...
                          a directory (embedded H2) or jdbc:postgresql://...
            --in-doubt    hold (varsayılan): sonucu bilinmeyen ileti listelenir; resend: yeniden gönderilir
                          hold (default): a message of unknown fate is listed; resend: it is sent again
            --dry-run     bulguları, onaylayanları ve planı gösterir; hiçbir şey göndermez
                          shows findings, approvers and the plan; sends nothing
            """;

    private static final Set<String> NAMES = Set.of(
            "--recipients",
            "--content",
            "--subject",
            "--smtp",
            "--store",
            "--store-user",
            "--store-password",
            "--from",
            "--connections",
            "--window",
            "--node",
            "--in-doubt");

    static Options parse(String[] args) {
        Map<String, String> given = new HashMap<>();
        boolean dryRun = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--dry-run")) {
                dryRun = true;
            } else if (!NAMES.contains(args[i])) {
                throw wrong("Bilinmeyen seçenek: " + args[i] + ".", "Unknown option: " + args[i] + ".");
            } else if (i + 1 == args.length) {
                throw wrong(args[i] + " bir değer ister.", args[i] + " needs a value.");
            } else {
                given.put(args[i], args[++i]);
            }
        }
        return new Options(
                file(given, "--recipients"),
                file(given, "--content"),
                needed(given, "--subject"),
                needed(given, "--smtp"),
                needed(given, "--store"),
                given.get("--store-user"),
                given.get("--store-password"),
                given.getOrDefault("--from", "duyuru@localhost.localdomain"),
                number(given, "--connections", 4, 64),
                number(given, "--window", 1, 1000),
                given.get("--node"),
                inDoubt(given.getOrDefault("--in-doubt", "hold")),
                dryRun);
    }

    private static String needed(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw wrong(name + " verilmeli.", name + " is needed.");
        }
        return value;
    }

    private static Path file(Map<String, String> given, String name) {
        Path file = Path.of(needed(given, name));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw wrong(
                    name + " için verilen dosya yok ya da okunamıyor.",
                    "The file given for " + name + " does not exist or cannot be read.");
        }
        return file;
    }

    private static int number(Map<String, String> given, String name, int otherwise, int most) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int n = Integer.parseInt(value);
            if (n >= 1 && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        throw wrong(
                name + " 1 ile " + most + " arasında bir sayı olmalı.",
                name + " must be a number from 1 to " + most + ".");
    }

    private static InDoubtPolicy inDoubt(String value) {
        return switch (value) {
            case "hold" -> InDoubtPolicy.HOLD;
            case "resend" -> InDoubtPolicy.RESEND;
            default -> throw wrong("--in-doubt resend ya da hold olmalı.", "--in-doubt must be resend or hold.");
        };
    }

    static ConfigurationException wrong(String tr, String en) {
        return new ConfigurationException(List.of(LocalizedText.of(tr, en)));
    }

    /** Shows neither the password nor the files. */
    @Override
    public String toString() {
        return "Options[connections=" + connections + ", window=" + window + ", " + inDoubt + "]";
    }
}
