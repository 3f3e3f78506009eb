package org.peyk.spi.recipient;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;

/**
 * One person of an audience. Addresses are as the source has them: the library checks and folds them, and reports those it cannot use.
 *
 * @param person who it is; one person gets a message once per channel, in however many groups
 * @param addresses the address per channel (mail address, mobile number); a missing one is reported, not guessed
 * @param displayName the name for the To header and for personal texts, or null
 * @param language the language the person reads, or null for the main one
 * @param groups codes of the groups by which the person was found
 * @param attributes further values for personal texts
 */
public record Recipient(
        PersonId person,
        Map<Channel, String> addresses,
        @Nullable String displayName,
        @Nullable Locale language,
        Set<String> groups,
        Map<String, String> attributes) {

    /** Copies the collections. */
    public Recipient {
        addresses = Map.copyOf(addresses);
        groups = Set.copyOf(groups);
        attributes = Map.copyOf(attributes);
    }

    /**
     * A person with a mail address alone.
     *
     * @param person who it is
     * @param address the mail address
     * @return the recipient
     */
    public static Recipient ofMail(PersonId person, String address) {
        return new Recipient(person, Map.of(Channel.MAIL, address), null, null, Set.of(), Map.of());
    }

    /**
     * Shows no address and no name.
     *
     * @return the groups alone
     */
    @Override
    public String toString() {
        return "Recipient[groups=" + groups + "]";
    }
}
