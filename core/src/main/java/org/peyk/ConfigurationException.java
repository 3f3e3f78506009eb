package org.peyk;

import java.util.List;
import java.util.stream.Collectors;
import org.peyk.spi.LocalizedText;

/** Settings are wrong; all of them are named at once. */
public class ConfigurationException extends PeykException {
    private static final long serialVersionUID = 1L;

    private final transient List<LocalizedText> problems;

    /**
     * Makes the exception.
     *
     * @param problems what is wrong, one sentence each; at least one
     */
    public ConfigurationException(List<LocalizedText> problems) {
        super(
                ErrorCode.CONFIGURATION,
                new LocalizedText(
                        problems.stream().map(LocalizedText::tr).collect(Collectors.joining(" ")),
                        problems.stream().map(LocalizedText::en).collect(Collectors.joining(" "))),
                null);
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return one sentence each
     */
    public List<LocalizedText> problems() {
        return problems == null ? List.of(text()) : problems;
    }
}
