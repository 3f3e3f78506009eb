package org.peyk.kvkk;

import java.util.Collection;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

/** What is to be done with a mail or a document, by the strictest of its findings. In rising order of strictness. */
public enum Verdict {
    /** Nothing is found but what may go out as it is. */
    CLEAR("clear", "temiz", "clear"),
    /** A person has to look and say why it goes out so. */
    REVIEW("review", "insan bakmalı", "to be reviewed"),
    /** It cannot go out as it is. */
    BLOCK("block", "gönderilemez", "blocked");

    private final String code;
    private final LocalizedText text;

    Verdict(String code, String tr, String en) {
        this.code = code;
        this.text = new LocalizedText(tr, en);
    }

    /**
     * The verdict on a mail or a document.
     *
     * @param findings everything that was found
     * @return what the strictest finding asks for; clear without any
     */
    public static Verdict of(Collection<Finding> findings) {
        Verdict worst = CLEAR;
        for (Finding finding : findings) {
            worst = worst.worse(of(finding.severity()));
        }
        return worst;
    }

    /**
     * What one severity asks for.
     *
     * @param severity the severity
     * @return the verdict on a document that holds nothing else
     */
    public static Verdict of(Severity severity) {
        return switch (severity) {
            case BLOCK -> BLOCK;
            case JUSTIFY -> REVIEW;
            case INFO -> CLEAR;
        };
    }

    /**
     * The stricter of two.
     *
     * @param other the other
     * @return this or the other
     */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * The verdict for programs.
     *
     * @return {@code clear}, {@code review} or {@code block}
     */
    public String code() {
        return code;
    }

    /**
     * The verdict in words.
     *
     * @return a few words
     */
    public LocalizedText text() {
        return text;
    }
}
