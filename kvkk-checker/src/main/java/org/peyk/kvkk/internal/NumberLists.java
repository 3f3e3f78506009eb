package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peyk.kvkk.PersonalDataType;

/** Takes numbers of one shape for student numbers that stand in a list beside names, or that open their lines where students are spoken of. */
final class NumberLists {

    private final List<Hit> found;
    private final int listFrom;

    /** Adds what it takes to what was found. */
    NumberLists(List<Hit> found, int listFrom) {
        this.found = found;
        this.listFrom = listFrom;
    }

    void takeFrom(List<NumberCandidate> candidates, boolean studentsMentioned) {
        Map<String, List<NumberCandidate>> byShape = new HashMap<>();
        for (NumberCandidate candidate : candidates) {
            byShape.computeIfAbsent(candidate.shape(), s -> new ArrayList<>()).add(candidate);
        }
        Set<String> labelledShapes = new HashSet<>();
        for (Hit hit : found) {
            if (hit.type() == PersonalDataType.STUDENT_NO) {
                labelledShapes.add(NumberCandidate.shapeOf(hit.value()));
            }
        }
        byShape.forEach((shape, list) -> {
            takeList(list.stream().filter(NumberCandidate::besideName).toList());
            list.stream().filter(NumberCandidate::certain).forEach(this::take);
            boolean labelled = labelledShapes.contains(shape);
            if (labelled) {
                list.stream().filter(NumberCandidate::series).forEach(this::take);
            }
            if (studentsMentioned) {
                takeList(list.stream()
                        .filter(c -> (c.opensLine() || c.series()) && (c.yearLike() || labelled))
                        .toList());
            }
        });
    }

    private void takeList(List<NumberCandidate> list) {
        if (distinct(list) >= listFrom) {
            list.forEach(this::take);
        }
    }

    private static long distinct(List<NumberCandidate> list) {
        return list.stream().map(c -> c.hit().value()).distinct().count();
    }

    private void take(NumberCandidate candidate) {
        if (!candidate.markTaken()) {
            return;
        }
        found.add(candidate.hit());
        if (candidate.besideName()) {
            candidate.hit().markBesideName();
        }
        NameCandidate companion = candidate.companion();
        if (companion != null) {
            Neighbours.confirm(found, companion);
        }
    }
}
