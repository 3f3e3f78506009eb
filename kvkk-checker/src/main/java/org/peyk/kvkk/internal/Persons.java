package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;

/** Finds of whom something is said: the person named in the same sentence, before it or else behind it, or in the same row of a table. */
final class Persons {

    private static final int BEFORE = 200;
    private static final int BEHIND = 100;
    private static final int SELECTION_REACH = 400;
    private static final int MOST_OTHERS = 20;
    private static final int LONGEST_MARK = 2;
    private static final int LONGEST_BRACKET = 40;
    private static final int ENUMERATION = 8;
    private static final String AGENT = "tarafindan";

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
        Map<Hit, NumberCandidate> candidates = new IdentityHashMap<>();
        in.numberCandidates().forEach(c -> candidates.put(c.hit(), c));
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements) {
            if (!seen.add(statement.hit().type() + "@" + statement.hit().foldedStart())) {
                continue;
            }
            Hit person = personOf(in, statement, persons, starts);
            if (person != null && statement.believedOf(person.ordinary())) {
                boolean retold = statement.retold() && person.type() == PersonalDataType.PERSON_NAME;
                if (retold || halfHidden(person) || publicByOffice(statement, person)) {
                    statement.hit().doubt();
                }
                statement.hit().saidOf(person.value());
                in.hits().add(statement.hit());
                NumberCandidate candidate = candidates.get(person);
                if (candidate != null) {
                    candidate.markCertain();
                }
                // a mark is of one person, what words say may be of several
                if (Chars.isLetter(in.folded().at(statement.hit().foldedStart()))
                        && statement.hit().foldedEnd() - statement.hit().foldedStart() > LONGEST_MARK) {
                    others(in, statement.hit(), starts.firstAtLeast(person.foldedStart()), persons);
                }
            }
        }
    }

    /** It is said of all persons who are named in one go: before what is said of the last, or behind a colon. */
    private static void others(ScannedText in, Hit said, int person, List<Hit> persons) {
        int index = person;
        int step = persons.get(person).foldedStart() < said.foldedStart() ? -1 : 1;
        for (int n = 0; n < MOST_OTHERS; n++) {
            int next = index + step;
            if (next < 0 || next >= persons.size()) {
                return;
            }
            Hit first = persons.get(Math.min(index, next));
            Hit second = persons.get(Math.max(index, next));
            if (!enumerated(in, first.foldedEnd(), second.foldedStart())) {
                return;
            }
            // a number beside a name is the same person's, and not one more
            if (persons.get(next).type() == persons.get(person).type()) {
                in.hits().add(said.copyFor(persons.get(next).value()));
            }
            index = next;
        }
    }

    /** Whether two names follow each other in a list: a comma, a word for and, or the next item; a department in brackets may stand between. */
    private static boolean enumerated(ScannedText in, int from, int to) {
        Folded text = in.folded();
        int at = from;
        if (text.at(at) == ' ' && text.at(at + 1) == '(') {
            int close = at + 2;
            while (close - at < LONGEST_BRACKET && text.at(close) != ')' && close < to) {
                in.work().step();
                close++;
            }
            at = close + 1;
        }
        if (to - at > ENUMERATION || to <= at) {
            return false;
        }
        String between = text.text(at, to).strip();
        return between.isEmpty()
                ? text.hasLineBreak(at, to)
                : between.equals(",")
                        || between.equals(";")
                        || between.equals("ve")
                        || between.equals("ile")
                        || between.equals("and")
                        || between.equals("-")
                        || between.equals(", ve");
    }

    /**
     * Says which persons without an office a text names for a prize, a selection or a task. A long text is about more than that, so the words must
     * stand near.
     */
    static void singleOut(ScannedText in) {
        Triggers t = in.triggers();
        if ((t.cueMask & Cue.SELECTION.bit()) == 0) {
            return;
        }
        IntList at = new IntList();
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            if (t.cue(i) == Cue.SELECTION) {
                at.add(t.cueStart.get(i));
            }
        }
        for (Hit hit : in.hits()) {
            if (hit.type() == PersonalDataType.PERSON_NAME) {
                int behind = at.firstAtLeast(hit.foldedStart());
                boolean near = (behind > 0 && hit.foldedStart() - at.get(behind - 1) <= SELECTION_REACH)
                        || (behind < at.size() && at.get(behind) - hit.foldedEnd() <= SELECTION_REACH);
                if (near) {
                    hit.markSingledOut();
                }
            }
        }
    }

    /** Who is named by a first name and an initial is known to few; whether to these few it is too much is for a person to say. */
    private static boolean halfHidden(Hit person) {
        return person.abbreviated();
    }

    /** The party of one who holds an office is known by the office. */
    private static boolean publicByOffice(Statement statement, Hit person) {
        return person.ordinary() && statement.hit().type() == PersonalDataType.POLITICAL;
    }

    /** Whether initials alone, as courts and newspapers write them, stand between: it is said of whom they hide. */
    private static boolean initialsBetween(ScannedText in, int from, int to) {
        Triggers t = in.triggers();
        for (int i = t.wordStart.firstAtLeast(from); i + 1 < t.words() && t.wordStart.get(i + 1) < to; i++) {
            in.work().step();
            boolean two = NameWords.isInitial(in, i) && NameWords.isInitial(in, i + 1);
            if (two && in.folded().at(t.wordEnd.get(i)) == '.' && t.wordStart.get(i + 1) - t.wordEnd.get(i) <= 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person is the one who does it: what "tarafindan" follows is done to somebody else. */
    private static boolean isAgent(ScannedText in, Hit person) {
        Folded text = in.folded();
        int end = person.foldedEnd();
        int stop = text.skipLetters(end + 1, AGENT.length());
        return text.at(end) == ' ' && text.text(end + 1, stop).equals(AGENT);
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
                if (initialsBetween(in, before.foldedEnd(), start)) {
                    return null;
                }
                if (!isAgent(in, before)) {
                    return before;
                }
            }
        }
        if (behind < persons.size()) {
            Hit after = persons.get(behind);
            int distance = after.foldedStart() - end;
            in.work().steps(Math.max(0, Math.min(distance, BEHIND)));
            if (distance <= BEHIND && !Sentences.endsIn(in.folded(), end, after.foldedStart())) {
                return initialsBetween(in, end, after.foldedStart()) || isAgent(in, after) ? null : after;
            }
        }
        return null;
    }
}
