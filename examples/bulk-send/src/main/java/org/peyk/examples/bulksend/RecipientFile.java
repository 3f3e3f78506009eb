package org.peyk.examples.bulksend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.spi.Channel;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;
import org.peyk.spi.transport.Transport;

/** The file of recipients, and a look through it before anything is stored. */
final class RecipientFile {

    static final String SOURCE = "file";
    static final String EVERYBODY = CsvRecipientSource.EVERYBODY;
    static final Selection ALL = Selection.of(SOURCE, EVERYBODY);

    private static final int PAGE = 1000;
    private static final int SHOWN = 10;

    private final CsvRecipientSource source;

    RecipientFile(Options options) {
        this.source = CsvRecipientSource.of(SOURCE, options.recipients());
    }

    CsvRecipientSource source() {
        return source;
    }

    /**
     * What a first reading shows.
     *
     * @param usable rows with an address that can be written to
     * @param malformed rows without one
     * @param places where the first of those stand
     */
    record Look(long usable, long malformed, List<String> places) {}

    Look look(Transport transport) throws RecipientSourceException, InterruptedException {
        long usable = 0;
        long malformed = 0;
        List<String> places = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RecipientPage page = source.page(ALL, cursor, PAGE);
            for (RejectedRow row : page.rejected()) {
                malformed++;
                if (places.size() < SHOWN) {
                    places.add(row.position());
                }
            }
            for (Recipient r : page.recipients()) {
                String address = r.addresses().get(Channel.MAIL);
                if (address != null && transport.accepts(address)) {
                    usable++;
                } else {
                    malformed++;
                }
            }
            cursor = page.next();
        } while (cursor != null);
        return new Look(usable, malformed, places);
    }
}
