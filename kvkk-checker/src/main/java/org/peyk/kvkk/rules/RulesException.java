package org.peyk.kvkk.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.peyk.spi.LocalizedText;

/** A document of rules is wrong. Names everything that is, each with its place, and repeats no value of the document. */
public final class RulesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<LocalizedText> problems;

    RulesException(List<LocalizedText> problems) {
        super(problems.stream().map(LocalizedText::en).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return one sentence each, starting with the place as a JSON pointer (RFC 6901)
     */
    public List<LocalizedText> problems() {
        return problems == null ? List.of() : problems;
    }
}
