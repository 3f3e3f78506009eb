package org.peyk.audience;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RejectedRow;

/**
 * The values of one row of a source, and what becomes of them. An empty text is a value that is not there.
 *
 * @param position where the row stands, for the report
 * @param key the person's key
 * @param mail the mail address, as it is
 * @param mobile the mobile number, as it is
 * @param name the name
 * @param language the language as a tag
 * @param group code of the group
 * @param attributes all other values that are there
 */
record RecipientRow(
        String position,
        String key,
        String mail,
        String mobile,
        String name,
        String language,
        String group,
        Map<String, String> attributes) {

    /** Why the row is no recipient, or null when it is one. */
    @Nullable
    RejectedRow rejection() {
        if (mail.isEmpty() && mobile.isEmpty()) {
            return rejected(position, "ROW-ADDRESS", "Adres boş.", "The address is empty.");
        }
        if (person() == null) {
            return rejected(
                    position,
                    "ROW-PERSON",
                    "Kişi numarası boş ya da bozuk.",
                    "The person's key is empty or malformed.");
        }
        return null;
    }

    /** The person, or null when the key is empty or cannot be one. */
    @Nullable
    PersonId person() {
        try {
            return key.isEmpty() ? null : PersonId.of(key);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The recipient; only of a row without a {@link #rejection()}. */
    Recipient recipient(PersonId person) {
        Map<Channel, String> addresses = new EnumMap<>(Channel.class);
        if (!mail.isEmpty()) {
            addresses.put(Channel.MAIL, mail);
        }
        if (!mobile.isEmpty()) {
            addresses.put(Channel.SMS, mobile);
        }
        return new Recipient(
                person, addresses, displayName(), locale(), group.isEmpty() ? Set.of() : Set.of(group), attributes);
    }

    /** A name becomes part of a header, so that line breaks in it become blanks. */
    private @Nullable String displayName() {
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? null : line;
    }

    private @Nullable Locale locale() {
        Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? null : locale;
    }

    static RejectedRow rejected(String position, String code, String tr, String en) {
        return new RejectedRow(position, code, LocalizedText.of(tr, en));
    }
}
