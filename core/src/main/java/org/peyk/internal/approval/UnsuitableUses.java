package org.peyk.internal.approval;

import org.peyk.spi.RequestView;

/** What reviewers found wrong, so that a permission is not used in the same way again before a person decides. */
public interface UnsuitableUses {

    /** Whether a permission was found to be wrongly used by a request, or by one with the same wording. */
    boolean found(String permission, RequestView request);
}
