package org.peyk.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.content.Letters;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Sender;
import org.peyk.spi.approval.ApprovalContext;

/**
 * What a permission is bound to, its number of uses apart. All that is given must hold.
 *
 * @param purposes purposes of which the mail has one
 * @param groups groups of which each part of the audience is one
 * @param upTo number of recipients that is not exceeded
 * @param who who may use it
 * @param days when it may be used
 * @param details words of which a fact of the form is one
 * @param wordings texts of which each language version says one; empty for any text
 * @param attachments whether files may go out
 * @param senders of which the sender is one, and whose addresses answers may go to; empty for any
 */
record PermissionLimits(
        Set<Purpose> purposes,
        List<Condition.Group> groups,
        long upTo,
        Users who,
        Days days,
        Map<Detail, List<String>> details,
        List<Wording> wordings,
        boolean attachments,
        List<From> senders) {

    PermissionLimits {
        purposes = Set.copyOf(purposes);
        groups = List.copyOf(groups);
        details = Map.copyOf(details);
        wordings = List.copyOf(wordings);
        senders = List.copyOf(senders);
    }

    /**
     * A sender as readers see it. The address is compared folded, the name to the letter, as it says who speaks.
     *
     * @param address the address, folded
     * @param displayName the name beside it, canonical
     */
    record From(String address, String displayName) {

        static From of(String address, String displayName) {
            return new From(word(address), Wording.canonical(displayName));
        }

        boolean isAt(String other) {
            return address.equals(word(other));
        }

        String text() {
            return displayName + " <" + address + ">";
        }
    }

    /** Units and persons that may ask; everybody when neither are named. */
    record Users(RequesterUnits units, Set<PersonId> persons) {
        Users {
            persons = Set.copyOf(persons);
        }

        boolean name(Requester requester) {
            return (units.any() && persons.isEmpty())
                    || (!units.any() && units.names(requester.unit()))
                    || persons.contains(requester.person());
        }
    }

    /**
     * The days and hours.
     *
     * @param from the first day, or null
     * @param until the last day, or null
     * @param opening when offices open, for a permission that holds only while they are closed; or null
     */
    record Days(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalTime opening) {

        boolean open(ZonedDateTime now, WorkingCalendar calendar) {
            LocalDate day = now.toLocalDate();
            return opening != null
                    && calendar.worksOn(day)
                    && !now.toLocalTime().isBefore(opening)
                    && now.toLocalTime().isBefore(calendar.closing(day));
        }
    }

    /** What keeps a mail from the permission, or null. */
    @Nullable
    LocalizedText obstacle(ApprovalContext context, WorkingCalendar calendar) {
        RequestForm form = context.request().form();
        ZonedDateTime now = context.now().atZone(context.zone());
        LocalDate day = now.toLocalDate();
        long size = context.request().audienceSize();
        if (!who.name(context.request().requester())) {
            return LocalizedText.of("bu birime verilmemiş", "it is not given to this unit");
        }
        if ((days.from() != null && day.isBefore(days.from())) || (days.until() != null && day.isAfter(days.until()))) {
            return LocalizedText.of("geçerlilik tarihi dışında", "it does not hold on this day");
        }
        if (days.open(now, calendar)) {
            return LocalizedText.of("yalnız mesai dışında geçerli", "it holds outside of office hours only");
        }
        if (form.audience().include().isEmpty()
                || !form.audience().include().stream()
                        .allMatch(part -> groups.stream().anyMatch(g -> g.covers(part)))) {
            return LocalizedText.of("hedef kitlede başka gruplar var", "the audience holds other groups");
        }
        if (size > upTo) {
            return LocalizedText.of(
                    "alıcı sayısı " + size + ", izin " + upTo + " kişiye kadar",
                    size + " recipients, it holds up to " + upTo);
        }
        for (Map.Entry<Detail, List<String>> e : new TreeMap<>(details).entrySet()) {
            String fact = Wording.canonical(form.details().getOrDefault(e.getKey(), ""));
            if (e.getValue().stream().noneMatch(v -> word(v).equals(word(fact)))) {
                return LocalizedText.of(
                        "“" + e.getKey().label().tr() + "” izinde sayılanlardan biri değil",
                        "“" + e.getKey().label().en() + "” is none of those it names");
            }
        }
        return wording(form);
    }

    private @Nullable LocalizedText wording(RequestForm form) {
        if (!attachments && !form.content().attachments().isEmpty()) {
            return LocalizedText.of("mailde ek dosya var", "the mail has attachments");
        }
        Sender sender = form.sender();
        if (!senders.isEmpty() && (sender == null || !named(sender))) {
            return LocalizedText.of(
                    "gönderen (adres ve görünen ad) izinde yok",
                    "it does not name the sender (address and display name)");
        }
        boolean said = wordings.isEmpty()
                || (!form.content().versions().isEmpty()
                        && form.content().versions().stream()
                                .allMatch(v ->
                                        wordings.stream().anyMatch(w -> w.says(v, form.details(), form.channels()))));
        return said
                ? null
                : LocalizedText.of(
                        "metin izin verilen kalıpla aynı değil (" + Wording.languages(wordings) + ")",
                        "the text is not the wording it allows (" + Wording.languages(wordings) + ")");
    }

    private boolean named(Sender sender) {
        String replyTo = sender.replyTo();
        return senders.contains(From.of(sender.address(), sender.displayName()))
                && (replyTo == null || senders.stream().anyMatch(s -> s.isAt(replyTo)));
    }

    static String word(String text) {
        return Letters.fold(Wording.canonical(text));
    }

    /** The limits in the policy's text. */
    String text() {
        StringBuilder t = new StringBuilder("purpose ")
                .append(purposes.stream().sorted().map(Purpose::name).collect(Collectors.joining("|")))
                .append(" only (")
                .append(groups.stream().map(Condition.Group::text).sorted().collect(Collectors.joining(" or ")))
                .append(')');
        add(t, " up to ", upTo == PolicyRule.UNBOUNDED ? null : upTo);
        add(t, " for units ", who.units().any() ? null : who.units().text());
        add(
                t,
                " for ",
                who.persons().isEmpty() ? null : new AskedApproval.People(Set.of(), Set.of(), who.persons()).text());
        add(t, " from ", days.from());
        add(t, " until ", days.until());
        add(t, " outside of office hours that begin at ", days.opening());
        new TreeMap<>(details).forEach((detail, values) -> add(t, " " + detail + " ", String.join("|", values)));
        wordings.stream().map(Wording::line).sorted().forEach(line -> add(t, " text ", line));
        add(t, "", attachments ? " with attachments" : null);
        add(
                t,
                " sender ",
                senders.isEmpty()
                        ? null
                        : senders.stream().map(From::text).sorted().collect(Collectors.joining("|")));
        return t.toString();
    }

    private static void add(StringBuilder text, String label, @Nullable Object value) {
        if (value != null) {
            text.append(label).append(value);
        }
    }
}
