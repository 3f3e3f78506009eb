package org.peyk;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.audit.AuditExport;
import org.peyk.internal.audit.AuditVerifier;
import org.peyk.internal.listener.EventFeed;
import org.peyk.internal.store.AnchorRows;
import org.peyk.internal.store.Store;
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

    Audit(Store store, AnchorSealer sealer) {
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
}
