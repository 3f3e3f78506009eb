package org.peyk.internal.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;

/** Groups of people in memory; the cursor is the number of people read. */
final class ListSource implements RecipientSource {

    private final Map<String, List<Recipient>> groups = new HashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable String failingCursor;
    private volatile UnaryOperator<RecipientPage> twist = UnaryOperator.identity();

    ListSource with(String group, List<Recipient> people) {
        groups.put(group, List.copyOf(people));
        return this;
    }

    /** Fails a number of times at the page that begins at a cursor. */
    void failAt(@Nullable String cursor, int times) {
        failures.set(times);
        failingCursor = cursor;
    }

    void twisting(UnaryOperator<RecipientPage> value) {
        twist = value;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<AudienceGroup> groups() {
        return groups.keySet().stream()
                .map(g -> new AudienceGroup(g, LocalizedText.of(g, g)))
                .toList();
    }

    @Override
    public long count(Selection selection) {
        return groups.getOrDefault(selection.group(), List.of()).size();
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit) throws RecipientSourceException {
        if (after != null && after.equals(failingCursor) && failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new RecipientSourceException(
                    "LIST-AWAY", LocalizedText.of("Kaynak yok.", "The source is away."), null);
        }
        List<Recipient> all = groups.get(selection.group());
        if (all == null) {
            throw new RecipientSourceException("LIST-GROUP", LocalizedText.of("Grup yok.", "No such group."), null);
        }
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + limit);
        return twist.apply(
                new RecipientPage(all.subList(from, to), List.of(), to == all.size() ? null : Integer.toString(to)));
    }
}
