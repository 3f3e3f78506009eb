package org.peyk.examples.kvkkscan;

import java.util.List;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

/** What is to be done with a file or a mail, with the exit code that says so. */
enum Verdict {
    CLEAR("clear", "temiz", "clear"),
    REVIEW("review", "insan bakmalı", "to be reviewed"),
    BLOCK("block", "gönderilemez", "blocked");

    final String code;
    final String tr;
    final String en;

    Verdict(String code, String tr, String en) {
        this.code = code;
        this.tr = tr;
        this.en = en;
    }

    static Verdict of(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.BLOCK)) {
            return BLOCK;
        }
        return findings.stream().anyMatch(f -> f.severity() == Severity.JUSTIFY) ? REVIEW : CLEAR;
    }

    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
