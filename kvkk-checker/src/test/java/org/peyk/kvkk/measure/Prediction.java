package org.peyk.kvkk.measure;

import java.util.List;

/**
 * What the checker says of a mail.
 *
 * @param verdict {@code clear}, {@code review} or {@code block}
 * @param values the values it found
 */
record Prediction(String verdict, List<Value> values) {

    /** A value as it stands in the mail. */
    record Value(String type, String text) {}
}
