package org.peyk.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.directory.Role;

/** Rules in sentences. */
final class RuleWords {

    private RuleWords() {}

    static LocalizedText of(AuthorityRule rule) {
        LocalizedText who =
                people(rule.authority().roles(), Set.of(), rule.authority().persons());
        return sentence(when(rule.condition()), with(who, 1, rule.questions()));
    }

    static LocalizedText of(PolicyRule rule) {
        List<LocalizedText> conditions = new ArrayList<>();
        if (!rule.groups().isEmpty()) {
            conditions.add(
                    groups(rule.groups().stream().map(Condition.Group::group).toList()));
        }
        if (!rule.purposes().isEmpty()) {
            conditions.add(purposes(rule.purposes()));
        }
        if (rule.above() >= 0) {
            conditions.add(above(rule.above()));
        }
        if (rule.upTo() != PolicyRule.UNBOUNDED) {
            conditions.add(LocalizedText.of(
                    "alıcı sayısı " + rule.upTo() + " kişiyi aşmıyorsa", "up to " + rule.upTo() + " recipients"));
        }
        LocalizedText when = conditions.isEmpty() ? always() : together(conditions);
        return sentence(when, joined(asked(rule.approvals()), "; ", "; "));
    }

    /** Who decides about personal data when the checks found something. */
    static LocalizedText findings(AskedApproval personalData) {
        return sentence(when(new Condition.WithFindings()), joined(asked(List.of(personalData)), "; ", "; "));
    }

    private static List<LocalizedText> asked(List<AskedApproval> approvals) {
        return approvals.stream()
                .sorted(Comparator.comparingInt(AskedApproval::order).thenComparing(AskedApproval::text))
                .map(a -> with(
                        people(
                                a.people().roles(),
                                a.people().ofRequester(),
                                a.people().persons()),
                        a.quorum(),
                        a.questions()))
                .toList();
    }

    private static LocalizedText when(Condition c) {
        if (c instanceof Condition.Group g) {
            return groups(List.of(g.group()));
        } else if (c instanceof Condition.WithPurpose p) {
            return purposes(Set.of(p.purpose()));
        } else if (c instanceof Condition.Above a) {
            return above(a.size());
        } else if (c instanceof Condition.WithFindings) {
            return LocalizedText.of(
                    "Denetimlerde engelleyen ya da gerekçe isteyen bulgu varsa",
                    "When the checks found something that blocks or asks for a reason");
        }
        return always();
    }

    private static LocalizedText always() {
        return LocalizedText.of("Her gönderimde", "For every mail");
    }

    private static LocalizedText groups(List<String> groups) {
        String names = groups.stream().sorted().map(g -> "“" + g + "”").collect(Collectors.joining(", "));
        return LocalizedText.of("Hedef kitlede " + names + " varsa", "When the audience holds " + names);
    }

    private static LocalizedText purposes(Set<Purpose> purposes) {
        return LocalizedText.of(
                "Amaç " + names(purposes, p -> p.label().tr()) + " ise",
                "When the purpose is " + names(purposes, p -> p.label().en()));
    }

    private static String names(Set<Purpose> purposes, Function<Purpose, String> name) {
        return purposes.stream().sorted().map(name).collect(Collectors.joining(", "));
    }

    private static LocalizedText above(long size) {
        return LocalizedText.of("Alıcı sayısı " + size + " kişiyi aşıyorsa", "Above " + size + " recipients");
    }

    private static LocalizedText people(Set<Role> roles, Set<String> ofRequester, Set<PersonId> persons) {
        List<LocalizedText> all = new ArrayList<>();
        roles.stream()
                .map(r ->
                        r.unit() == null ? r.code() : r.code() + " (" + r.unit().value() + ")")
                .sorted()
                .forEach(r -> all.add(LocalizedText.of(r, r)));
        ofRequester.stream()
                .sorted()
                .forEach(code ->
                        all.add(LocalizedText.of(code + " (isteyen birimde)", code + " (in the requester's unit)")));
        if (!persons.isEmpty()) {
            all.add(LocalizedText.of(
                    "adı belirlenmiş " + persons.size() + " kişi", persons.size() + " named person(s)"));
        }
        return joined(all, " ya da ", " or ");
    }

    private static LocalizedText with(LocalizedText who, int quorum, Set<ApprovalQuestion> questions) {
        String tr = questions.stream().sorted().map(q -> q.label().tr()).collect(Collectors.joining(", "));
        String en = questions.stream().sorted().map(q -> q.label().en()).collect(Collectors.joining(", "));
        return LocalizedText.of(
                (quorum > 1 ? quorum + " kişi: " : "") + who.tr() + " (" + tr + ")",
                (quorum > 1 ? quorum + " of: " : "") + who.en() + " (" + en + ")");
    }

    private static LocalizedText sentence(LocalizedText when, LocalizedText who) {
        return LocalizedText.of(when.tr() + ": " + who.tr() + ".", when.en() + ": " + who.en() + ".");
    }

    /** Conditions as one clause; all but the first go on within it. */
    private static LocalizedText together(List<LocalizedText> conditions) {
        List<LocalizedText> all = new ArrayList<>();
        for (LocalizedText c : conditions) {
            all.add(all.isEmpty() ? c : LocalizedText.of(goingOn(c.tr()), goingOn(c.en())));
        }
        return joined(all, ", ", ", ");
    }

    private static String goingOn(String clause) {
        return Character.toLowerCase(clause.charAt(0)) + clause.substring(1);
    }

    private static LocalizedText joined(List<LocalizedText> all, String tr, String en) {
        return LocalizedText.of(
                all.stream().map(LocalizedText::tr).collect(Collectors.joining(tr)),
                all.stream().map(LocalizedText::en).collect(Collectors.joining(en)));
    }
}
