package org.peyk;

import org.peyk.spi.LanguageVersion;
import org.peyk.spi.directory.Person;

/**
 * A notice that is ready to be sent.
 *
 * @param notice what it is
 * @param person who is told, with the address as the directory has it now
 * @param body subject, plain text and HTML
 * @param messageId its Message-ID with angle brackets, the same at every attempt; an answer that is to decide must refer to it
 */
public record ReadyNotice(Notice notice, Person person, LanguageVersion body, String messageId) {

    /**
     * Shows no person and no text.
     *
     * @return the notice alone
     */
    @Override
    public String toString() {
        return "ReadyNotice[" + notice + "]";
    }
}
