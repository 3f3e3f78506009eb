package org.peyk.kvkk;

import java.util.Objects;
import org.peyk.spi.check.Severity;

/**
 * One line of the table that turns what was found into what it asks for. Of all lines that apply to a kind of value in a request, the
 * strictest decides; a kind to which no line applies stays silent.
 *
 * @param id a stable name of the line, shown as the rule that fired
 * @param type the kind of value
 * @param certainty how sure the scanner must be, exactly
 * @param circumstance what must hold of each counted value
 * @param atLeast how many distinct values the whole request must hold for the line to apply; at least 1
 * @param severity what is asked for
 */
public record SeverityRule(
        String id,
        PersonalDataType type,
        Certainty certainty,
        Circumstance circumstance,
        int atLeast,
        Severity severity) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the name is blank or the number below 1
     */
    public SeverityRule {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(certainty, "certainty");
        Objects.requireNonNull(circumstance, "circumstance");
        Objects.requireNonNull(severity, "severity");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast must be at least 1");
        }
    }
}
