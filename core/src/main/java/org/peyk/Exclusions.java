package org.peyk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.delivery.AddressKey;
import org.peyk.internal.store.ExclusionJournal;
import org.peyk.internal.store.ExclusionRows;
import org.peyk.internal.store.ExclusionRows.Entry;
import org.peyk.internal.store.Store;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;

/**
 * Who is left out of every audience: the deceased, those who left, those who opted out of mails about events, whoever is on hold, and
 * addresses that do not exist. The list is asked when an audience is read and again before each message: somebody who is put on it while a
 * request is being sent gets no message that has not left yet, and his row says why. Everything here is for the communications office and
 * the data-protection officer; opting out, and taking that back, is also everybody's own. Thread-safe.
 */
public final class Exclusions {

    private static final int MAX_AT_ONCE = 1000;
    private static final int SOURCE_LENGTH = 200;
    private static final int BROKEN_SHOWN = 100;
    private static final String UNSUBSCRIBE_LINK = "List-Unsubscribe (RFC 8058)";

    private final Store store;
    private final Permissions permissions;
    private final AudienceRules rules;
    private final Clock clock;

    Exclusions(Store store, Permissions permissions, AudienceRules rules, Clock clock) {
        this.store = store;
        this.permissions = permissions;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Puts people on the list.
     *
     * @param actor who does it
     * @param people whom; at most 1000 at once
     * @param reason why
     * @param source where this is known from, such as the personnel system or a letter's number; one line of at most 200 characters without
     *     addresses
     * @return how many were not on it for this reason before
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     */
    public int exclude(PersonId actor, Collection<PersonId> people, ExclusionReason reason, String source) {
        boolean own = reason == ExclusionReason.OPTED_OUT && people.stream().allMatch(actor::equals);
        require(actor, own);
        return add(
                actor,
                people.stream().map(p -> ExclusionRows.subject(p.value())).toList(),
                reason,
                source);
    }

    /**
     * Puts an address on the list, in whatever spelling audiences give it.
     *
     * @param actor who does it
     * @param channel the address's channel
     * @param address the address; at most 320 characters
     * @param reason why; who opts out is a person, so not {@link ExclusionReason#OPTED_OUT}
     * @param source where this is known from; one line of at most 200 characters without addresses
     * @return whether it was not on it for this reason before
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     */
    public boolean excludeAddress(
            PersonId actor, Channel channel, String address, ExclusionReason reason, String source) {
        if (reason == ExclusionReason.OPTED_OUT) {
            throw new IllegalArgumentException("reason must not be OPTED_OUT for an address");
        }
        if (address.isBlank() || address.length() > 320) {
            throw new IllegalArgumentException("address must have 1 to 320 characters");
        }
        require(actor, false);
        String key = AddressKey.of(channel, address);
        return add(actor, List.of(ExclusionRows.subject(channel, key)), reason, source) == 1;
    }

    /**
     * Keeps that somebody asked for no more mails about events by a link of {@link UnsubscribeLinks}.
     *
     * @param who what {@link Sending#unsubscriber} made of the link; whoever has the link may ask
     * @return whether the person had not opted out before
     */
    public boolean unsubscribe(Unsubscriber who) {
        List<String> subject = List.of(ExclusionRows.subject(who.person().value()));
        return add(who.person(), subject, ExclusionReason.OPTED_OUT, UNSUBSCRIBE_LINK) == 1;
    }

    private int add(PersonId actor, List<String> subjects, ExclusionReason reason, String source) {
        if (subjects.isEmpty() || subjects.size() > MAX_AT_ONCE) {
            throw new IllegalArgumentException("1 to " + MAX_AT_ONCE + " at once");
        }
        requireLine(source);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.write(c -> {
            Set<String> fresh = ExclusionRows.add(c, subjects, reason, source, actor, now);
            ExclusionJournal.write(c, fresh, ExclusionJournal.ADDED, reason, source, actor, now);
            List<RequestId> running = ExclusionRows.sending(c, purposes(reason));
            for (String subject : fresh) {
                ExclusionRows.skip(c, running, ExclusionRows.parts(subject), reason, now);
            }
            return fresh.size();
        });
    }

    private Set<Purpose> purposes(ExclusionReason reason) {
        return reason == ExclusionReason.OPTED_OUT ? rules.optOut() : EnumSet.allOf(Purpose.class);
    }

    private static void requireLine(String source) {
        if (source.isBlank()
                || source.length() > SOURCE_LENGTH
                || source.chars().anyMatch(Character::isISOControl)
                || source.indexOf('@') >= 0) {
            throw new IllegalArgumentException("source must be one line of 1 to 200 characters without an address");
        }
    }

    /**
     * Takes an entry off the list. Messages that were not sent meanwhile stay unsent.
     *
     * @param actor who does it
     * @param id the entry
     * @param why why; one line of at most 200 characters without addresses
     * @return whether it was still there
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     */
    public boolean lift(PersonId actor, long id, String why) {
        requireLine(why);
        List<Entry> there = store.read(c -> ExclusionRows.byId(c, id));
        require(actor, there.stream().map(Entry::exclusion).anyMatch(e -> own(e, actor)));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.write(c -> {
            List<Entry> found = ExclusionRows.byId(c, id);
            if (found.isEmpty() || !ExclusionRows.remove(c, id)) {
                return false;
            }
            Entry gone = found.get(0);
            ExclusionJournal.write(
                    c,
                    List.of(gone.subject()),
                    ExclusionJournal.LIFTED,
                    gone.exclusion().reason(),
                    why,
                    actor,
                    now);
            return true;
        });
    }

    private static boolean own(Exclusion e, PersonId actor) {
        return e.reason() == ExclusionReason.OPTED_OUT && actor.equals(e.person());
    }

    /**
     * The list, page by page.
     *
     * @param actor who looks
     * @param reason one reason, or null for all
     * @param after the last entry of the page before, or 0 for the first page
     * @param limit how many at most; 1 to 1000
     * @return the entries in the order they were made, addresses masked
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     */
    public List<Exclusion> list(PersonId actor, @Nullable ExclusionReason reason, long after, int limit) {
        requireLimit(limit);
        require(actor, false);
        return store.read(c -> ExclusionRows.list(c, reason, after, limit)).stream()
                .map(Entry::exclusion)
                .toList();
    }

    /**
     * What the list says of a person.
     *
     * @param actor who looks; the person himself may
     * @param person whom
     * @return the entries
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     */
    public List<Exclusion> of(PersonId actor, PersonId person) {
        require(actor, actor.equals(person));
        return store.read(c -> ExclusionRows.of(c, List.of(ExclusionRows.subject(person.value())))).stream()
                .map(Entry::exclusion)
                .toList();
    }

    /**
     * Who put whom on the list and took them off.
     *
     * @param actor who looks
     * @param after the last line of the page before, or 0 for the first page
     * @param limit how many at most; 1 to 1000
     * @return the lines in their order; an address is told by its digest alone
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person may not
     */
    public List<ExclusionChange> journal(PersonId actor, long after, int limit) {
        requireLimit(limit);
        require(actor, false);
        return store.read(c -> ExclusionJournal.list(c, after, limit));
    }

    /**
     * Whether the journal is as it was written. Finds lines that were changed, moved, inserted or removed; that the last ones were cut off
     * only somebody can find who wrote down how many there were.
     *
     * @return the places of lines that do not follow from those before, at most 100; empty when the journal is sound
     */
    public List<Long> verifyJournal() {
        return new ArrayList<>(store.read(c -> ExclusionJournal.broken(c, BROKEN_SHOWN)));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_AT_ONCE) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX_AT_ONCE);
        }
    }

    private void require(PersonId actor, boolean own) {
        boolean may = own || permissions.inOffice(actor) || permissions.dataProtection(actor);
        if (!may) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
    }
}
