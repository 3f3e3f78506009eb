package org.peyk;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.AudiencePreview.Sampled;
import org.peyk.RefusedException.Refusal;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Command.SizeAnswers;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.internal.plugin.PersonSet;
import org.peyk.internal.plugin.Sources;
import org.peyk.internal.store.ExclusionRows;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.event.EventType;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSourceException;

/** Looks at an audience before approval, and keeps what people said about its size. */
final class AudienceDesk {

    /** How many people a preview shows at most. */
    static final int MOST_SAMPLED = 100;

    private static final String SIZE = "size";
    private static final String DIGEST = "digest";
    private static final String AS = "as";
    private static final String REQUESTER = "REQUESTER";
    private static final String OFFICE = "OFFICE";

    /** Where a size can still be questioned. */
    private static final Set<RequestState> OPEN = EnumSet.of(RequestState.DRAFT, RequestState.CHANGES_REQUESTED);

    private final Store store;
    private final RequestRows rows;
    private final Sources sources;
    private final AudienceRules rules;

    AudienceDesk(Store store, Sources sources, AudienceRules rules) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.sources = sources;
        this.rules = rules;
    }

    AudiencePreview preview(RequestForm form, int sample) throws RecipientSourceException, InterruptedException {
        Looking looking = new Looking(store, ExclusionRows.applying(form.purpose(), rules), sample);
        Audience audience = form.audience();
        audience.include().forEach(s -> looking.groups.put(s, 0L));
        sources.read(audience, (s, page) -> looking.leaveOut(page), looking::take);
        return looking.seen();
    }

    /** One reading of an audience; memory stays at some bytes a person. */
    private static final class Looking {
        private final Store store;
        private final Set<ExclusionReason> reasons;
        private final int sample;
        // which people are shown must not be foreseeable by whoever made the list
        private final Random random = new SecureRandom();
        private final PersonSet excluded = new PersonSet();
        private final PersonSet seen = new PersonSet();
        private final PersonSet leftOut = new PersonSet();
        private final Map<Selection, Long> groups = new LinkedHashMap<>();
        private final Map<ExclusionReason, Long> listed = new EnumMap<>(ExclusionReason.class);
        private final List<Sampled> sampled = new ArrayList<>();
        private long folded;
        private long rejected;
        private long reached;

        Looking(Store store, Set<ExclusionReason> reasons, int sample) {
            this.store = store;
            this.reasons = reasons;
            this.sample = sample;
        }

        void leaveOut(RecipientPage page) {
            page.recipients().forEach(r -> excluded.add(r.person()));
        }

        void take(Selection selection, RecipientPage page) {
            groups.merge(selection, (long) page.recipients().size(), Long::sum);
            rejected += page.rejected().size();
            List<Recipient> fresh = new ArrayList<>();
            for (Recipient r : page.recipients()) {
                if (excluded.contains(r.person())) {
                    leftOut.add(r.person());
                } else if (seen.add(r.person())) {
                    fresh.add(r);
                } else {
                    folded++;
                }
            }
            Set<String> subjects = new HashSet<>();
            fresh.forEach(r -> subjects.add(ExclusionRows.subject(r.person().value())));
            Map<String, ExclusionReason> on = store.read(c -> ExclusionRows.among(c, subjects, reasons));
            for (Recipient r : fresh) {
                ExclusionReason reason = on.get(ExclusionRows.subject(r.person().value()));
                if (reason == null) {
                    sample(r);
                } else {
                    listed.merge(reason, 1L, Long::sum);
                }
            }
        }

        /** Everybody has the same chance to be among those shown, however many there are. */
        private void sample(Recipient r) {
            reached++;
            long place = sampled.size() < sample ? sampled.size() : (long) (random.nextDouble() * reached);
            if (place >= sample) {
                return;
            }
            String address = r.addresses().get(Channel.MAIL);
            Sampled s = new Sampled(r.person(), address == null ? null : LedgerViews.mask(address), r.groups());
            if (place == sampled.size()) {
                sampled.add(s);
            } else {
                sampled.set((int) place, s);
            }
        }

        AudiencePreview seen() {
            return new AudiencePreview(
                    new AudienceSize(seen.size(), folded, leftOut.size(), rejected), groups, listed, sampled);
        }
    }

    /** Writes down that somebody agrees with a size. */
    static MailRequest confirm(
            RequestCommands commands, Permissions permissions, PersonId actor, RequestId id, long size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1");
        }
        return commands.execute(id, actor, r -> {
            boolean own =
                    permissions.may(actor, Action.COMMENT, r.requester()) && Permissions.owns(actor, r.requester());
            if (!own && !permissions.inOffice(actor)) {
                throw new PeykException(ErrorCode.NOT_PERMITTED, null);
            }
            if (!OPEN.contains(r.state())) {
                throw new RefusedException(new Refusal(
                        ErrorCode.STATE, ErrorCode.STATE.text(), Lifecycle.allowed(r.state()), List.of(), List.of()));
            }
            return new Command.Note(
                    EventType.AUDIENCE_CONFIRMED,
                    Map.of(SIZE, Long.toString(size), DIGEST, r.digest(), AS, own ? REQUESTER : OFFICE));
        });
    }

    /** What was said about the size of a request's audience so far; what nobody can have said is not looked for. */
    SizeAnswers sizeAnswers(MailRequest request) {
        if (request.version() == 1) {
            return SizeAnswers.NONE;
        }
        boolean questioned = false;
        OptionalLong requester = OptionalLong.empty();
        OptionalLong office = OptionalLong.empty();
        Audience audience = Audience.NOBODY;
        for (StoredEvent stored : store.read(c -> rows.history(c, request.id()))) {
            Event e = rows.happened(stored).event();
            audience = audience(e, audience);
            if (e instanceof Event.SubmissionRefused refused && refused.code().equals(ErrorCode.AUDIENCE_SIZE.code())) {
                questioned |= same(audience, request.form().audience());
            } else if (e instanceof Event.Noted n
                    && n.type() == EventType.AUDIENCE_CONFIRMED
                    && request.digest().equals(n.data().get(DIGEST))) {
                OptionalLong size = OptionalLong.of(Long.parseLong(n.data().getOrDefault(SIZE, "0")));
                if (REQUESTER.equals(n.data().get(AS))) {
                    requester = size;
                } else {
                    office = size;
                }
            }
        }
        return new SizeAnswers(questioned, requester, office);
    }

    private static Audience audience(Event e, Audience before) {
        @Nullable RequestForm form = null;
        if (e instanceof Event.Created c) {
            form = c.form();
        } else if (e instanceof Event.Revised r) {
            form = r.form();
        }
        return form == null ? before : form.audience();
    }

    /** Whether the same groups are meant, whatever number is expected. */
    private static boolean same(Audience a, Audience b) {
        return a.include().equals(b.include()) && a.exclude().equals(b.exclude());
    }
}
