package org.peyk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peyk.RefusedException.Refusal;
import org.peyk.internal.delivery.CorrectedSubject;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.internal.plugin.CorrectionAudience;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.event.EventType;

/** Makes the correction (düzeltme) of a request that went out wrong: stops what is left of it, and asks for a mail to those who got it. */
final class Correcting {

    /** What a request says that was stopped as it is corrected. */
    static final String REMARK = "CORRECTED";

    private static final String BY = "by";
    private static final String OF = "of";

    private static final Set<RequestState> WENT_OUT = EnumSet.of(
            RequestState.SENDING, RequestState.PAUSED, RequestState.SENT, RequestState.CANCELLED, RequestState.EXPIRED);

    private final Store store;
    private final RequestRows rows;
    private final RequestCommands commands;
    private final SubmissionDesk desk;
    private final Permissions permissions;

    Correcting(Store store, RequestCommands commands, SubmissionDesk desk, Permissions permissions) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.commands = commands;
        this.desk = desk;
        this.permissions = permissions;
    }

    MailRequest correct(PersonId actor, RequestId original, RequestForm corrected, String note) {
        MailRequest seen = commands.load(original);
        if (!permissions.may(actor, Action.CANCEL, seen.requester())) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
        requireSent(seen);
        boolean running = running(seen);
        // a second click finds the first one's draft, also when the first one has stopped the request meanwhile
        String key = "correction/" + desk.digest(corrected).substring(0, 32) + "/" + original.value();
        if (key.length() > 200) {
            key = key.substring(0, 200);
        }
        RequestForm form = form(seen, corrected, running);
        String digest = desk.digest(form);
        Requester requester = requester(actor, seen.requester());
        String once = key;
        return store.together(joined -> {
            RequestCommands both = commands.in(joined);
            if (running) {
                if (!running(both.load(original))) {
                    // it was finished or stopped meanwhile, so that another audience is right
                    throw new PeykException(ErrorCode.VERSION_CONFLICT, null);
                }
                both.execute(original, actor, x -> new Command.Cancel(note, REMARK));
            }
            MailRequest made =
                    both.create(new Command.Create(RequestId.random(), requester, form, digest), actor, once);
            if (link(joined, made.id(), OF).isEmpty()) {
                both.execute(
                        original,
                        actor,
                        x -> new Command.Note(
                                EventType.CORRECTED, Map.of(BY, made.id().value())));
                both.execute(
                        made.id(), actor, x -> new Command.Note(EventType.CORRECTED, Map.of(OF, original.value())));
            }
            return both.load(made.id());
        });
    }

    private static boolean running(MailRequest r) {
        return r.state() == RequestState.SENDING
                || (r.state() == RequestState.PAUSED && r.pausedFrom() == RequestState.SENDING);
    }

    private void requireSent(MailRequest r) {
        boolean began = WENT_OUT.contains(r.state())
                && !(r.state() == RequestState.PAUSED && r.pausedFrom() != RequestState.SENDING);
        if (!began) {
            throw new RefusedException(new Refusal(
                    ErrorCode.STATE,
                    LocalizedText.of(
                            "Gönderimi başlamamış bir talebin düzeltmesi olmaz; talebi düzenleyin.",
                            "A request whose sending has not begun needs no correction; revise it."),
                    Lifecycle.allowed(r.state()),
                    List.of(),
                    List.of()));
        }
    }

    private RequestForm form(MailRequest original, RequestForm corrected, boolean replaces) {
        Content content = corrected.content();
        Content marked = new Content(
                content.versions().stream().map(CorrectedSubject::with).toList(),
                content.attachments(),
                content.source());
        Audience audience = CorrectionAudience.of(original.form().audience(), original.id(), replaces);
        RequestForm form = corrected.toBuilder()
                .content(marked)
                .audience(audience)
                .channels(original.form().channels())
                .build();
        long size = desk.audienceNow(form);
        return form.toBuilder().audience(audience.expecting(size)).build();
    }

    /** The one who answered for the original answers for its correction; the office may enter it for him. */
    private Requester requester(PersonId actor, Requester original) {
        Requester same = new Requester(original.person(), original.unit(), actor);
        if (permissions.mayCreate(actor, same)) {
            return same;
        }
        Requester own = Requester.of(actor, original.unit());
        if (permissions.mayCreate(actor, own) && permissions.speaksFor(actor, original.unit())) {
            return own;
        }
        throw new PeykException(ErrorCode.NOT_PERMITTED, null);
    }

    /** The request that another one corrects. */
    Optional<RequestId> of(RequestId correction) {
        commands.load(correction);
        return link(store, correction, OF).stream().findFirst();
    }

    /** The corrections of a request, the oldest first. */
    List<RequestId> by(RequestId original) {
        commands.load(original);
        return link(store, original, BY);
    }

    private List<RequestId> link(Store where, RequestId id, String which) {
        List<StoredEvent> history = where.read(c -> rows.history(c, id));
        return history.stream()
                .filter(e -> e.type() == EventType.CORRECTED)
                .map(e -> rows.happened(e).event())
                .filter(Event.Noted.class::isInstance)
                .map(e -> ((Event.Noted) e).data().get(which))
                .filter(java.util.Objects::nonNull)
                .map(RequestId::new)
                .toList();
    }
}
