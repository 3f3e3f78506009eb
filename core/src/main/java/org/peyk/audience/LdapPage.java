package org.peyk.audience;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.recipient.RecipientSourceException;

/** Of the entries of a group, in whatever order they come, those that are next by their keys, and one more. */
final class LdapPage {

    /** Entries without a key that are reported; where there are more, the group's filter is wrong. */
    private static final int MOST_WITHOUT_KEY = 1000;

    private final TreeMap<String, LdapEntry> people = new TreeMap<>();
    private final String key;
    private final @Nullable String after;
    private final int limit;
    private int withoutKey;

    LdapPage(String key, @Nullable String after, int limit) {
        this.key = key;
        this.after = after;
        this.limit = limit;
    }

    void take(LdapEntry entry) throws RecipientSourceException {
        String person = entry.value(key);
        if (!usable(person)) {
            // they have no place in the order; the first page tells of them
            withoutKey += after == null && withoutKey < MOST_WITHOUT_KEY ? 1 : 0;
            return;
        }
        boolean later = after == null || person.compareTo(after) > 0;
        boolean near = people.size() <= limit || person.compareTo(people.lastKey()) < 0 || people.containsKey(person);
        if (!later || !near) {
            return;
        }
        if (people.put(person, entry) != null) {
            throw new RecipientSourceException(
                    LdapRecipientSource.LDAP_KEYS,
                    LocalizedText.of(
                            "Dizin aynı kişi numarasını birden çok kayıtta veriyor; grubun süzgecini ya da kayıtları düzeltin.",
                            "The directory service gives the same key for several entries; correct the group's filter or the entries."),
                    null);
        }
        if (people.size() > limit + 1) {
            people.pollLastEntry();
        }
    }

    private static boolean usable(String person) {
        try {
            return !person.isEmpty() && !PersonId.of(person).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    SortedMap<String, LdapEntry> people() {
        return people;
    }

    int withoutKey() {
        return withoutKey;
    }
}
