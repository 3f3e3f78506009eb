package org.peyk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.WhyNot.Answer;
import org.peyk.WhyNot.Cause;
import org.peyk.internal.delivery.AddressKey;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.ExclusionRows;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.ExpansionRows.Totals;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.LeftOutRows;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;

/** Answers why somebody got nothing, from the ledger, from what the expansion left out, and from the list of exclusions. */
final class WhyNotDesk {

    private static final String SAME_ADDRESS = "SAME_ADDRESS";

    private final Store store;
    private final RequestRows rows;
    private final RequestCommands commands;
    private final Permissions permissions;

    WhyNotDesk(Store store, RequestCommands commands, Permissions permissions) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.commands = commands;
        this.permissions = permissions;
    }

    WhyNot person(PersonId actor, RequestId request, PersonId person) {
        MailRequest r = asked(actor, request);
        List<Answer> answers = new ArrayList<>();
        store.read(c -> LedgerViews.ofPerson(c, request, person)).forEach(row -> answers.add(of(row)));
        store.read(c -> LeftOutRows.of(c, request, person.value())).forEach((channel, cause) -> {
            boolean has = answers.stream().anyMatch(a -> channel == a.channel());
            if (!has) {
                answers.add(leftOut(channel, cause));
            }
        });
        if (answers.isEmpty()) {
            answers.add(absent(r, ExclusionRows.subject(person.value())));
        }
        return noted(actor, request, "PERSON", answers);
    }

    WhyNot address(PersonId actor, RequestId request, Channel channel, String address) {
        MailRequest r = asked(actor, request);
        String key = AddressKey.of(channel, address);
        List<Answer> answers = new ArrayList<>();
        store.read(c -> LedgerViews.ofAddress(c, request, channel, key)).forEach(row -> answers.add(of(row)));
        if (answers.isEmpty()) {
            answers.add(absent(r, ExclusionRows.subject(channel, key)));
        }
        return noted(actor, request, "ADDRESS", answers);
    }

    private MailRequest asked(PersonId actor, RequestId request) {
        MailRequest r = commands.load(request);
        boolean may = permissions.maySettle(actor, r.requester()) || permissions.dataProtection(actor);
        if (!may) {
            throw new PeykException(ErrorCode.NOT_PERMITTED, null);
        }
        return r;
    }

    /** Who asked and what was answered is on record; about whom is not, as that would keep what the retention of the ledger lets go. */
    private WhyNot noted(PersonId actor, RequestId request, String by, List<Answer> answers) {
        String causes = answers.stream().map(a -> a.cause().name()).distinct().collect(Collectors.joining(","));
        commands.execute(
                request, actor, x -> new Command.Note(EventType.WHY_NOT_ASKED, Map.of("by", by, "answer", causes)));
        return new WhyNot(request, answers);
    }

    private static Answer of(LedgerRow row) {
        boolean bounced = row.bouncedAt() != null;
        return switch (row.state()) {
            case SENT ->
                bounced
                        ? answer(
                                row,
                                Cause.BOUNCED,
                                "Sunucu iletiyi aldı, ama sonradan ulaşmadığı bildirildi",
                                "The server took the message, but a report said later that it did not arrive")
                        : answer(
                                row,
                                Cause.GOT_IT,
                                "Sunucu iletiyi aldı; istenmeyen posta klasörüne ve posta kurallarına bakılsın",
                                "The server took the message; look into the junk folder and the mailbox's rules");
            case IN_DOUBT, CLOSED_IN_DOUBT ->
                answer(
                        row,
                        Cause.IN_DOUBT,
                        "İletinin ulaşıp ulaşmadığı bilinmiyor",
                        "It is not known whether it arrived");
            case PENDING, CLAIMED, IN_FLIGHT, DEFERRED ->
                answer(
                        row,
                        Cause.NOT_YET,
                        "Sırası gelmedi ya da yeniden denenecek",
                        "Its turn has not come, or it is tried again");
            case FAILED -> answer(row, Cause.FAILED, "Gönderilemedi", "It could not be sent");
            case SUPPRESSED, SKIPPED -> answer(row, Cause.LEFT_OUT, "Hariç tutuldu", "Left out");
            case CANCELLED ->
                answer(row, Cause.CANCELLED, "Gönderilmeden iptal edildi", "Cancelled before it was sent");
        };
    }

    private static Answer answer(LedgerRow row, Cause cause, String tr, String en) {
        DeliveryReason reason = cause == Cause.GOT_IT ? null : row.reason();
        String whyTr = reason == null ? "" : ": " + reason.label().tr();
        String whyEn = reason == null ? "" : ": " + reason.label().en();
        String status = row.replyStatus() == null ? "" : " (" + row.replyStatus() + ")";
        return new Answer(
                cause, row.channel(), row, LocalizedText.of(tr + whyTr + status + ".", en + whyEn + status + "."));
    }

    private static Answer leftOut(Channel channel, String cause) {
        return cause.equals(SAME_ADDRESS)
                ? new Answer(
                        Cause.SAME_ADDRESS,
                        channel,
                        null,
                        LocalizedText.of(
                                "Adresi, listede kendinden önce gelen başka bir kişininkiyle aynı posta kutusu; oraya bir ileti gitti.",
                                "The address is the same mailbox as somebody else's who came before in the list; it got one message."))
                : new Answer(
                        Cause.NO_ADDRESS,
                        channel,
                        null,
                        LocalizedText.of(
                                "Kaynakta bu kanal için adresi yoktu ya da yazılışı kullanılamıyordu.",
                                "The source had no address for this channel, or one that cannot be used."));
    }

    /** Nobody of this key: too early, or not in the audience. */
    private Answer absent(MailRequest r, String subject) {
        Totals totals = store.read(c -> ExpansionRows.totals(c, r.id()));
        if (totals.channels() == 0) {
            LocalizedText state = r.state().label();
            return new Answer(
                    Cause.NOT_BEGUN,
                    null,
                    null,
                    LocalizedText.of(
                            "Gönderim başlamadı; talebin durumu: " + state.tr() + ".",
                            "Sending has not begun; the request's state: " + state.en() + "."));
        }
        if (!totals.recorded() && r.state() == RequestState.SENDING) {
            return new Answer(
                    Cause.NOT_READ_YET,
                    null,
                    null,
                    LocalizedText.of("Hedef kitle henüz okunuyor.", "The audience is still being read."));
        }
        Instant read = readAt(r.id());
        String when = read == null ? "" : " (" + read + ")";
        boolean listed = store.read(c -> ExclusionRows.of(c, List.of(subject))).stream()
                .findAny()
                .isPresent();
        return new Answer(
                Cause.NOT_IN_AUDIENCE,
                null,
                null,
                LocalizedText.of(
                        "Hedef kitle okunduğunda" + when
                                + " içinde değildi; sonradan katıldıysa bu gönderime girmedi. Kaynakların "
                                + totals.rejected() + " satırı kişi olarak kullanılamadı."
                                + (listed ? " Ayrıca genel hariç tutma listesinde." : ""),
                        "Was not in the audience when it was read" + when
                                + "; who joined afterwards is not part of this sending. " + totals.rejected()
                                + " rows of the sources could not be used as persons."
                                + (listed ? " Is also on the list of exclusions." : "")));
    }

    private @Nullable Instant readAt(RequestId id) {
        return store.read(c -> rows.history(c, id)).stream()
                .filter(e -> e.type() == EventType.EXPANDED)
                .map(e -> Instant.parse(e.at()))
                .findFirst()
                .orElse(null);
    }
}
