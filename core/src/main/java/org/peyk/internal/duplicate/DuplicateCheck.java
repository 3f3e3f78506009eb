package org.peyk.internal.duplicate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peyk.CheckedFinding;
import org.peyk.Duplicate;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;

/** Says at submission that somebody asked for the same already (mükerrer). Names the other request, and nothing of what it says. */
public final class DuplicateCheck implements ContentCheck {

    /** Somebody asked for the same a short while ago. */
    public static final String DUPLICATE = "DUPLICATE";

    private static final PluginInfo INFO = new PluginInfo("peyk-duplicates", "1");
    private static final int MOST = 10;

    /** What has a set wording, so that two of a kind are alike rightly, or cannot wait for a reason. */
    private static final Set<Purpose> NEVER_ASKED = EnumSet.of(Purpose.OUTAGE, Purpose.CONDOLENCE, Purpose.EMERGENCY);

    private final DuplicateSearch search;

    public DuplicateCheck(DuplicateSearch search) {
        this.search = search;
    }

    @Override
    public PluginInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(CheckContext context) {
        RequestView r = context.request();
        List<Duplicate> duplicates = search.find(r.id(), r.form().content(), context.now());
        if (duplicates.isEmpty()) {
            return List.of();
        }
        boolean asked = !NEVER_ASKED.contains(r.form().purpose())
                && DuplicateSearch.enough(r.form().content());
        List<Finding> findings = new ArrayList<>();
        for (Duplicate d : duplicates) {
            boolean ask = asked && d.similarity() >= search.rule().justifyFrom();
            findings.add(finding(d, ask ? Severity.JUSTIFY : Severity.INFO));
        }
        return findings.size() > MOST ? findings.subList(0, MOST) : findings;
    }

    private Finding finding(Duplicate d, Severity severity) {
        String id = d.request().value();
        long days = Math.max(1, search.rule().window().plusHours(12).toDays());
        long percent = (long) Math.floor(d.similarity() * 100);
        return new Finding(
                DUPLICATE,
                severity,
                Place.in(Place.Part.TEXT, -1, -1),
                // the other request alone, so that a reason that was given holds for this pair
                id,
                1,
                LocalizedText.of(
                        "Mükerrer olabilir: son " + days + " gün içinde sunulan talebin metni büyük ölçüde aynı (%"
                                + percent + "). Talep no: " + id + ".",
                        "Perhaps a duplicate: a request of the last " + days + " days says much the same (" + percent
                                + "%). Request: " + id + "."),
                LocalizedText.of(
                        "O talep yeterliyse bunu geri çekin ya da Kurumsal İletişim'den birleştirmesini isteyin; değilse neden ayrıca gönderileceğini yazın.",
                        "If that one is enough, take this one back or ask the communications office to merge them; else say why it is sent as well."),
                DUPLICATE,
                null);
    }

    /**
     * Findings as policies see them. That a text is sent twice is no question of personal data: policies that ask the data-protection officer
     * about findings, or withhold a permission because of them, are told of it as something to know.
     */
    public static List<CheckedFinding> forPolicy(List<CheckedFinding> findings) {
        return findings.stream()
                .map(f -> f.finding().code().equals(DUPLICATE)
                        ? new CheckedFinding(f.key(), f.check(), known(f.finding()), f.release())
                        : f)
                .toList();
    }

    private static Finding known(Finding f) {
        return new Finding(
                f.code(),
                Severity.INFO,
                f.place(),
                f.excerpt(),
                f.count(),
                f.message(),
                f.advice(),
                f.rule(),
                f.legalBasis());
    }
}
