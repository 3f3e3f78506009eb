package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.List;
import org.peyk.kvkk.PersonalDataType;

/** What was found in the cells of one row of a table, which is linked when the row ends. Used again for the next row. */
final class RowFindings {

    private final Holding<Hit> hits;
    private final Holding<NumberCandidate> numbers;
    private final List<NameCandidate> names = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private String surname = "";

    RowFindings(Holding<Hit> hits, Holding<NumberCandidate> numbers) {
        this.hits = hits;
        this.numbers = numbers;
    }

    /** Takes what was found in a cell. */
    void add(ScannedText cell) {
        hits.addAll(cell.hits());
        numbers.addAll(cell.numberCandidates());
        names.addAll(cell.nameCandidates());
    }

    /** Notes the surname that stands in a cell of its own. */
    void surname(String value) {
        surname = value;
    }

    List<Statement> statements() {
        return statements;
    }

    /** Links what belongs together and hands it over. */
    void moveTo(Holding<Hit> found, Holding<NumberCandidate> candidates) {
        List<Hit> all = hits.items();
        if (!surname.isEmpty()) {
            all.stream().filter(RowFindings::isFirstNameAlone).forEach(h -> h.addSurname(surname));
        }
        Neighbours.linkRow(all, numbers.items(), names);
        Persons.linkRow(all, numbers.items(), statements);
        found.addAll(all);
        candidates.addAll(numbers.items());
        hits.clear();
        numbers.clear();
        names.clear();
        statements.clear();
        surname = "";
    }

    private static boolean isFirstNameAlone(Hit hit) {
        return hit.type() == PersonalDataType.PERSON_NAME && hit.value().indexOf(' ') < 0;
    }
}
