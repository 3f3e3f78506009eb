package org.peyk.internal.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.ExclusionReason;
import org.peyk.MailRequest;
import org.peyk.SendingConfig;
import org.peyk.internal.plugin.CorrectionAudience;
import org.peyk.internal.store.ExclusionRows;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.ExpansionRows.Expansion;
import org.peyk.internal.store.ExpansionRows.NewRow;
import org.peyk.internal.store.LeftOutRows;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RejectedRow;
import org.peyk.spi.transport.Transport;

/**
 * One page of people as rows: each person once, each mailbox once, nobody who is left out, no address that cannot be used. Attributes for
 * personal texts are not stored, as no text uses them yet and what is not needed is not kept (KVKK art. 4/2-ç).
 */
final class ExpansionPage {

    /** An address counts as gone when it was seen not to exist this often; one bounce may be a server's error. */
    static final int SIGHTINGS_UNTIL_SUPPRESSED = 2;

    /** Somebody whose mailbox is that of somebody else with a row. */
    static final String SAME_ADDRESS = "SAME_ADDRESS";

    private static final int ADDRESS_LENGTH = 320;
    private static final int NAME_LENGTH = 300;
    private static final int LANGUAGE_LENGTH = 35;
    private static final int GROUPS_LENGTH = 2000;

    private final MailRequest request;
    private final Channel channel;
    private final Transport transport;
    private final SendingConfig config;
    private final MessageIds messageIds;
    private final String domain;
    private final Set<ExclusionReason> applying;

    ExpansionPage(
            MailRequest request, Channel channel, Sessions sessions, SendingConfig config, MessageIds messageIds) {
        this.request = request;
        this.channel = channel;
        Transport found = sessions.transport(channel);
        if (found == null) {
            throw new IllegalStateException("no transport for channel " + channel);
        }
        this.transport = found;
        this.config = config;
        this.messageIds = messageIds;
        this.applying = ExclusionRows.applying(request.form().purpose(), config.audience());
        this.domain = config.messageIdDomain() != null
                ? config.messageIdDomain()
                : DeliveryMaker.domain(Objects.requireNonNull(request.form().sender(), "sender")
                        .address());
    }

    /** What a page adds. */
    record Sums(long planned, long folded, long rejected, long excluded) {}

    private record Candidate(Recipient recipient, String address, String key) {}

    /** Leaves the people of a page out, by person and by address. */
    Sums exclude(Connection c, RecipientPage page) throws SQLException {
        Set<String> keys = new LinkedHashSet<>();
        for (Recipient r : page.recipients()) {
            keys.add(personKey(r.person().value()));
            String address = r.addresses().get(channel);
            if (address != null && usable(address)) {
                keys.add(addressKey(AddressKey.of(channel, address)));
            }
        }
        keys.removeAll(ExpansionRows.excluded(c, request.id(), channel, keys));
        ExpansionRows.exclude(c, request.id(), channel, keys);
        return new Sums(0, 0, 0, 0);
    }

    private static String personKey(String person) {
        return "p:" + person;
    }

    private static String addressKey(String key) {
        return "a:" + key;
    }

    private boolean usable(String address) {
        return address.length() <= ADDRESS_LENGTH
                && address.chars().noneMatch(Character::isISOControl)
                && transport.accepts(address);
    }

    /** Makes rows of the people of a page. */
    Sums include(Connection c, RecipientPage page, Selection selection, Expansion at, Instant now) throws SQLException {
        List<RejectedRow> rejected = new ArrayList<>(page.rejected());
        Map<String, Candidate> byPerson = new LinkedHashMap<>();
        Set<String> keysSeen = new HashSet<>();
        long place = at.seen();
        long folded = 0;
        Map<String, String> without = new LinkedHashMap<>();
        for (Recipient r : page.recipients()) {
            place++;
            String address = r.addresses().get(channel);
            String key = address != null && usable(address) ? AddressKey.of(channel, address) : null;
            if (address == null && CorrectionAudience.ledger(selection)) {
                // what went out on the other channel is corrected there
                continue;
            }
            if (address == null || key == null || key.length() > ADDRESS_LENGTH) {
                RejectedRow rejection = rejection(selection, place, address == null);
                rejected.add(rejection);
                without.putIfAbsent(r.person().value(), rejection.code());
            } else if (byPerson.containsKey(r.person().value())) {
                folded++;
            } else if (!keysSeen.add(key)) {
                folded++;
                without.put(r.person().value(), SAME_ADDRESS);
            } else {
                byPerson.put(r.person().value(), new Candidate(r, address, key));
            }
        }
        boolean late = CorrectionAudience.is(request.form().audience()) && !CorrectionAudience.ledger(selection);
        List<NewRow> rows = rows(c, byPerson.values(), at.planned(), late);
        // who was met twice before will be met again: then looking first is cheaper
        if (at.folded() > 0 || !ExpansionRows.insertIfNew(c, request.id(), channel, rows, now)) {
            List<Candidate> fresh = unknown(c, byPerson, keysSeen, without);
            folded += byPerson.size() - fresh.size();
            rows = rows(c, fresh, at.planned(), late);
            ExpansionRows.insert(c, request.id(), channel, rows, now);
        }
        ExpansionRows.reject(c, request.id(), channel, at.part(), rejected);
        LeftOutRows.put(c, request.id(), channel, without);
        long excluded =
                rows.stream().filter(r -> r.state() == DeliveryState.SKIPPED).count();
        return new Sums(rows.size(), folded, rejected.size(), excluded);
    }

