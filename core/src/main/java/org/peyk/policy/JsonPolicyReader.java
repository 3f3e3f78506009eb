package org.peyk.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.config.JsonPart;
import org.peyk.internal.config.JsonReading;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.directory.Role;

/** Reads a policy's document and finds all of its mistakes. The field names are those of the published schema. */
final class JsonPolicyReader {

    static final String FORMAT = "peyk-approval-policy-1";
    static final Set<String> DOCUMENT = Set.of("$schema", "format", "name", "rules", "permissions", "personalData");
    static final Set<String> RULE = Set.of("id", "when", "approvals", "deny", "reason");
    static final Set<String> DENY = Set.of("code", "reason");
    static final Set<String> WHEN = Set.of("groups", "purposes", "requesterUnits", "above", "upTo");
    static final Set<String> GROUP = Set.of("source", "group");
    static final Set<String> APPROVAL = Set.of("roles", "persons", "quorum", "order", "questions", "timing");
    static final Set<String> TIMING = Set.of("remindAfter", "escalateAfter", "escalateTo");
    static final Set<String> PEOPLE = Set.of("roles", "persons");
    static final Set<String> ROLE = Set.of("code", "unit", "ofRequester");

    static final Set<ApprovalQuestion> TEXT_AND_AUDIENCE = EnumSet.of(ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
    private static final Set<ApprovalQuestion> PERSONAL_DATA = EnumSet.of(ApprovalQuestion.PERSONAL_DATA);

    /** A policy's parts. */
    record Read(String name, List<PolicyRule> rules, List<Permission> permissions, AskedApproval personalData) {}

    private final JsonReading reading = new JsonReading();
    private final Set<String> ids = new HashSet<>();

    Read read(String json) {
        JsonPart root = reading.root(json);
        root.object(DOCUMENT);
        JsonPart format = root.needed("format");
        if (format != null) {
            String given = format.text();
            if (given != null && !given.equals(FORMAT)) {
                format.problem("“" + FORMAT + "” olmalı.", "must be “" + FORMAT + "”.");
            }
        }
        JsonPart name = root.needed("name");
        String title = name == null ? null : name.text();
        root.needed("rules");
        List<PolicyRule> rules = new ArrayList<>();
        boolean anyGroup = false;
        for (JsonPart part : root.items("rules")) {
            PolicyRule rule = rule(part);
            rules.add(rule);
            anyGroup |= !rule.groups().isEmpty() && rule.deny() == null;
        }
        PermissionReader permits = new PermissionReader();
        List<Permission> permissions = new ArrayList<>();
        root.items("permissions").forEach(p -> addIfSound(permissions, permits.permission(p)));
        if (!rules.isEmpty() && !anyGroup) {
            root.problem(
                    "rules",
                    "hiçbir kural bir grubun yetkilisini göstermiyor; böyle bir politika her talebi geri çevirir.",
                    "no rule names anybody responsible for a group; such a policy would deny everything.");
        }
        AskedApproval personalData = personalData(root.part("personalData"));
        reading.refuseMistakes();
        return new Read(JsonReading.sound(title), rules, permissions, JsonReading.sound(personalData));
    }

    private @Nullable AskedApproval personalData(@Nullable JsonPart part) {
        if (part != null) {
            return approval(part, PERSONAL_DATA);
        }
        Set<Role> officer = Set.of(GroupAuthorityPolicy.DATA_PROTECTION_OFFICER);
        return new AskedApproval(
                new AskedApproval.People(officer, Set.of(), Set.of()), 1, 1, PERSONAL_DATA, 0, 0, null);
    }

    private PolicyRule rule(JsonPart part) {
        String id = null;
        List<Condition.Group> groups = new ArrayList<>();
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        long above = -1;
        long upTo = PolicyRule.UNBOUNDED;
        List<AskedApproval> approvals = new ArrayList<>();
        RequesterUnits units = RequesterUnits.ANY;
        PolicyDenial deny = null;
        LocalizedText reason = null;
        if (part.object(RULE)) {
            JsonPart named = part.needed("id");
            id = named == null ? null : named.text();
            if (id != null && !ids.add(id)) {
                part.problem("id", "bu ad başka bir kuralda da var.", "another rule has the same id.");
            }
            JsonPart when = part.part("when");
            if (when != null && when.object(WHEN)) {
                when.items("groups").forEach(g -> addIfSound(groups, group(g)));
                when.items("purposes").forEach(p -> addIfSound(purposes, p.one(Purpose.class)));
                units = units(when);
                above = when.number("above", 0, -1);
                upTo = when.number("upTo", 1, PolicyRule.UNBOUNDED);
                if (above >= upTo) {
                    when.problem(
                            "“above” “upTo” değerinden küçük olmalı; yoksa kural hiç uygulanmaz.",
                            "“above” must be less than “upTo”, or the rule never holds.");
                }
            }
            if (part.has("approvals") == part.has("deny")) {
                part.problem(
                        "“approvals” ile “deny” alanlarından biri verilmeli.",
                        "one of “approvals” and “deny” must be given.");
            }
            part.items("approvals").forEach(a -> addIfSound(approvals, approval(a, TEXT_AND_AUDIENCE)));
            reason = part.localized("reason");
            JsonPart denied = part.part("deny");
            if (denied != null) {
                deny = deny(denied);
                if (when == null || WHEN.stream().noneMatch(when::has)) {
                    part.problem(
                            "when",
                            "eksik; kural her talebi geri çevirir.",
                            "is missing; the rule would deny everything.");
                }
            }
        }
        return new PolicyRule(id == null ? "?" : id, groups, purposes, units, above, upTo, approvals, deny, reason);
    }

    private static @Nullable PolicyDenial deny(JsonPart part) {
        if (!part.object(DENY)) {
            return null;
        }
        JsonPart named = part.needed("code");
        String code = named == null ? null : named.text();
        part.needed("reason");
        LocalizedText reason = part.localized("reason");
        return code == null || reason == null ? null : new PolicyDenial(code, reason);
    }

    static RequesterUnits units(JsonPart part) {
        List<String> keys = new ArrayList<>();
        for (JsonPart p : part.items("requesterUnits")) {
            UnitId unit = p.parsed(UnitId::of, "birim anahtarı", "a unit's key");
            if (unit != null) {
                keys.add(unit.value());
            }
        }
        return new RequesterUnits(keys);
    }

    static Condition.@Nullable Group group(JsonPart part) {
        if (part.isText()) {
            String group = part.text();
            return group == null ? null : new Condition.Group(null, group);
        }
        if (!part.object(GROUP)) {
            return null;
        }
        JsonPart group = part.needed("group");
        String code = group == null ? null : group.text();
        String source = part.text("source");
        return code == null ? null : new Condition.Group(source, code);
    }

    static @Nullable AskedApproval approval(JsonPart part, Set<ApprovalQuestion> usual) {
        if (!part.object(APPROVAL)) {
            return null;
        }
        AskedApproval.People people = people(part);
        int quorum = part.smallNumber("quorum", 1, 1);
        int order = part.smallNumber("order", 1, 1);
        if (people != null
                && people.roles().isEmpty()
                && people.ofRequester().isEmpty()
                && quorum > people.persons().size()) {
            part.problem(
                    "quorum",
                    "adı verilen kişilerden daha çok onay isteniyor.",
                    "is larger than the number of persons.");
        }
        Set<ApprovalQuestion> questions = EnumSet.noneOf(ApprovalQuestion.class);
        part.items("questions").forEach(q -> addIfSound(questions, q.one(ApprovalQuestion.class)));
        int remindAfter = 0;
        int escalateAfter = 0;
        AskedApproval.People escalateTo = null;
        JsonPart timing = part.part("timing");
        if (timing != null && timing.object(TIMING)) {
            remindAfter = timing.smallNumber("remindAfter", 1, 0);
            escalateAfter = timing.smallNumber("escalateAfter", 1, 0);
            JsonPart to = timing.part("escalateTo");
            if (to != null && to.object(PEOPLE)) {
                escalateTo = people(to);
            }
            if (timing.has("escalateAfter") != timing.has("escalateTo")) {
                timing.problem(
                        "“escalateAfter” ile “escalateTo” birlikte verilmeli.",
                        "“escalateAfter” and “escalateTo” go together.");
            }
        }
        return people == null
                ? null
                : new AskedApproval(
                        people,
                        quorum,
                        order,
                        questions.isEmpty() ? usual : questions,
                        remindAfter,
                        escalateAfter,
                        escalateTo);
    }

    static AskedApproval.@Nullable People people(JsonPart part) {
        Set<Role> roles = new HashSet<>();
        Set<String> ofRequester = new HashSet<>();
        Set<PersonId> persons = new HashSet<>();
        if (!part.has("roles") && !part.has("persons")) {
            part.problem("“roles” ya da “persons” verilmeli.", "“roles” or “persons” must be given.");
            return null;
        }
        part.items("roles").forEach(r -> role(r, roles, ofRequester));
        for (JsonPart p : part.items("persons")) {
            addIfSound(persons, p.parsed(PersonId::of, "kişi anahtarı", "a person's key"));
        }
        return roles.isEmpty() && ofRequester.isEmpty() && persons.isEmpty()
                ? null
                : new AskedApproval.People(roles, ofRequester, persons);
    }

    private static void role(JsonPart part, Set<Role> roles, Set<String> ofRequester) {
        if (part.isText()) {
            String code = part.text();
            if (code != null) {
                roles.add(Role.of(code));
            }
        } else if (part.object(ROLE)) {
            JsonPart named = part.needed("code");
            String code = named == null ? null : named.text();
            boolean own = part.flag("ofRequester");
            JsonPart unit = part.part("unit");
            UnitId in = unit == null ? null : unit.parsed(UnitId::of, "birim anahtarı", "a unit's key");
            if (own && unit != null) {
                part.problem(
                        "“unit” ile “ofRequester” birlikte verilemez.", "“unit” and “ofRequester” exclude each other.");
            } else if (code != null && own) {
                ofRequester.add(code);
            } else if (code != null && (unit == null || in != null)) {
                roles.add(new Role(code, in));
            }
        }
    }

    static <T> void addIfSound(Collection<T> all, @Nullable T value) {
        if (value != null) {
            all.add(value);
        }
    }
}
