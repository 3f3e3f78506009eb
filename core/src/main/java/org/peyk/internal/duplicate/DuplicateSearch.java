package org.peyk.internal.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Duplicate;
import org.peyk.DuplicateRule;
import org.peyk.MailRequest;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.SimilarRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.Content;
import org.peyk.spi.RequestId;

/**
 * Looks for requests that say what another one says. What a submitted request says is written down, as numbers alone, in the transaction
 * that submits it; only few requests that share some of these numbers are read and compared word by word.
 */
public final class DuplicateSearch implements CommitHook, DuplicateFinder {

    /** So many requests, those with most in common first, are compared word by word. */
    private static final int CANDIDATES = 50;

    private final Store store;
    private final DuplicateRule rule;

    public DuplicateSearch(Store store, DuplicateRule rule) {
        this.store = store;
        this.rule = rule;
    }

    DuplicateRule rule() {
        return rule;
    }

    /** Drafts are nobody's but their writer's, so that a text is written down when it is handed in. */
    @Override
    public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events) {
        if (rule.on() && events.stream().anyMatch(e -> e instanceof Event.Submitted)) {
            // a draft that was only written and revised was never handed in, and has nothing to replace
            boolean first = before == null || before.version() == before.revision();
            SimilarRows.put(
                    change, after.id(), bands(Wording.of(after.form().content().versions())), after.updatedAt(), first);
        } else if (events.stream().anyMatch(DuplicateSearch::inVain)) {
            SimilarRows.forget(change, after.id());
        }
    }

    /** What ends a request for good without its mail: nobody asks for the same as something that does not go out. */
    private static boolean inVain(Event e) {
        return e instanceof Event.Rejected || e instanceof Event.Cancelled || e instanceof Event.Expired;
    }

    private static Set<Long> bands(List<Wording> wordings) {
        Set<Long> bands = new HashSet<>();
        wordings.forEach(w -> bands.addAll(w.bands()));
        return bands;
    }

    @Override
    public List<Duplicate> find(RequestId id, Content content, Instant now) {
        List<Wording> own = rule.on() ? Wording.of(content.versions()) : List.of();
        if (own.isEmpty()) {
            return List.of();
        }
        Instant since = now.minus(rule.window());
        List<SimilarRows.Candidate> candidates =
                store.read(c -> SimilarRows.find(c, store.json(), bands(own), since, id, CANDIDATES));
        List<Duplicate> found = new ArrayList<>();
        for (SimilarRows.Candidate candidate : candidates) {
            MailRequest r = candidate.request();
            double similarity = similarity(own, Wording.of(r.form().content().versions()));
            if (similarity >= rule.flagFrom()) {
                found.add(new Duplicate(r.id(), similarity, r.requester().unit(), r.state(), candidate.submittedAt()));
            }
        }
        found.sort(Comparator.comparingDouble(Duplicate::similarity)
                .reversed()
                .thenComparing(Duplicate::submittedAt)
                .thenComparing(d -> d.request().value()));
        return List.copyOf(found);
    }

    private static double similarity(List<Wording> own, List<Wording> others) {
        return own.stream()
                .flatMapToDouble(w -> others.stream().mapToDouble(w::similarity))
                .max()
                .orElse(0);
    }

    /** Whether a text is long enough that being much alike asks for a reason. */
    static boolean enough(Content content) {
        return Wording.of(content.versions()).stream().anyMatch(Wording::enough);
    }
}
