package org.peyk.internal.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.plugin.CorrectionAudience;
import org.peyk.internal.store.ReceivedRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;

/** Those who got a request, or may have got it, as recipients of its correction. Not for the choice of a form. */
public final class LedgerSource implements RecipientSource {

    private final Store store;

    public LedgerSource(Store store) {
        this.store = store;
    }

    @Override
    public String name() {
        return CorrectionAudience.LEDGER;
    }

    @Override
    public List<AudienceGroup> groups() {
        return List.of();
    }

    @Override
    public long count(Selection selection) throws RecipientSourceException {
        RequestId request = request(selection);
        return store.read(c -> ReceivedRows.count(c, request));
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit) throws RecipientSourceException {
        RequestId request = request(selection);
        long from = after == null ? 0 : Long.parseLong(after);
        ReceivedRows.Page page = store.read(c -> ReceivedRows.page(c, request, from, limit));
        return new RecipientPage(page.recipients(), List.of(), page.last() == null ? null : Long.toString(page.last()));
    }

    private static RequestId request(Selection selection) throws RecipientSourceException {
        String id = selection.filter().get(CorrectionAudience.REQUEST);
        if (id == null || !selection.group().equals(CorrectionAudience.RECEIVED)) {
            throw new RecipientSourceException(
                    "LEDGER-GROUP",
                    LocalizedText.of("Gönderim defterinde böyle bir grup yok.", "The ledger has no such group."),
                    null);
        }
        return new RequestId(id);
    }
}
