package org.peyk.smtp;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settings of a transport or a mailbox cannot work. Names all of them at once. */
public class SmtpConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<ConfigProblem> problems;

    /**
     * Makes the exception.
     *
     * @param problems what is wrong; at least one
     */
    public SmtpConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(p -> p.code() + ": " + p.text().en()).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return the problems, in no particular order; empty only after the exception was serialised
     */
    public List<ConfigProblem> problems() {
        List<ConfigProblem> p = problems;
        return p != null ? p : List.of();
    }
}
