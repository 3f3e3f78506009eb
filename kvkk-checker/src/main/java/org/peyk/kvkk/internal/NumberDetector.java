package org.peyk.kvkk.internal;

/** Recognises one kind of number among the digit groups of a text. Stateless. */
interface NumberDetector {

    /**
     * Tries to read a number that starts with a digit group; what it finds it adds to the text's hits.
     *
     * @param in the text and its triggers
     * @param group the first digit group
     * @return the last group that the number takes, or -1 when there is none here
     */
    int detect(ScannedText in, int group);
}
