package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;

/** Finds of whom something is said: the person named in the same sentence, before it or else behind it, or in the same row of a table. */
final class Persons {

    private static final int BEFORE = 200;
    private static final int BEHIND = 100;

    private Persons() {}

    /** Links the statements of a running text and adds those that are said of somebody to its hits. */
    static void linkText(ScannedText in, List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        List<Hit> persons = personsIn(in.hits(), in.numberCandidates());
        persons.sort(Comparator.comparingInt(Hit::foldedStart));
        IntList starts = new IntList();
        persons.forEach(p -> starts.add(p.foldedStart()));
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements) {
            if (!seen.add(statement.hit().type() + "@" + statement.hit().foldedStart())) {
                continue;
            }
            Hit person = personOf(in, statement, persons, starts);
            if (person != null && statement.believedOf(person.ordinary())) {
                statement.hit().saidOf(person.value());
                in.hits().add(statement.hit());
            }
        }
    }

    /** Links the statements of a row of a table; nothing is a subject there but a person. */
    static void linkRow(List<Hit> hits, List<NumberCandidate> numbers, List<Statement> statements) {
        List<Hit> persons = statements.isEmpty() ? List.of() : personsIn(hits, numbers);
        if (!persons.isEmpty()) {
            String person = persons.get(0).value();
            for (Statement statement : statements) {
                if (statement.believedOf(persons.get(0).ordinary())) {
                    statement.hit().saidOf(person);
                    hits.add(statement.hit());
                }
            }
        }
    }

    private static List<Hit> personsIn(List<Hit> hits, List<NumberCandidate> numbers) {
        List<Hit> persons = new ArrayList<>();
        for (Hit hit : hits) {
            if (hit.type() == PersonalDataType.PERSON_NAME || Kinds.KEYS.contains(hit.type())) {
                persons.add(hit);
            }
        }
        numbers.stream().filter(NumberCandidate::yearLike).forEach(n -> persons.add(n.hit()));
        return persons;
    }

    private static @Nullable Hit personOf(ScannedText in, Statement statement, List<Hit> persons, IntList starts) {
        int start = statement.hit().foldedStart();
        int end = statement.hit().foldedEnd();
        int behind = starts.firstAtLeast(start);
        if (behind > 0) {
            Hit before = persons.get(behind - 1);
            int distance = start - before.foldedEnd();
            in.work().steps(Math.max(0, Math.min(distance, BEFORE)));
            if (distance <= BEFORE && !Sentences.endsIn(in.folded(), before.foldedEnd(), start)) {
                return before;
            }
        }
        if (behind < persons.size()) {
            Hit after = persons.get(behind);
            int distance = after.foldedStart() - end;
            in.work().steps(Math.max(0, Math.min(distance, BEHIND)));
            if (distance <= BEHIND && !Sentences.endsIn(in.folded(), end, after.foldedStart())) {
                return after;
            }
        }
        return null;
    }
}
