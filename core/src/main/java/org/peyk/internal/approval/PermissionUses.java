package org.peyk.internal.approval;

import java.time.Instant;
import org.peyk.spi.RequestId;

/** How often permissions were used, for policies that bound it. */
public interface PermissionUses {

    /**
     * Counts the requests that were approved with a permission.
     *
     * @param except a request that does not count
     */
    long count(String permission, Instant since, RequestId except);
}
