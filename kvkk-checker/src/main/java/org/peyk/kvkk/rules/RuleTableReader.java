package org.peyk.kvkk.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.kvkk.SeverityRule;
import org.peyk.spi.check.Severity;

/** Reads the table of rules of a document, and which kinds of data it leaves silent on purpose. For one document. */
final class RuleTableReader {
    static final Set<String> RULE = Set.of(
            "id", "type", "certainty", "circumstance", "atLeast", "alongside", "audienceFrom", "severity", "note");

    /** A scan tells apart as many values as a rule counts, so that no rule may count without bound. */
    static final int MOST_COUNTED = 100_000;

    private static final int MOST_RECIPIENTS = 1_000_000_000;

    private final Set<PersonalDataType> ruled = EnumSet.noneOf(PersonalDataType.class);

    /** The rules; empty when there are none. */
    List<SeverityRule> read(Part root) {
        List<SeverityRule> rules = new ArrayList<>();
        if (root.needed("rules") == null) {
            return rules;
        }
        List<Part> items = root.items("rules");
        if (items != null && items.isEmpty()) {
            root.problem(
                    "en az bir kural olmalı; kuralsız her şey temiz sayılırdı.",
                    "there must be a rule; without any, everything would count as clear.");
        }
        Map<String, Integer> ids = new HashMap<>();
        Map<Object, String> conditions = new HashMap<>();
        for (Part item : items == null ? List.<Part>of() : items) {
            SeverityRule rule = item.object(RULE) ? rule(item, ids) : null;
            if (rule != null) {
                String twin = conditions.putIfAbsent(conditionOf(rule), rule.id());
                if (twin != null) {
                    item.problem(
                            "koşulları \"" + twin + "\" kuralınınkiyle aynı; birini kaldırın.",
                            "has the conditions of rule \"" + twin + "\"; remove one of them.");
                }
                rules.add(rule);
            }
        }
        silence(root, items == null || items.isEmpty());
        return rules;
    }

    /** A kind of data that nobody thought of is not to be found by nobody: it has a rule, or is said to be silent. */
    private void silence(Part root, boolean empty) {
        Set<PersonalDataType> silent = EnumSet.noneOf(PersonalDataType.class);
        List<Part> items = root.items("silent");
        for (Part item : items == null ? List.<Part>of() : items) {
            PersonalDataType type = item.one(PersonalDataType.class);
            if (type != null && ruled.contains(type)) {
                item.problem(
                        "bu türün kuralı da var; birini kaldırın.", "has a rule as well; remove the one or the other.");
            } else if (type != null && !silent.add(type)) {
                item.problem("iki kez yazılmış.", "is named twice.");
            }
        }
        Set<PersonalDataType> forgotten = EnumSet.complementOf(EnumSet.copyOf(ruled));
        forgotten.removeAll(silent);
        if (!empty && !forgotten.isEmpty()) {
            String names = forgotten.stream().map(Enum::name).collect(Collectors.joining(", "));
            root.fieldOrItself("rules")
                    .problem(
                            "şu türlerin kuralı yok: " + names
                                    + ". Kural yazın ya da bulunmamalarını istiyorsanız \"silent\" listesine koyun.",
                            "has no rule for these kinds: " + names
                                    + ". Write one, or put them into the list \"silent\" if they are not to be found.");
        }
    }

    private static Object conditionOf(SeverityRule rule) {
        return List.of(
                rule.type(),
                rule.certainty(),
                rule.circumstance(),
                rule.atLeast(),
                rule.alongside(),
                rule.audienceFrom());
    }

    private @Nullable SeverityRule rule(Part part, Map<String, Integer> ids) {
        Part named = part.needed("id");
        String id = named == null ? null : named.text();
        if (named != null && id != null && ids.merge(id, 1, Integer::sum) > 1) {
            named.problem("başka bir kuralın da adı.", "is the name of another rule, too.");
        }
        PersonalDataType type = part.one("type", PersonalDataType.class);
        if (type != null) {
            ruled.add(type);
        }
        Certainty certainty = part.one("certainty", Certainty.class);
        Part where = part.field("circumstance");
        Circumstance circumstance = where == null ? Circumstance.ANY : where.one(Circumstance.class);
        int atLeast = (int) part.number("atLeast", 1, MOST_COUNTED, 1);
        Set<PersonalDataType> alongside = EnumSet.noneOf(PersonalDataType.class);
        List<Part> others = part.items("alongside");
        if (others != null && others.isEmpty()) {
            part.fieldOrItself("alongside")
                    .problem("en az bir tür içermeli ya da hiç yazılmamalı.", "must name a kind, or be left out.");
        }
        for (Part other : others == null ? List.<Part>of() : others) {
            PersonalDataType one = other.one(PersonalDataType.class);
            if (one != null && one == type) {
                other.problem("kuralın kendi türü; yalnız başka türler.", "is the rule's own kind; only others.");
            } else if (one != null) {
                alongside.add(one);
            }
        }
        long audienceFrom = part.number("audienceFrom", 0, MOST_RECIPIENTS, 0);
        Severity severity = part.one("severity", Severity.class);
        Part note = part.field("note");
        if (note != null) {
            note.text();
        }
        if (id == null || type == null || certainty == null || circumstance == null || severity == null) {
            return null;
        }
        return new SeverityRule(id, type, certainty, circumstance, atLeast, alongside, audienceFrom, severity);
    }
}
