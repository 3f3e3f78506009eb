package org.peyk.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.config.JsonPart;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.LaterReview.Kind;

/** Reads the permissions of a policy's document. A permission without a limit that its kind needs is a mistake. */
final class PermissionReader {

    static final Set<String> PERMISSION = Set.of(
            "id",
            "kind",
            "purposes",
            "groups",
            "upTo",
            "requesterUnits",
            "requesterPersons",
            "from",
            "until",
            "outsideOfficeHours",
            "details",
            "texts",
            "attachments",
            "senders",
            "atMost",
            "approvals",
            "reviewers",
            "reason");
    static final Set<String> AT_MOST = Set.of("uses", "days");
    static final Set<String> OUTSIDE = Set.of("opening");
    static final Set<String> DETAIL = Set.of("detail", "values");
    static final Set<String> SENDER = Set.of("address", "displayName");
    static final Set<String> WORDING = Set.of("language", "subject", "text", "sms");

    private static final int LONGEST_ID = 100;
    private static final String LANGUAGE = "[a-z]{2,3}";

    private final Set<String> ids = new HashSet<>();

    /** The permission; null when a part is missing, which is then noted. */
    @Nullable
    Permission permission(JsonPart part) {
        if (!part.object(PERMISSION)) {
            return null;
        }
        String id = text(part, "id");
        if (id != null && id.length() > LONGEST_ID) {
            part.problem(
                    "id",
                    "en çok " + LONGEST_ID + " karakter olabilir.",
                    "must not be longer than " + LONGEST_ID + ".");
        }
        if (id != null && !ids.add(id)) {
            part.problem("id", "bu ad başka bir izinde de var.", "another permission has the same id.");
        }
        JsonPart kindPart = part.needed("kind");
        Kind kind = kindPart == null ? null : kindPart.one(Kind.class);
        PermissionLimits limits = limits(part);
        int uses = 0;
        int days = 0;
        JsonPart most = part.part("atMost");
        if (most != null && most.object(AT_MOST)) {
            most.needed("uses");
            most.needed("days");
            uses = most.smallNumber("uses", 1, 0);
            days = most.smallNumber("days", 1, 0);
        }
        List<AskedApproval> approvals = approvals(part, kind);
        JsonPart who = part.needed("reviewers");
        AskedApproval.People reviewers =
                who != null && who.object(JsonPolicyReader.PEOPLE) ? JsonPolicyReader.people(who) : null;
        LocalizedText reason = part.localized("reason");
        return id == null || kind == null || reviewers == null
                ? null
                : new Permission(id, kind, limits, uses, days, approvals, reviewers, reason);
    }

