package org.peyk.kvkk;

import java.util.Objects;
import java.util.Set;
import org.peyk.spi.check.Severity;

/**
 * One line of the table that turns what was found into what it asks for: how strong the identifier is, in what surroundings, how many of it, with
 * what else, and for how many readers. Of all lines that apply to a kind of value in a request, the strictest decides; a kind to which no line
 * applies stays silent.
 *
 * @param id a stable name of the line, shown as the rule that fired
 * @param type the kind of value
 * @param certainty how sure the scanner must be, exactly
 * @param circumstance what must hold of each counted value
 * @param atLeast how many distinct values the whole request must hold for the line to apply; at least 1. What is said of persons, such as a mark,
 *     counts once a person
 * @param alongside kinds of which the request must hold at least one other value for the line to apply; empty when that does not matter
 * @param audienceFrom how many recipients the request must have for the line to apply; 0 when that does not matter. An audience that is not
 *     resolved yet counts as large
 * @param severity what is asked for
 */
public record SeverityRule(
        String id,
        PersonalDataType type,
        Certainty certainty,
        Circumstance circumstance,
        int atLeast,
        Set<PersonalDataType> alongside,
        long audienceFrom,
        Severity severity) {

    /**
     * Checks the parts and copies the set.
     *
     * @throws IllegalArgumentException when the name is blank or a number too small
     */
    public SeverityRule {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(certainty, "certainty");
        Objects.requireNonNull(circumstance, "circumstance");
        Objects.requireNonNull(severity, "severity");
        alongside = Set.copyOf(alongside);
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast must be at least 1");
        }
        if (audienceFrom < 0) {
            throw new IllegalArgumentException("audienceFrom must not be negative");
        }
    }

    /**
     * A line for which neither other kinds of data nor the audience matter.
     *
     * @param id a stable name of the line
     * @param type the kind of value
     * @param certainty how sure the scanner must be
     * @param circumstance what must hold of each counted value
     * @param atLeast how many distinct values the whole request must hold; at least 1
     * @param severity what is asked for
     */
    public SeverityRule(
            String id,
            PersonalDataType type,
            Certainty certainty,
            Circumstance circumstance,
            int atLeast,
            Severity severity) {
        this(id, type, certainty, circumstance, atLeast, Set.of(), 0, severity);
    }

    /**
     * Whether the line may apply to a request.
     *
     * @param found the kinds of data that the request holds
     * @param audience how many recipients it has; 0 when that is not known yet
     * @return whether neither is in the way
     */
    public boolean concerns(Set<PersonalDataType> found, long audience) {
        boolean large = audience == 0 || audience >= audienceFrom;
        return large && (alongside.isEmpty() || alongside.stream().anyMatch(found::contains));
    }
}
