package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.SeverityRule;

/** {@link KvkkRules} in the form the detectors use: everything folded, nothing left to work out. Immutable. */
public final class Ruleset {

    /** So many different values are told one by one even where no rule counts that far. */
    private static final int COUNTED_AT_LEAST = 100;

    private final Set<String> institutionDomains;
    private final Set<String> studentDomainLabels;
    private final Set<String> publicMailDomains;
    private final Set<String> roleLocalParts;
    private final Set<String> ownIbans;
    private final List<String> phonePrefixes;
    private final List<char[]> studentPatterns;
    private final int studentListFrom;
    private final int countedUpTo;

    /** The buffers of the scan that ended last, for the next one. */
    private final AtomicReference<@Nullable ScannedText> spare = new AtomicReference<>();

    /**
     * Works out the rules.
     *
     * @param rules what the university says
     */
    public Ruleset(KvkkRules rules) {
        institutionDomains = folded(rules.institutionDomains());
        studentDomainLabels = folded(rules.studentDomainLabels());
        publicMailDomains = folded(rules.publicMailDomains());
        roleLocalParts = folded(rules.roleLocalParts());
        ownIbans = new HashSet<>();
        rules.ownIbans().forEach(iban -> ownIbans.add(digitsOf(iban)));
        phonePrefixes = new ArrayList<>();
        rules.institutionPhonePrefixes().forEach(prefix -> phonePrefixes.add(nationalDigits(digitsOf(prefix))));
        studentPatterns = new ArrayList<>();
        rules.studentNumberPatterns()
                .forEach(pattern -> studentPatterns.add(fold(pattern).toCharArray()));
        studentListFrom = rules.studentListFrom();
        int most = studentListFrom;
        for (SeverityRule rule : rules.severityRules()) {
            most = Math.max(most, rule.atLeast());
        }
        countedUpTo = Math.max(COUNTED_AT_LEAST, most);
    }

    /**
     * Starts a scan of one text, or of the texts of one document.
     *
     * @return a new scan
     */
    public Scan scan() {
        return new Scan(this, false);
    }

    /**
     * Starts a scan that remembers the place of every value, of how many it may be.
     *
     * @return a new scan
     */
    public Scan scanForPlaces() {
        return new Scan(this, true);
    }

    /** Buffers for a scan, which belong to it alone until it gives them back. */
    ScannedText scannedText() {
        ScannedText kept = spare.getAndSet(null);
        return kept == null ? new ScannedText(this, Cues.STANDARD) : kept;
    }

    /** Takes buffers back; nothing of the text stays in them. */
    void giveBack(ScannedText used) {
        if (used.forget()) {
            spare.set(used);
        }
    }

    private static Set<String> folded(Collection<String> values) {
        Set<String> set = new HashSet<>();
        values.forEach(v -> set.add(fold(v)));
        return set;
    }

    private static String fold(String value) {
        Folded folded = new Folded();
        folded.set(value.strip());
        return folded.text(0, folded.length());
    }

    private static String digitsOf(String value) {
        StringBuilder b = new StringBuilder();
        String folded = fold(value);
        for (int i = 0; i < folded.length(); i++) {
            if (Chars.isDigit(folded.charAt(i))) {
                b.append(folded.charAt(i));
            }
        }
        return b.toString();
    }

    private static String nationalDigits(String digits) {
        if (digits.startsWith("0090")) {
            return digits.substring(4);
        }
        if (digits.startsWith("90")) {
            return digits.substring(2);
        }
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    /** Whether the 24 digits behind TR are an account of the institution. */
    boolean isOwnIban(String digits) {
        return ownIbans.contains(digits);
    }

    /** Whether ten national digits are a phone of the institution. */
    boolean isOwnPhone(String national) {
        for (String prefix : phonePrefixes) {
            if (national.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address belongs in an announcement as it is. */
    boolean isOrdinaryAddress(String local, String domain) {
        if (isStudentDomain(domain)) {
            return false;
        }
        return roleLocalParts.contains(local) || isBelow(domain, institutionDomains) || !isPrivateDomain(domain);
    }

    /**
     * How much of what was read as a domain is one: behind a well-known domain and behind edu.tr nothing follows but the next sentence or the
     * ending of a file's name.
     */
    int domainLength(String domain) {
        for (int dot = domain.length(); dot > 0; dot = domain.lastIndexOf('.', dot - 1)) {
            String front = domain.substring(0, dot);
            if (publicMailDomains.contains(front) || institutionDomains.contains(front) || front.endsWith(".edu.tr")) {
                return dot;
            }
        }
        return domain.length();
    }

    private boolean isStudentDomain(String domain) {
        int dot = domain.indexOf('.');
        boolean academic = domain.endsWith(".edu.tr") || domain.endsWith(".edu") || isBelow(domain, institutionDomains);
        return academic && dot > 0 && studentDomainLabels.contains(domain.substring(0, dot));
    }

    private boolean isPrivateDomain(String domain) {
        return publicMailDomains.contains(domain) || domain.endsWith(".name.tr") || domain.endsWith(".name");
    }

    private static boolean isBelow(String domain, Set<String> domains) {
        String rest = domain;
        while (true) {
            if (domains.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
    }

    List<char[]> studentPatterns() {
        return studentPatterns;
    }

    /** So many different values of a class must be told apart for every rule to count what it asks for. */
    int countedUpTo() {
        return countedUpTo;
    }

    int studentListFrom() {
        return studentListFrom;
    }
}
