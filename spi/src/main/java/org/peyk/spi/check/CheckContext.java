package org.peyk.spi.check;

import java.time.Instant;
import java.time.ZoneId;
import org.peyk.spi.Attachment;
import org.peyk.spi.RequestView;
import org.peyk.spi.document.DocumentReading;

/** What a check may look at. */
public interface CheckContext {

    /**
     * The request.
     *
     * @return the revision to check
     */
    RequestView request();

    /**
     * The moment of the check, for rules about dates.
     *
     * @return the moment
     */
    Instant now();

    /**
     * The zone of the process.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * Reads an attachment with the reader that fits it. Each file is read once for all checks.
     *
     * @param attachment a file of the request
     * @return the reading; when no reader fits or it fails, one that is incomplete and says so in its notes
     */
    DocumentReading read(Attachment attachment);
}
