package org.peyk;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.delivery.SendGuard;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.Attachment;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;
import org.peyk.spi.Sha256;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;

/**
 * The last look before the first message: the stored request is what its history adds up to, its files are the bytes that were approved, and
 * those who asked and approved are still here. A request with fewer approvals than usual is still covered by its permission.
 */
final class SendingGuard implements SendGuard {

    /** What a request says that went back because its audience drifted. */
    static final String AUDIENCE_DRIFT = "AUDIENCE_DRIFT";

    private static final LocalizedText REQUESTER_LEFT = LocalizedText.of(
            "Talep sahibi ayrılmış; talep birimden yeni birine devredilmeli (Talebi devret).",
            "The requester has left; hand the request over to somebody else of the unit.");

    private static final LocalizedText UNSUITABLE = LocalizedText.of(
            "Talebin dayandığı iznin kullanımı incelemede uygun bulunmadı; izne dayanarak gönderilemez.",
            "The use of the permission this request rests on was found unsuitable; it cannot be sent by that permission.");

    private final Store store;
    private final RequestRows rows;
    private final SubmissionDesk desk;
    private final Standings standings;
    private final PermissionRecheck permission;
    private final Directory directory;
    private final Clock clock;
    private final AudienceRules rules;

    SendingGuard(
            Store store,
            SubmissionDesk desk,
            Standings standings,
            PermissionRecheck permission,
            Directory directory,
            Clock clock,
            AudienceRules rules) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.desk = desk;
        this.standings = standings;
        this.permission = permission;
        this.directory = directory;
        this.clock = clock;
        this.rules = rules;
    }

    /** The same look, which sees what a portal's transaction has written so far. */
    SendingGuard in(Store joined) {
        return new SendingGuard(joined, desk, standings, permission, directory, clock, rules);
    }

    @Override
    public String digest(MailRequest request) {
        return desk.digest(request.form());
    }

    /**
     * Looks before a stopped sending goes on: what is left must be what was approved, and somebody must still answer for it. Who approved is
     * not asked again, as the decision held when sending began.
     *
     * @throws PeykException when it must not go on
     */
    void requireResumable(MailRequest request) {
        if (request.pausedFrom() != RequestState.SENDING) {
            return;
        }
        if (foundUnsuitable(request)) {
            throw new PeykException(ErrorCode.NOT_APPROVED, UNSUITABLE, null);
        }
        if (!digest(request).equals(request.digest())) {
            throw new PeykException(ErrorCode.DIGEST_MISMATCH, null);
        }
        try {
            Optional<Refusal> refusal = stored(request).or(() -> files(request));
            if (refusal.isPresent()) {
                throw new PeykException(ErrorCode.DIGEST_MISMATCH, null);
            }
            if (!directory.active(request.requester().person(), clock.instant())) {
                throw new PeykException(ErrorCode.NOT_APPROVED, REQUESTER_LEFT, null);
            }
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }

    @Override
    public Optional<Refusal> recheck(MailRequest request) throws PluginException {
        Optional<Refusal> changed = stored(request).or(() -> files(request));
        if (changed.isPresent()) {
            return changed;
        }
        Optional<Refusal> gone = people(request);
        Optional<Refusal> left = gone.isPresent() ? gone : permission(request);
        return left.isPresent() ? left : drift(request);
    }

    /** People come and go between approval and sending; beyond a bound it is no longer the audience that was approved. */
    private Optional<Refusal> drift(MailRequest request) throws PluginException {
        long now;
        try {
            now = desk.audienceNow(request.form());
        } catch (PeykException e) {
            if (e.getCause() instanceof PluginException cause) {
                throw cause;
            }
            throw e;
        }
        long approved = request.audienceSize();
        return rules.drifted(approved, now)
                ? refusal(
                        AUDIENCE_DRIFT,
                        LocalizedText.of(
                                "Hedef kitle onaydan sonra çok değişti: onaylanan " + approved + " kişi, şimdi " + now
                                        + " kişi. Listeyi denetleyip yeniden sunun.",
                                "The audience changed much after approval: " + approved
                                        + " people were approved, it holds " + now
                                        + " now. Check the list and submit it again."))
                : Optional.empty();
    }

    private static boolean foundUnsuitable(MailRequest request) {
        PermissionReview review = request.review();
        return review != null && Boolean.FALSE.equals(review.suitable());
    }

    private Optional<Refusal> permission(MailRequest request) {
        if (foundUnsuitable(request)) {
            return refusal("PERMISSION_UNSUITABLE", UNSUITABLE);
        }
        return permission.holds(request)
                ? Optional.empty()
                : refusal(
                        "PERMISSION_GONE",
                        LocalizedText.of(
                                "Talebin dayandığı izin bugün geçerli değil; talebi yeniden sunun, gereken onaylar istenecek.",
                                "The permission this request rests on does not hold any more; submit it again, and the approvals it needs"
                                        + " will be asked for."));
    }

    private Optional<Refusal> stored(MailRequest request) {
        if (!store.look(c -> rows.find(c, request.id())).filter(request::equals).isPresent()) {
            // what is remembered of a request says nothing of the row that will be sent from
            return refusal(
                    "HISTORY",
                    LocalizedText.of(
                            "Kayıtlı talep, karar verilen talep değil.",
                            "The stored request is not the one that was decided on."));
        }
        List<Evolution.Happened> history = store.read(c -> rows.history(c, request.id())).stream()
                .map(rows::happened)
                .toList();
        if (history.isEmpty() || !Evolution.replay(request.id(), history).equals(request)) {
            return refusal(
                    "HISTORY",
                    LocalizedText.of(
                            "Kayıtlı talep kendi geçmişiyle uyuşmuyor.",
                            "The stored request does not fit its own history."));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> files(MailRequest request) {
        for (Attachment a : request.form().content().attachments()) {
            if (!intact(a)) {
                return refusal(
                        "FILE",
                        LocalizedText.of("Bir ek onaylanan dosya değil.", "A file is not the one that was approved."));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> people(MailRequest request) throws DirectoryException {
        Instant now = clock.instant();
        if (!directory.active(request.requester().person(), now)) {
            return refusal("REQUESTER_LEFT", REQUESTER_LEFT);
        }
        for (Approval a : request.approvals()) {
            if (!standings.holds(request, a, now)) {
                return refusal(
                        "APPROVER_LEFT",
                        LocalizedText.of(
                                "Onay verenlerden biri artık görevde ya da yetkili değil; onay yenilenmeli.",
                                "One of those who approved is no longer in office or has lost the role; approval must be renewed."));
            }
        }
        return Optional.empty();
    }

    /** A store that cannot be read for a moment says nothing about the file: then this is asked again. */
    private static boolean intact(Attachment a) {
        try {
            return Sha256.hex(a.bytes()).equals(a.sha256());
        } catch (EOFException e) {
            return false;
        } catch (IOException e) {
            throw new StoreException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }

    private static Optional<Refusal> refusal(String remark, LocalizedText note) {
        return Optional.of(new Refusal(remark, note.tr() + " / " + note.en()));
    }
}
