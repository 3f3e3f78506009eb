package org.peyk.kvkk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;

/** Documents of rules for a few kinds of data that leave the others silent. */
public final class Silence {

    private Silence() {}

    /**
     * The field of a document that names the silent kinds.
     *
     * @param ruled the kinds that have a rule
     * @return the field, without a comma
     */
    public static String ofAllBut(PersonalDataType... ruled) {
        EnumSet<PersonalDataType> silent = EnumSet.allOf(PersonalDataType.class);
        silent.removeAll(Arrays.asList(ruled));
        return silent.stream()
                .map(type -> '"' + type.name() + '"')
                .collect(Collectors.joining(", ", "\"silent\": [", "]"));
    }
}
