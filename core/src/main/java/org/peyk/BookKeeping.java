package org.peyk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peyk.Books.Kind;
import org.peyk.Books.Problem;
import org.peyk.internal.store.BookRows;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.LedgerRows;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.RequestLock;
import org.peyk.internal.store.Store;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;

/** Counts the ledger again and holds it against what was planned; each request in one reading, so that a sending under way shows one moment. */
final class BookKeeping {

    private final Store store;

    BookKeeping(Store store) {
        this.store = store;
    }

    Books of(MailRequest request) {
        return store.read(c -> of(c, request.id(), request.state()));
    }

    /** Requests with a ledger, in the order of their ids. */
    List<Books> page(String after, int limit) {
        List<Books> books = new ArrayList<>();
        for (BookRows.Begun b : store.read(c -> BookRows.begun(c, after, limit))) {
            books.add(store.read(c -> of(c, b.request(), b.state())));
        }
        return books;
    }

    private static Books of(Connection c, RequestId id, RequestState before) throws SQLException {
        // asked again in the same transaction as the rows
        RequestState state = RequestLock.look(c, id).orElse(before);
        ExpansionRows.Totals t = ExpansionRows.totals(c, id);
        LedgerCounts counts =
                new LedgerCounts(LedgerViews.counts(c, id), t.planned(), t.folded(), t.rejected(), t.excluded());
        List<Problem> problems = new ArrayList<>();
        Map<Channel, BookRows.Sum> sums = BookRows.sums(c, id);
        sums.forEach((channel, sum) -> {
            if (sum.planned() != sum.rows()) {
                problems.add(problem(
                        Kind.ROWS_MISSING,
                        channel + ": planlanan " + sum.planned() + ", kayıt " + sum.rows() + ".",
                        channel + ": planned " + sum.planned() + ", rows " + sum.rows() + "."));
            }
        });
        long left = counts.of(DeliveryState.SKIPPED)
                + counts.of(DeliveryState.SUPPRESSED)
                + counts.of(DeliveryState.CLOSED_IN_DOUBT);
        if (counts.excluded() > left) {
            problems.add(problem(
                    Kind.EXCLUDED_MISSING,
                    "Hariç tutulan " + counts.excluded() + ", bunu söyleyen kayıt " + left + ".",
                    "Left out " + counts.excluded() + ", rows that say so " + left + "."));
        }
        if (state.terminal() && LedgerRows.anyOpen(c, id)) {
            problems.add(problem(
                    Kind.OPEN_AFTER_END,
                    "Talep " + state.label().tr() + " durumunda, ama bekleyen kayıtları var.",
                    "The request is " + state.label().en() + ", but has open rows."));
        }
        if (state == RequestState.SENT && !t.recorded()) {
            problems.add(problem(
                    Kind.UNREAD_AUDIENCE,
                    "Talep gönderilmiş görünüyor, ama hedef kitlesi sonuna kadar okunmamış.",
                    "The request counts as sent, but its audience was not read to the end."));
        }
        return new Books(id, state, counts, problems);
    }

    private static Problem problem(Kind kind, String tr, String en) {
        return new Problem(kind, LocalizedText.of(tr, en));
    }
}
