package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.SeverityRule;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;

/**
 * Turns what was found into findings: counts distinct values over the whole request, lets the strictest rule that applies decide, and
 * sums up the values of one kind and place, so that a list of two hundred students is a few findings and not six hundred.
 */
public final class Judge {

    private static final int MOST_PLACES_IN_FILE = 3;
    private static final int SHOWN = 3;

    private final List<SeverityRule> rules;

    /**
     * Takes the severity table.
     *
     * @param rules its lines
     */
    public Judge(List<SeverityRule> rules) {
        this.rules = rules;
    }

    /**
     * Judges what was found in a request.
     *
     * @param found everything that was found, in reading order
     * @return the findings, in the order of their first value
     */
    public List<Finding> judge(List<Located> found) {
        List<Located> counted = found.stream().filter(l -> !l.hit().ordinary()).toList();
        List<SeverityRule> applying = rules.stream()
                .filter(rule -> distinct(rule, counted) >= rule.atLeast())
                .toList();
        Map<Group, List<Located>> groups = new LinkedHashMap<>();
        for (Located located : counted) {
            SeverityRule rule = strictest(applying, located.hit());
            if (rule != null) {
                groups.computeIfAbsent(Group.of(rule, located), g -> new ArrayList<>())
                        .add(located);
            }
        }
        List<Finding> findings = new ArrayList<>();
        joinScattered(groups).forEach((group, members) -> findings.add(finding(group.rule(), members)));
        return findings;
    }

    private static int distinct(SeverityRule rule, List<Located> found) {
        Set<String> values = new HashSet<>();
        for (Located located : found) {
            if (counts(rule, located.hit())) {
                values.add(located.hit().value());
            }
        }
        return values.size();
    }

    private static boolean counts(SeverityRule rule, Hit hit) {
        return rule.type() == hit.type() && rule.certainty() == hit.certainty() && hit.holds(rule.circumstance());
    }

    /** The strictest of the rules that apply; of equally strict ones the one that needs more, as it says more. */
    private static @Nullable SeverityRule strictest(List<SeverityRule> applying, Hit hit) {
        SeverityRule best = null;
        for (SeverityRule rule : applying) {
            if (counts(rule, hit) && (best == null || beats(rule, best))) {
                best = rule;
            }
        }
        return best;
    }

    private static boolean beats(SeverityRule rule, SeverityRule other) {
        int bySeverity = rule.severity().compareTo(other.severity());
        return bySeverity < 0 || (bySeverity == 0 && rule.atLeast() > other.atLeast());
    }

    /**
     * What is summed up in one finding.
     *
     * @param rule the rule that decided
     * @param part the part of the request
     * @param language its language, or null
     * @param file the file, or null
     * @param container the way to the place without its last step
     * @param hidden whether it is hidden
     */
    private record Group(
            SeverityRule rule,
            Place.Part part,
            @Nullable String language,
            @Nullable String file,
            List<String> container,
            boolean hidden) {

        static Group of(SeverityRule rule, Located located) {
            Place place = located.place();
            boolean inFile = place.part() == Place.Part.ATTACHMENT;
            List<String> container = inFile ? List.copyOf(ReadingScan.container(place)) : place.path();
            Group group = new Group(rule, place.part(), place.language(), place.file(), container, place.hidden());
            return located.hit().more() > 0 && located.hit().scattered() ? group.wholeFile() : group;
        }

        Group wholeFile() {
            return new Group(rule, part, language, file, List.of(), hidden);
        }
    }

    /** Values of one kind on many pages or sheets of a file are one finding of the file. */
    private static Map<Group, List<Located>> joinScattered(Map<Group, List<Located>> groups) {
        Map<Group, Integer> places = new HashMap<>();
        groups.keySet().forEach(g -> places.merge(g.wholeFile(), 1, Integer::sum));
        Map<Group, List<Located>> joined = new LinkedHashMap<>();
        groups.forEach((group, members) -> {
            boolean scattered = places.getOrDefault(group.wholeFile(), 0) > MOST_PLACES_IN_FILE;
            joined.computeIfAbsent(scattered ? group.wholeFile() : group, g -> new ArrayList<>())
                    .addAll(members);
        });
        return joined;
    }

    private static Finding finding(SeverityRule rule, List<Located> members) {
        Set<String> values = new LinkedHashSet<>();
        List<String> shown = new ArrayList<>();
        for (Located located : members) {
            if (values.add(located.hit().value()) && shown.size() < SHOWN) {
                shown.add(located.hit().masked());
            }
        }
        int counted = members.stream().mapToInt(l -> l.hit().more()).sum();
        int more = values.size() - shown.size() + counted;
        String excerpt = String.join(", ", shown) + (more > 0 ? " … (+" + more + ")" : "");
        Place place = placeOf(members);
        return new Finding(
                FindingTexts.code(rule),
                rule.severity(),
                place,
                excerpt,
                values.size(),
                FindingTexts.message(rule, values.size(), counted, place.hidden()),
                FindingTexts.advice(rule),
                rule.id(),
                FindingTexts.legalBasis(rule));
    }

    /** The place of the only value, or what the places of all have in common. */
    private static Place placeOf(List<Located> members) {
        Place first = members.get(0).place();
        if (members.size() == 1) {
            return first;
        }
        if (first.part() != Place.Part.ATTACHMENT) {
            return first;
        }
        List<String> common = new ArrayList<>(first.path());
        for (Located located : members) {
            List<String> path = located.place().path();
            int same = 0;
            while (same < Math.min(common.size(), path.size())
                    && common.get(same).equals(path.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        List<String> lastPath = members.get(members.size() - 1).place().path();
        if (common.size() < first.path().size() && common.size() < lastPath.size()) {
            String from = first.path().get(common.size());
            String to = lastPath.get(common.size());
            common = new ArrayList<>(common);
            common.add(from.equals(to) ? from : from + " … " + to);
        }
        return new Place(first.part(), first.language(), first.file(), common, -1, -1, first.hidden());
    }
}
