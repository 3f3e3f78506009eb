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

    /**
     * Whether a reviewer found that a permission was wrongly used by this request, or by one with the same wording; see {@link LaterReview}.
     * Then it takes somebody's decision: the plan asks for the usual approvals and says why in its explanation. A plan that rests on the
     * permission all the same counts as a denial.
     *
     * @param permission name of the permission
     * @return whether the permission does not serve for this request; false where uses are not remembered
     */
    default boolean foundUnsuitable(String permission) {
        return false;
    }
}
