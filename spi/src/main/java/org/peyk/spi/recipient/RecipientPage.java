package org.peyk.spi.recipient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an audience.
 *
 * @param recipients the people of this page, in the source's stable order
 * @param rejected what the source could not read as a person, without the values; reported to the requester
 * @param next where the next page begins, or null after the last one. Opaque to the library, stored with the progress, and still valid
 *     after a restart
 */
public record RecipientPage(
        List<Recipient> recipients,
        List<RejectedRow> rejected,
        @Nullable String next) {

    /** Copies the lists. */
    public RecipientPage {
        recipients = List.copyOf(recipients);
        rejected = List.copyOf(rejected);
    }

    @Override
    public String toString() {
        return "RecipientPage[" + recipients.size() + " recipients, " + rejected.size() + " rejected]";
    }
}
