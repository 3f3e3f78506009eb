package org.peyk.spi.tck;

import java.util.List;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.Sha256;
import org.peyk.spi.check.Finding;

/**
 * A request, and what a policy must say to it.
 *
 * @param name what the case is about, for messages of failed checks
 * @param request the request
 * @param findings what the checks found in it
 * @param approvable whether the policy makes a plan, or denies
 */
public record PolicyCase(String name, RequestView request, List<Finding> findings, boolean approvable) {

    /** Copies the list. */
    public PolicyCase {
        findings = List.copyOf(findings);
    }

    /**
     * A request without findings for which there is a plan.
     *
     * @param name what the case is about
     * @param requester who asks
     * @param form what is asked for
     * @param audienceSize how many people get it
     * @return the case
     */
    public static PolicyCase approvable(String name, Requester requester, RequestForm form, long audienceSize) {
        return new PolicyCase(name, view(requester, form, audienceSize), List.of(), true);
    }

    /**
     * A request without findings that may not go out at all.
     *
     * @param name what the case is about
     * @param requester who asks
     * @param form what is asked for
     * @param audienceSize how many people get it
     * @return the case
     */
    public static PolicyCase denied(String name, Requester requester, RequestForm form, long audienceSize) {
        return new PolicyCase(name, view(requester, form, audienceSize), List.of(), false);
    }

    /**
     * The same case with findings.
     *
     * @param found what the checks found
     * @return a new case
     */
    public PolicyCase withFindings(Finding... found) {
        return new PolicyCase(name, request, List.of(found), approvable);
    }

    private static RequestView view(Requester requester, RequestForm form, long audienceSize) {
        return new RequestView(RequestId.of("peyk-tck"), 1, requester, form, audienceSize, Sha256.hex(new byte[] {1}));
    }

    /** The same request with another form, one revision later. */
    RequestView revised(RequestForm form) {
        return new RequestView(
                request.id(),
                request.revision() + 1,
                request.requester(),
                form,
                request.audienceSize(),
                Sha256.hex(new byte[] {2}));
    }

    /**
     * Shows the name alone.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
