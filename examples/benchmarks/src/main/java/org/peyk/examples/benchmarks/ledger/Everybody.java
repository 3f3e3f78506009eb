package org.peyk.examples.benchmarks.ledger;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.benchmarks.smtp.Letter;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;

/** A list of so many people that costs nothing to read. */
final class Everybody implements RecipientSource {
    static final String GROUP = "everybody";
    static final Selection ALL = Selection.of("list", GROUP);

    private final int people;

    Everybody(int people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<AudienceGroup> groups() {
        return List.of(new AudienceGroup(GROUP, LocalizedText.of("Herkes", "Everybody")));
    }

    @Override
    public long count(Selection selection) {
        return people;
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(people, from + limit);
        List<Recipient> page = IntStream.range(from, to)
                .mapToObj(i -> Recipient.ofMail(PersonId.of("S-" + i), Letter.recipient(i)))
                .toList();
        return new RecipientPage(page, List.of(), to < people ? String.valueOf(to) : null);
    }
}
