package org.peyk.spi.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.peyk.spi.RequestView;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.check.Finding;
import org.peyk.spi.directory.Directory;

/** What a policy is asked. */
record Question(
        RequestView request, List<Finding> findings, Directory directory, Instant now, ZoneId zone, boolean unsuitable)
        implements ApprovalContext {

    static Question of(ApprovalPolicyFixture fixture, PolicyCase c) {
        return new Question(c.request(), c.findings(), fixture.directory(), fixture.now(), fixture.zone(), false);
    }

    /** {@inheritDoc} Nothing was used before. */
    @Override
    public long uses(String permission, Instant since) {
        return 0;
    }

    /** {@inheritDoc} Every permission, or none. */
    @Override
    public boolean foundUnsuitable(String permission) {
        return unsuitable;
    }

    Question about(RequestView other) {
        return new Question(other, findings, directory, now, zone, unsuitable);
    }

    Question with(Directory other) {
        return new Question(request, findings, other, now, zone, unsuitable);
    }

    /** After reviewers found that every permission was wrongly used by this request. */
    Question afterReviews() {
        return new Question(request, findings, directory, now, zone, true);
    }

    PolicyAnswer put(ApprovalPolicy policy, Duration limit) throws Exception {
        return Crowd.within(limit, () -> policy.plan(this));
    }
}
