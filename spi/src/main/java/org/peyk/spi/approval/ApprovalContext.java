package org.peyk.spi.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.Finding;
import org.peyk.spi.directory.Directory;

/** What a policy may look at. */
public interface ApprovalContext {

    /**
     * The request.
     *
     * @return the revision that is submitted
     */
    RequestView request();

    /**
     * What the checks found.
     *
     * @return all findings, released ones included
     */
    List<Finding> findings();

    /**
     * The people of the process.
     *
     * @return the directory
     */
    Directory directory();

    /**
     * The moment of submission.
     *
     * @return the moment
     */
    Instant now();

    /**
     * The zone of the process, in which days and hours of rules are meant.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * How often a permission was used, by requests that were approved with it; see {@link LaterReview}. Uses by this request do not count.
     *
     * @param permission name of the permission
     * @param since from when on
     * @return how many requests
     */
    long uses(String permission, Instant since);
}
