package org.peyk.kvkk.internal;

/**
 * Something that may be said of a person.
 *
 * @param hit the words as the hit they would be
 * @param besideTopic whether the same sentence speaks of a subject, a unit or an event
 * @param word whether the words name a subject as often as a person's state
 * @param retold whether the sentence retells what is public, see {@link PublicSpeech}
 */
record Statement(Hit hit, boolean besideTopic, boolean word, boolean retold) {

    /** Whether it is believed of a person, who is ordinary when a title or an office says why the person is named. */
    boolean believedOf(boolean ordinaryPerson) {
        return !besideTopic || (!word && !ordinaryPerson);
    }
}
