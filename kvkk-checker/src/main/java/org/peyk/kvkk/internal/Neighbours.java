package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.PersonalDataType;

/** Says which numbers stand beside a person's name: close by in running text, or in the same row of a table. */
final class Neighbours {

    private static final int REACH = 120;
    private static final int OWNER_REACH = 150;
    private static final int NUMBERED = 20;
    private static final int NUMBER_REACH = 3;

    private Neighbours() {}

    /** Links what was found in one running text, and takes over the names that only a number beside them makes names. */
    static void linkText(ScannedText in) {
        List<Hit> hits = in.hits();
        List<Hit> names = new ArrayList<>();
        List<Hit> numbers = new ArrayList<>();
        for (Hit hit : hits) {
            (hit.type() == PersonalDataType.PERSON_NAME ? names : numbers).add(hit);
        }
        if (numbers.isEmpty() && in.numberCandidates().isEmpty()) {
            return;
        }
        IntList nameStarts = starts(names);
        List<NameCandidate> candidates = in.nameCandidates();
        IntList candidateStarts = candidateStarts(candidates);
        for (Hit number : numbers) {
            int name = nearest(in, number, names, nameStarts, false);
            markOwner(in, number, name < 0 ? null : names.get(name));
            boolean sameLine = nearest(in, number, names, nameStarts, true) >= 0;
            boolean personal = !Kinds.WEAK.contains(number.type())
                    && !number.ordinary()
                    && !number.holds(Circumstance.INSTITUTIONAL);
            int candidate = sameLine || !personal ? -1 : nearestCandidate(in, number, candidates, candidateStarts);
            if (candidate >= 0) {
                confirm(hits, candidates.get(candidate));
            }
            if (name >= 0 || candidate >= 0) {
                number.markBesideName();
            }
        }
        for (NumberCandidate number : in.numberCandidates()) {
            if (nearest(in, number.hit(), names, nameStarts, true) >= 0) {
                number.putBeside(null);
                int start = number.hit().foldedStart();
                if (number.yearLike() && in.folded().at(start - 1) == '(' && behindName(names, nameStarts, start)) {
                    number.markCertain();
                }
                int beside = nearest(in, number.hit(), names, nameStarts, true);
                if (number.yearLike()
                        && !names.get(beside).ordinary()
                        && in.labels().distanceBack(Cue.NUMBER, start, NUMBER_REACH) >= 0) {
                    number.markCertain();
                }
                if (numbersPerson(in.folded(), number.hit().foldedEnd(), names, nameStarts)) {
                    number.markCertain();
                }
            } else {
                int candidate = nearestCandidate(in, number.hit(), candidates, candidateStarts);
                if (candidate >= 0) {
                    number.putBeside(candidates.get(candidate));
                }
            }
        }
    }

    /** Links what was found in the cells of one row. */
    static void linkRow(List<Hit> hits, List<NumberCandidate> numbers, List<NameCandidate> candidates) {
        boolean named = hits.stream().anyMatch(h -> h.type() == PersonalDataType.PERSON_NAME);
        boolean sureNumber = hits.stream().anyMatch(h -> !Kinds.WEAK.contains(h.type()) && !h.ordinary());
        NameCandidate candidate = named || candidates.isEmpty() ? null : candidates.get(0);
        if (candidate != null && sureNumber) {
            confirm(hits, candidate);
            named = true;
        }
        if (named) {
            hits.stream().filter(h -> h.type() != PersonalDataType.PERSON_NAME).forEach(Hit::markBesideName);
        }
        if (named || candidate != null) {
            NameCandidate companion = candidate;
            numbers.forEach(n -> n.putBeside(companion));
        }
    }

    static void confirm(List<Hit> hits, NameCandidate candidate) {
        if (!candidate.confirmed()) {
            candidate.confirm();
            hits.add(candidate.hit());
        }
    }

    /** An account belongs to an institution that is named before it, unless a person is named nearer. */
    private static void markOwner(ScannedText in, Hit number, @Nullable Hit name) {
        if (number.type() != PersonalDataType.IBAN) {
            return;
        }
        int institution = in.labels().distanceBack(Cue.INSTITUTION, number.foldedStart(), OWNER_REACH);
        boolean personNearer = name != null
                && name.foldedEnd() <= number.foldedStart()
                && number.foldedStart() - name.foldedEnd() < institution;
        if (institution >= 0 && !personNearer) {
            number.markInstitutional();
        }
    }

    /** "191213045 no'lu Ayşe Yılmaz": the number is said to be the person's. */
    private static boolean numbersPerson(Folded text, int end, List<Hit> names, IntList starts) {
        int next = starts.firstAtLeast(end);
        if (next >= names.size() || names.get(next).foldedStart() - end > NUMBERED) {
            return false;
        }
        String between = text.text(end, names.get(next).foldedStart()).strip();
        return between.equals("nolu")
                || between.equals("no'lu")
                || between.equals("no lu")
                || between.equals("numarali")
                || between.equals("no'lu ogrenci")
                || between.equals("nolu ogrenci")
                || between.equals("numarali ogrenci");
    }

    /** Whether a name ends right before a bracket that opens at {@code start - 1}. */
    private static boolean behindName(List<Hit> names, IntList starts, int start) {
        int before = starts.firstAtLeast(start) - 1;
        return before >= 0 && start - names.get(before).foldedEnd() <= 2;
    }

    private static IntList starts(List<Hit> hits) {
        IntList starts = new IntList();
        hits.forEach(h -> starts.add(h.foldedStart()));
        return starts;
    }

    private static IntList candidateStarts(List<NameCandidate> candidates) {
        IntList starts = new IntList();
        candidates.forEach(c -> starts.add(c.hit().foldedStart()));
        return starts;
    }

    private static int nearestCandidate(ScannedText in, Hit number, List<NameCandidate> candidates, IntList starts) {
        int after = starts.firstAtLeast(number.foldedStart());
        for (int i : new int[] {after - 1, after}) {
            if (i >= 0
                    && i < candidates.size()
                    && near(in, number, candidates.get(i).hit(), true)) {
                return i;
            }
        }
        return -1;
    }

    private static int nearest(ScannedText in, Hit number, List<Hit> names, IntList starts, boolean sameLine) {
        int after = starts.firstAtLeast(number.foldedStart());
        for (int i : new int[] {after - 1, after}) {
            if (i >= 0 && i < names.size() && near(in, number, names.get(i), sameLine)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean near(ScannedText in, Hit a, Hit b, boolean sameLine) {
        int from = Math.min(a.foldedEnd(), b.foldedEnd());
        int to = Math.max(a.foldedStart(), b.foldedStart());
        if (to - from > REACH) {
            return false;
        }
        in.work().steps(Math.max(0, to - from));
        return sameLine ? !in.folded().hasLineBreak(from, to) : !in.folded().hasBlankLine(from, to);
    }
}