    /** Those who have no row yet, neither they nor their addresses; who is kept out by an address alone is noted. */
    private List<Candidate> unknown(
            Connection c, Map<String, Candidate> byPerson, Set<String> keys, Map<String, String> without)
            throws SQLException {
        Set<String> persons = ExpansionRows.persons(c, request.id(), channel, byPerson.keySet());
        Set<String> addresses = ExpansionRows.addresses(c, request.id(), channel, keys);
        List<Candidate> fresh = new ArrayList<>();
        byPerson.forEach((person, x) -> {
            if (persons.contains(person)) {
                return;
            }
            if (addresses.contains(x.key())) {
                without.put(person, SAME_ADDRESS);
            } else {
                fresh.add(x);
            }
        });
        return fresh;
    }

    private List<NewRow> rows(Connection c, Collection<Candidate> fresh, long planned, boolean late)
            throws SQLException {
        List<String> keys = fresh.stream().map(Candidate::key).toList();
        boolean exclusions = !request.form().audience().exclude().isEmpty();
        Set<String> leftOut =
                exclusions ? ExpansionRows.excluded(c, request.id(), channel, exclusionKeys(fresh)) : Set.of();
        Set<String> gone = ExpansionRows.suppressed(c, channel, keys, SIGHTINGS_UNTIL_SUPPRESSED);
        Map<String, ExclusionReason> listed = ExclusionRows.among(c, subjects(fresh), applying);
        List<NewRow> rows = new ArrayList<>(fresh.size());
        for (Candidate x : fresh) {
            String person = x.recipient().person().value();
            DeliveryState state = DeliveryState.PENDING;
            DeliveryReason reason = null;
            ExclusionReason why = listed.getOrDefault(
                    ExclusionRows.subject(person), listed.get(ExclusionRows.subject(channel, x.key())));
            if (leftOut.contains(personKey(person)) || leftOut.contains(addressKey(x.key()))) {
                state = DeliveryState.SKIPPED;
                reason = DeliveryReason.EXCLUDED;
            } else if (why != null && why != ExclusionReason.ADDRESS_GONE) {
                state = DeliveryState.SKIPPED;
                reason = why.row();
            } else if (why != null || gone.contains(x.key())) {
                state = DeliveryState.SUPPRESSED;
                reason = DeliveryReason.ADDRESS_GONE;
            }
            rows.add(new NewRow(
                    person,
                    x.address(),
                    x.key(),
                    name(x.recipient().displayName()),
                    language(x.recipient().language()),
                    groups(x.recipient().groups(), late),
                    Math.toIntExact((planned + rows.size()) / config.batchSize()),
                    messageIds.next(domain),
                    state,
                    reason));
        }
        return rows;
    }

    private List<String> subjects(Collection<Candidate> fresh) {
        List<String> subjects = new ArrayList<>(2 * fresh.size());
        for (Candidate x : fresh) {
            subjects.add(ExclusionRows.subject(x.recipient().person().value()));
            subjects.add(ExclusionRows.subject(channel, x.key()));
        }
        return subjects;
    }

    private static List<String> exclusionKeys(Collection<Candidate> fresh) {
        List<String> keys = new ArrayList<>(2 * fresh.size());
        for (Candidate x : fresh) {
            keys.add(personKey(x.recipient().person().value()));
            keys.add(addressKey(x.key()));
        }
        return keys;
    }

    private static RejectedRow rejection(Selection selection, long place, boolean missing) {
        String position = selection.group() + " #" + place;
        return missing
                ? new RejectedRow(
                        position,
                        "NO_ADDRESS",
                        LocalizedText.of("Bu kanal için adres yok.", "There is no address for this channel."))
                : new RejectedRow(
                        position,
                        "ADDRESS_MALFORMED",
                        LocalizedText.of("Adres geçerli biçimde değil.", "The address is not well formed."));
    }

    /** A name is an ornament of the To header: one that could not stand there is left out. */
    private static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > NAME_LENGTH) {
            return null;
        }
        boolean clean = name.codePoints()
                .noneMatch(p -> Character.isISOControl(p)
                        || p == 0x2028
                        || p == 0x2029
                        || (p >= 0xD800 && p <= 0xDFFF)
                        || (p >= 0x202A && p <= 0x202E)
                        || (p >= 0x2066 && p <= 0x2069));
        return clean ? name.strip() : null;
    }

    private static @Nullable String language(@Nullable Locale language) {
        String tag = language == null ? "" : language.toLanguageTag();
        return tag.isEmpty() || tag.length() > LANGUAGE_LENGTH ? null : tag;
    }

    private static String groups(Set<String> groups, boolean late) {
        StringBuilder b = new StringBuilder(late ? CorrectionAudience.NEVER_GOT_IT : "");
        for (String g : new TreeSet<>(groups)) {
            boolean fits = b.length() + g.length() + 1 <= GROUPS_LENGTH;
            boolean ours = g.equals(CorrectionAudience.NEVER_GOT_IT);
            if (fits && !ours && g.chars().noneMatch(Character::isISOControl)) {
                b.append(b.length() == 0 ? "" : "\n").append(g);
            }
        }
        return b.toString();
    }
}
