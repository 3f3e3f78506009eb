package org.peyk.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.peyk.spi.UnitId;

/**
 * Units in whose name a mail is asked for.
 *
 * @param keys their keys; one that ends with {@code *} stands for all that begin like it, so that a new club is meant as well
 */
record RequesterUnits(List<String> keys) {

    static final RequesterUnits ANY = new RequesterUnits(List.of());

    private static final String MORE = "*";

    RequesterUnits {
        keys = keys.stream().distinct().sorted().toList();
    }

    boolean any() {
        return keys.isEmpty();
    }

    boolean names(UnitId unit) {
        return keys.stream()
                .anyMatch(k -> k.endsWith(MORE)
                        ? unit.value().startsWith(k.substring(0, k.length() - MORE.length()))
                        : unit.value().equals(k));
    }

    String text() {
        return keys.stream().collect(Collectors.joining("|"));
    }
}
