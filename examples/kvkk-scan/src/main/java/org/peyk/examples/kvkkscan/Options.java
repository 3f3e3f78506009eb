package org.peyk.examples.kvkkscan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.rules.JsonRules;
import org.peyk.kvkk.rules.RulesException;

/** What the command line asks for. */
record Options(
        List<Path> files,
        Locale language,
        boolean json,
        @Nullable Path jsonl,
        @Nullable Path attachments,
        @Nullable Path redactTo,
        boolean defaultRules,
        long audience,
        KvkkRules rules) {

    private static final long EVERYBODY = 1_000;

    static final String USAGE = """
            java -jar kvkk-scan.jar [options] FILE|FOLDER...

              --lang tr|en            language of the report (tr)
              --json                  one JSON object instead of a report; values stay masked
              --redact OUT            write a blackened copy of one text, CSV, Word or Excel file
              --jsonl CORPUS          judge the mails of a labelled set, one prediction a line; here values are NOT masked
              --attachments FOLDER    where the files of these mails are
              --rules FILE            judge by the rules of a JSON document instead of the default ones
              --rules-default         write the default rules as such a document
              --audience NUMBER       how many people would get the mail (1000)
              --domain NAME           a mail domain of the institution; may be repeated
              --phone-prefix DIGITS   how its phone numbers start; may be repeated
              --iban IBAN             an account of the institution; may be repeated

            exit code: 0 clear, 1 to be reviewed, 2 blocked, 3 an error\
            """;

    /** A command line that cannot be followed. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws UsageException, IOException {
        List<Path> files = new ArrayList<>();
        List<String> domains = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        Locale language = Locale.forLanguageTag("tr");
        boolean json = false;
        Path jsonl = null;
        Path attachments = null;
        Path redactTo = null;
        Path rulesFile = null;
        boolean defaultRules = false;
        long audience = EVERYBODY;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--json")) {
                json = true;
                continue;
            }
            if (argument.equals("--rules-default")) {
                defaultRules = true;
                continue;
            }
            if (!argument.startsWith("--")) {
                files.add(Path.of(argument));
                continue;
            }
            if (++i >= arguments.size()) {
                throw new UsageException(argument + " needs a value");
            }
            String value = arguments.get(i);
            switch (argument) {
                case "--lang" -> language = language(value);
                case "--jsonl" -> jsonl = Path.of(value);
                case "--attachments" -> attachments = Path.of(value);
                case "--redact" -> redactTo = Path.of(value);
                case "--rules" -> rulesFile = Path.of(value);
                case "--audience" -> audience = number(value);
                case "--domain" -> domains.add(value);
                case "--phone-prefix" -> prefixes.add(value);
                case "--iban" -> accounts.add(value);
                default -> throw new UsageException("unknown option " + argument);
            }
        }
        if (files.isEmpty() && jsonl == null && !defaultRules) {
            throw new UsageException("no file is named");
        }
        if (redactTo != null && files.size() != 1) {
            throw new UsageException("--redact takes exactly one file");
        }
        if (rulesFile != null && !(domains.isEmpty() && prefixes.isEmpty() && accounts.isEmpty())) {
            throw new UsageException("--domain, --phone-prefix and --iban belong into the document of --rules");
        }
        KvkkRules rules = rulesFile == null ? rules(domains, prefixes, accounts) : rules(rulesFile, language);
        return new Options(files, language, json, jsonl, attachments, redactTo, defaultRules, audience, rules);
    }

    private static long number(String value) throws UsageException {
        try {
            return Math.max(0, Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new UsageException("--audience is a whole number");
        }
    }

    private static KvkkRules rules(Path file, Locale language) throws UsageException, IOException {
        try {
            return JsonRules.read(file);
        } catch (RulesException e) {
            throw new UsageException(
                    e.problems().stream().map(p -> p.in(language)).collect(Collectors.joining("\n")));
        }
    }

    private static Locale language(String value) throws UsageException {
        if (!value.equals("tr") && !value.equals("en")) {
            throw new UsageException("--lang is tr or en");
        }
        return Locale.forLanguageTag(value);
    }

    private static KvkkRules rules(List<String> domains, List<String> prefixes, List<String> accounts)
            throws UsageException {
        try {
            return KvkkRules.builder()
                    .institutionDomains(domains.toArray(String[]::new))
                    .institutionPhonePrefixes(prefixes.toArray(String[]::new))
                    .ownIbans(accounts.toArray(String[]::new))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
