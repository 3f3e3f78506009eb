package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peyk.spi.PersonId;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Uses a source as the library does, and closes it when it can be closed. */
final class Sources {

    private Sources() {}

    /** Something done with a source. */
    @FunctionalInterface
    interface Use {
        void with(RecipientSource source) throws Exception;
    }

    /** Something asked of a source. */
    @FunctionalInterface
    interface Question<T> {
        T of(RecipientSource source) throws Exception;
    }

    static void use(RecipientSource source, Use use) throws Exception {
        try {
            use.with(source);
        } finally {
            Crowd.close(source);
        }
    }

    static <T> T get(RecipientSource source, Question<T> question) throws Exception {
        try {
            return question.of(source);
        } finally {
            Crowd.close(source);
        }
    }

    /** Compares without showing anybody. */
    static void samePeople(String what, Set<PersonId> actual, Set<PersonId> expected) {
        Set<PersonId> missing = new HashSet<>(expected);
        missing.removeAll(actual);
        Set<PersonId> strangers = new HashSet<>(actual);
        strangers.removeAll(expected);
        assertThat(missing.size()).as(what + ": missing").isZero();
        assertThat(strangers.size()).as(what + ": strangers").isZero();
    }

    /** Everything about people that must not be shown. */
    static List<String> personal(List<Recipient> recipients) {
        List<String> values = new ArrayList<>();
        for (Recipient recipient : recipients) {
            values.addAll(recipient.addresses().values());
            String name = recipient.displayName();
            if (name != null) {
                values.add(name);
            }
        }
        return values;
    }
}