    private static PermissionLimits limits(JsonPart part) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        List<Condition.Group> groups = new ArrayList<>();
        Set<PersonId> persons = new HashSet<>();
        List<Wording> wordings = new ArrayList<>();
        List<PermissionLimits.From> senders = new ArrayList<>();
        part.needed("purposes");
        part.needed("groups");
        part.items("purposes").forEach(p -> JsonPolicyReader.addIfSound(purposes, p.one(Purpose.class)));
        part.items("groups").forEach(g -> JsonPolicyReader.addIfSound(groups, JsonPolicyReader.group(g)));
        for (JsonPart p : part.items("requesterPersons")) {
            JsonPolicyReader.addIfSound(persons, p.parsed(PersonId::of, "kişi anahtarı", "a person's key"));
        }
        part.items("texts").forEach(t -> JsonPolicyReader.addIfSound(wordings, wording(t)));
        part.items("senders").forEach(p -> JsonPolicyReader.addIfSound(senders, sender(p)));
        return new PermissionLimits(
                purposes,
                groups,
                part.number("upTo", 1, PolicyRule.UNBOUNDED),
                new PermissionLimits.Users(JsonPolicyReader.units(part), persons),
                days(part),
                details(part),
                wordings,
                part.flag("attachments"),
                senders);
    }

    private static PermissionLimits.Days days(JsonPart part) {
        LocalDate from = date(part, "from");
        LocalDate until = date(part, "until");
        if (from != null && until != null && until.isBefore(from)) {
            part.problem(
                    "until",
                    "“from” gününden önce; izin hiç uygulanmaz.",
                    "is before “from”; the permission never holds.");
        }
        LocalTime opening = null;
        JsonPart outside = part.part("outsideOfficeHours");
        if (outside != null && outside.object(OUTSIDE)) {
            JsonPart hour = outside.needed("opening");
            opening = hour == null ? null : hour.parsed(LocalTime::parse, "08:30 gibi saat", "an hour such as 08:30");
        }
        return new PermissionLimits.Days(from, until, opening);
    }

    private static @Nullable LocalDate date(JsonPart part, String field) {
        JsonPart date = part.part(field);
        return date == null
                ? null
                : date.parsed(LocalDate::parse, "2026-12-31 gibi tarih", "a date such as 2026-12-31");
    }

    private static Map<Detail, List<String>> details(JsonPart part) {
        Map<Detail, List<String>> details = new EnumMap<>(Detail.class);
        for (JsonPart p : part.items("details")) {
            if (p.object(DETAIL)) {
                JsonPart named = p.needed("detail");
                Detail detail = named == null ? null : named.one(Detail.class);
                p.needed("values");
                List<String> values = new ArrayList<>();
                p.items("values").forEach(v -> JsonPolicyReader.addIfSound(values, v.text()));
                if (detail != null && details.putIfAbsent(detail, List.copyOf(values)) != null) {
                    p.problem("detail", "iki kez verilmiş.", "is given twice.");
                }
            }
        }
        return details;
    }

    private static PermissionLimits.@Nullable From sender(JsonPart part) {
        if (!part.object(SENDER)) {
            return null;
        }
        String address = text(part, "address");
        String displayName = text(part, "displayName");
        return address == null || displayName == null ? null : PermissionLimits.From.of(address, displayName);
    }

    private static @Nullable Wording wording(JsonPart part) {
        if (!part.object(WORDING)) {
            return null;
        }
        String language = text(part, "language");
        if (language != null && !language.matches(LANGUAGE)) {
            part.problem("language", "“tr” gibi dil kodu olmalı.", "must be the code of a language, such as “tr”.");
        }
        String subject = template(part.needed("subject"));
        part.needed("text");
        List<String> lines = new ArrayList<>();
        part.items("text").forEach(line -> JsonPolicyReader.addIfSound(lines, template(line)));
        String sms = template(part.part("sms"));
        return language == null || subject == null || lines.isEmpty()
                ? null
                : new Wording(language, subject, String.join("\n", lines), sms);
    }

    private static @Nullable String template(@Nullable JsonPart part) {
        String template = part == null ? null : part.text();
        if (part != null && template != null) {
            for (String name : Wording.placeholders(template)) {
                if (EnumSet.allOf(Detail.class).stream().noneMatch(d -> d.name().equals(name))) {
                    part.problem(
                            "süslü ayraç içinde formun bir bilgisi olmalı, “{PLACE}” gibi.",
                            "braces must hold a fact of the form, such as “{PLACE}”.");
                }
            }
        }
        return template;
    }

    /** Nobody is asked by a permission given beforehand, which is therefore bound on all sides; the other kind asks somebody. */
    private static List<AskedApproval> approvals(JsonPart part, @Nullable Kind kind) {
        List<AskedApproval> approvals = new ArrayList<>();
        for (JsonPart p : part.items("approvals")) {
            JsonPolicyReader.addIfSound(approvals, JsonPolicyReader.approval(p, JsonPolicyReader.TEXT_AND_AUDIENCE));
        }
        if (kind == Kind.BLANKET_PERMISSION) {
            part.needed("upTo");
            part.needed("texts");
            part.needed("senders");
            part.needed("atMost");
            if (part.has("approvals")) {
                part.problem(
                        "approvals", "önceden verilmiş izinde onay istenmez.", "a blanket permission asks for none.");
            }
        } else if (kind == Kind.BREAK_GLASS) {
            part.needed("approvals");
            Set<ApprovalQuestion> asked = EnumSet.noneOf(ApprovalQuestion.class);
            approvals.forEach(a -> asked.addAll(a.questions()));
            if (!approvals.isEmpty() && !asked.containsAll(JsonPolicyReader.TEXT_AND_AUDIENCE)) {
                part.problem(
                        "approvals",
                        "metin ve hedef kitle için yanıt verecek biri olmalı.",
                        "somebody must answer for the text and for the audience.");
            }
        }
        return approvals;
    }

    private static @Nullable String text(JsonPart part, String field) {
        JsonPart value = part.needed(field);
        return value == null ? null : value.text();
    }
}
