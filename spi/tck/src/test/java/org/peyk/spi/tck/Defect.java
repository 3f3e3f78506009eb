package org.peyk.spi.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A way to get a plugin wrong. */
interface Defect {

    /** The names of the checks that must find it, separated by blanks. */
    String caughtBy();

    /** One argument pair per defect and check. */
    static Stream<Arguments> andChecks(Defect[] defects) {
        return Arrays.stream(defects).flatMap(d -> checks(d).map(check -> Arguments.of(d, check)));
    }

    /** Every check that some defect names. */
    static List<String> allChecks(Defect[] defects) {
        return Arrays.stream(defects).flatMap(Defect::checks).toList();
    }

    private static Stream<String> checks(Defect defect) {
        return Arrays.stream(defect.caughtBy().split(" ")).filter(s -> !s.isEmpty());
    }
}
