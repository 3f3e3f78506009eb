package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** One text on its way through the detectors: folded, with what the pass noticed, and with what was found so far. Used again. */
final class ScannedText {

    private final Work work = new Work();
    private final Ruleset rules;
    private final Pass pass;
    private final Folded folded = new Folded();
    private final Triggers triggers = new Triggers();
    private final Labels labels;
    private final NumberWindow window;
    private final EmailDetector addresses = new EmailDetector();
    private final List<Hit> hits = new ArrayList<>();
    private final List<NumberCandidate> numberCandidates = new ArrayList<>();
    private final List<NameCandidate> nameCandidates = new ArrayList<>();
    private int segment;
    private Surroundings surroundings = Surroundings.NONE;

    ScannedText(Ruleset rules, Cues cues) {
        this.rules = rules;
        this.pass = new Pass(cues);
        this.labels = new Labels(folded, triggers, work);
        this.window = new NumberWindow(folded, triggers, work);
    }

    /** Takes the next text, or the piece of it that starts at {@code from}, and makes the pass over it. */
    void open(CharSequence text, int from, int number, Surroundings in) {
        this.segment = number;
        hits.clear();
        numberCandidates.clear();
        nameCandidates.clear();
        folded.set(text, from);
        pass.run(folded, triggers);
        surroundings = in;
        labels.surroundings(in);
    }

    /** Forgets everything, and says whether it may be used for another scan. */
    boolean forget() {
        hits.clear();
        numberCandidates.clear();
        nameCandidates.clear();
        work.clear();
        return folded.forget() && triggers.small();
    }

    Hit add(PersonalDataType type, Certainty certainty, String value, int from, int to) {
        Hit hit = new Hit(type, certainty, value, segment, folded, from, to);
        hits.add(hit);
        return hit;
    }

    /** The student number or candidate for one that was found last, or null. */
    @Nullable
    Hit lastNumber() {
        Hit candidate = numberCandidates.isEmpty()
                ? null
                : numberCandidates.get(numberCandidates.size() - 1).hit();
        Hit hit = hits.isEmpty() ? null : hits.get(hits.size() - 1);
        if (hit != null && hit.type() == PersonalDataType.STUDENT_NO) {
            return candidate == null || candidate.foldedStart() < hit.foldedStart() ? hit : candidate;
        }
        return candidate;
    }

    /** Finds the addresses first, and tells the other detectors where they are. */
    EmailDetector addresses() {
        return addresses;
    }

    Folded folded() {
        return folded;
    }

    Triggers triggers() {
        return triggers;
    }

    Labels labels() {
        return labels;
    }

    NumberWindow window() {
        return window;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Ruleset rules() {
        return rules;
    }

    Work work() {
        return work;
    }

    int segment() {
        return segment;
    }

    List<Hit> hits() {
        return hits;
    }

    List<NumberCandidate> numberCandidates() {
        return numberCandidates;
    }

    List<NameCandidate> nameCandidates() {
        return nameCandidates;
    }
}
