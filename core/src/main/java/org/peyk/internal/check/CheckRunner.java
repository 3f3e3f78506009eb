package org.peyk.internal.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.CheckedFinding;
import org.peyk.FindingRelease;
import org.peyk.internal.content.Documents;
import org.peyk.spi.Attachment;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all content checks over one revision. What was not checked is not clean: a check that fails or could not be loaded, and an
 * attachment that no check looked into, are blocking findings.
 */
public final class CheckRunner {

    /** A check failed or could not be loaded. */
    public static final String CHECK_FAILED = "CHECK-FAILED";

    /** No check looked into an attachment. */
    public static final String ATTACHMENT_UNCHECKED = "ATTACHMENT-UNCHECKED";

    private static final Logger LOG = LoggerFactory.getLogger(CheckRunner.class);
    private static final String OWN_NAME = "peyk";

    private final List<ContentCheck> checks;
    private final List<String> unloadable;
    private final Documents documents;

    /**
     * Takes the checks; {@link ConsistencyCheck} is always run before them.
     *
     * @param checks further checks, in the order they are run
     * @param unloadable names of checks that should run and could not be loaded
     * @param documents reads attachments
     */
    public CheckRunner(List<ContentCheck> checks, List<String> unloadable, Documents documents) {
        List<ContentCheck> all = new ArrayList<>();
        all.add(new ConsistencyCheck());
        all.addAll(checks);
        this.checks = List.copyOf(all);
        this.unloadable = List.copyOf(unloadable);
        this.documents = documents;
    }

    /**
     * Runs all checks.
     *
     * @param request the revision to check
     * @param releases what was let pass in this revision
     * @param now the moment
     * @param zone the zone of the process
     * @return the findings in the order of the checks, each with its release if there is one
     */
    public List<CheckedFinding> run(RequestView request, List<FindingRelease> releases, Instant now, ZoneId zone) {
        ReadOnceContext context = new ReadOnceContext(request, now, zone, documents);
        List<Found> found = new ArrayList<>();
        for (ContentCheck check : checks) {
            String name = check.info().name();
            try {
                List<Finding> findings = List.copyOf(check.check(context));
                findings.forEach(f -> found.add(new Found(name, f)));
            } catch (Exception | LinkageError | StackOverflowError e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                // The message may quote what the check was reading, so that only the class is logged.
                LOG.warn("content check {} failed with {}", name, e.getClass().getName());
                found.add(new Found(OWN_NAME, failed(name)));
            }
        }
        unloadable.forEach(name -> found.add(new Found(OWN_NAME, failed(name))));
        for (Attachment a : request.form().content().attachments()) {
            if (!context.wasRead(a)) {
                found.add(new Found(OWN_NAME, unchecked(a)));
            }
        }
        return checked(found, releases, request.digest());
    }

    private record Found(String check, Finding finding) {}

    private static List<CheckedFinding> checked(List<Found> found, List<FindingRelease> releases, String digest) {
        Map<String, FindingRelease> byKey =
                releases.stream().collect(Collectors.toMap(FindingRelease::key, r -> r, (first, second) -> first));
        Map<String, Integer> seen = new HashMap<>();
        List<CheckedFinding> checked = new ArrayList<>();
        for (Found f : found) {
            String first = FindingKeys.key(f.check(), f.finding(), digest, 0);
            int repetition = seen.merge(first, 1, Integer::sum) - 1;
            String key = repetition == 0 ? first : FindingKeys.key(f.check(), f.finding(), digest, repetition);
            @Nullable FindingRelease release = byKey.get(key);
            checked.add(new CheckedFinding(key, f.check(), f.finding(), release));
        }
        return List.copyOf(checked);
    }

    private static Finding failed(String check) {
        return new Finding(
                CHECK_FAILED,
                Severity.BLOCK,
                Place.in(Place.Part.TEXT, -1, -1),
                check,
                1,
                LocalizedText.of(
                        "Denetim çalıştırılamadı: " + check + ". Denetlenmeyen içerik temiz sayılmaz.",
                        "A check could not be run: " + check + ". What was not checked is not clean."),
                LocalizedText.of(
                        "Yeniden deneyin; sürerse sistem yöneticisine başvurun.",
                        "Try again; if it goes on, ask the administrator."),
                CHECK_FAILED,
                null);
    }

    private static Finding unchecked(Attachment attachment) {
        return new Finding(
                ATTACHMENT_UNCHECKED,
                Severity.BLOCK,
                Place.inFile(attachment.fileName(), List.of(), false),
                "",
                1,
                LocalizedText.of(
                        "Ekin içine bakan bir denetim yok; içinde kişisel veri olup olmadığı bilinmiyor.",
                        "No check looks into the attachment; whether it holds personal data is not known."),
                LocalizedText.of(
                        "Eki çıkarın ya da ekleri denetleyen eklentiyi kurdurun.",
                        "Remove the attachment, or have a check installed that reads attachments."),
                ATTACHMENT_UNCHECKED,
                "KVKK m. 12");
    }
}
