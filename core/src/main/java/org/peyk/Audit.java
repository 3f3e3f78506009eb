package org.peyk;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.audit.AuditExport;
import org.peyk.internal.audit.AuditVerifier;
import org.peyk.internal.listener.EventFeed;
import org.peyk.internal.store.AnchorRows;
import org.peyk.internal.store.Store;
import org.peyk.report.Dossier;
import org.peyk.report.HtmlDossier;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.ProcessEvent;

/**
 * The audit trail: who did what, when, and whether it still stands as it was written.
 *
 * <p>The events of a request are hashed one upon the other, and the events of all requests are sealed into one chain of anchors shortly after
 * their commit. Thread-safe; every method reads or writes the store and may throw {@link StoreException}.
 */
public final class Audit {

    /** What a chain in one database cannot prove, to be said wherever its verification is shown. */
    public static final LocalizedText LIMITS = LocalizedText.of(
            "Aynı veri tabanındaki bir zincir, tek bir satırın değiştirildiğini, silindiğini, eklendiğini ya da yerinin"
                    + " değiştirildiğini gösterir. Veri tabanına tam yetkili birinin zinciri baştan sona yeniden hesaplamasını"
                    + " ya da sonunu bütün izleriyle birlikte silmesini kendi başına gösteremez; bunu yalnızca dışarıda"
                    + " saklanan bir mühürle (anchor) karşılaştırmak gösterir. Yazılan olayın gerçekte de öyle olduğunu ise"
                    + " hiçbir zincir kanıtlamaz.",
            "A chain in one database shows that a single row was changed, removed, put in or moved. By itself it cannot show"
                    + " that somebody with full rights computed the whole chain anew, or cut off its end with every trace of it;"
                    + " only a comparison with an anchor that was kept outside shows that. And no chain proves that what was"
                    + " written is what really happened.");

    private final Store store;
    private final AnchorSealer sealer;
    private final AuditVerifier verifier;
    private final AuditExport export;
    private final EventFeed feed;
    private final DossierDesk dossiers;
    private final ZoneId zone;

    Audit(Store store, AnchorSealer sealer, DossierDesk dossiers, ZoneId zone) {
        this.dossiers = dossiers;
        this.zone = zone;
        this.store = store;
        this.sealer = sealer;
        this.verifier = new AuditVerifier(store);
        this.export = new AuditExport(store);
        this.feed = new EventFeed(store);
    }

    /**
     * Seals what was committed before the call. Done by the library itself soon after every commit; calling it does no harm.
     *
     * @return how many events this call sealed
     */
    public long seal() {
        return sealer.seal();
    }

    /**
     * Recomputes the whole trail. Reads the whole store and takes accordingly long; work may go on meanwhile.
     *
     * @return what is not as it was written, at most {@value AuditVerifier#MOST_PROBLEMS} problems; empty when everything is. See
     *     {@link #LIMITS} for what that proves
     */
    public List<AuditProblem> verify() {
        return verifier.verify(null);
    }

    /**
     * Recomputes the whole trail and compares its end with an anchor that was kept outside.
     *
     * @param outside what {@link #anchor()} gave at some earlier moment
     * @return as {@link #verify()}, with a cut or rewritten chain found too
     */
    public List<AuditProblem> verify(AuditAnchor outside) {
        return verifier.verify(outside);
    }

    /**
     * Recomputes the part of the trail that one request has: its events one upon the other, each against its anchor, and the stored request
     * against what they add up to. The chain of anchors itself is not walked; {@link #verify()} does that.
     *
     * @param id the request
     * @return what is not as it was written; empty when everything is
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is neither a request nor an event of it
     */
    public List<AuditProblem> verify(RequestId id) {
        if (!known(id)) {
            throw new PeykException(ErrorCode.NOT_FOUND, null);
        }
        return verifier.verifyRequest(id);
    }

    private boolean known(RequestId id) {
        return store.read(c -> AnchorRows.head(c, id.value(), false).isPresent()
                || !AnchorRows.ofRequest(c, id.value()).isEmpty());
    }

    /**
     * Everything that is known of one request: who approved what, when, and on which text. Made from its events alone, and verified.
     *
     * @param id the request
     * @return the dossier
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     * @throws StoreException when an event was changed so that it cannot be read at all; {@link #verify(RequestId)} says where
     */
    public Dossier dossier(RequestId id) {
        if (!known(id)) {
            throw new PeykException(ErrorCode.NOT_FOUND, null);
        }
        AuditAnchor end = anchor();
        return dossiers.dossier(id, verifier.verifyRequest(id), end);
    }

    /**
     * The dossier as one HTML page, to be kept, printed or handed over: without scripts and without anything from elsewhere. Times are in the
     * process's zone.
     *
     * @param id the request
     * @param locale the reader's language; Turkish gets the Turkish page, everything else the English one
     * @return a complete HTML document, to be stored as UTF-8
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     * @throws StoreException when an event was changed so that it cannot be read at all; {@link #verify(RequestId)} says where
     */
    public String dossier(RequestId id, Locale locale) {
        return HtmlDossier.page(dossier(id), locale, zone);
    }

    /**
     * Seals and gives the end of the chain, to be kept outside of the database.
     *
     * @return the anchor of everything that was committed before the call
     */
    public AuditAnchor anchor() {
        sealer.seal();
        return sealer.head();
    }

    /**
     * What happened to one request.
     *
     * @param id the request
     * @return its events in order, at least those that were committed before the call
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public List<ProcessEvent> history(RequestId id) {
        if (store.read(c -> AnchorRows.head(c, id.value(), false)).isEmpty()) {
            throw new PeykException(ErrorCode.NOT_FOUND, null);
        }
        sealer.seal();
        return feed.history(id);
    }

    /**
     * Seals and writes the trail as JSON Lines (UTF-8 is up to the writer): one event a line with everything that was hashed, in the order of
     * the chain. Holds the texts of requests and the keys of persons, so it needs the same care as the store.
     *
     * @param to where to; not closed
     * @return how many events were written
     * @throws IOException when the writer fails
     */
    public long exportJsonLines(Writer to) throws IOException {
        sealer.seal();
        return export.write(to);
    }

    /**
     * Seals and writes the trail of one request as JSON Lines, in the form of {@link #exportJsonLines(Writer)}.
     *
     * @param id the request
     * @param to where to; not closed
     * @return how many events were written
     * @throws IOException when the writer fails
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public long exportJsonLines(RequestId id, Writer to) throws IOException {
        if (!known(id)) {
            throw new PeykException(ErrorCode.NOT_FOUND, null);
        }
        sealer.seal();
        return export.write(id, to);
    }

    /**
     * Seals and writes the chain of anchors as JSON Lines: for each event its request, number and hash and its place in the chain, and
     * nothing of what it says. Kept outside, it shows later which events there were; it names neither persons nor texts.
     *
     * @param to where to; not closed
     * @return how many anchors were written
     * @throws IOException when the writer fails
     */
    public long exportAnchors(Writer to) throws IOException {
        sealer.seal();
        return export.anchors(to);
    }
}
