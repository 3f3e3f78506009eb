package org.peyk.spi.tck;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.peyk.spi.Plugin;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.directory.Directory;

/** What the contract of approval policies asks of a plugin's test. */
public interface ApprovalPolicyFixture extends PluginContract {

    /**
     * The policy.
     *
     * @return a policy, the same or a new one each time
     */
    ApprovalPolicy policy();

    /**
     * The people of the cases: whoever a plan names holds his role here.
     *
     * @return the directory
     */
    Directory directory();

    /**
     * Requests and what the policy must say to them.
     *
     * @return the cases, at least one of which is approvable
     */
    List<PolicyCase> cases();

    /**
     * The moment of submission.
     *
     * @return a Monday morning, unless overridden
     */
    default Instant now() {
        return Instant.parse("2026-11-23T06:00:00Z");
    }

    /**
     * The zone of the process.
     *
     * @return Istanbul, unless overridden
     */
    default ZoneId zone() {
        return ZoneId.of("Europe/Istanbul");
    }

    /**
     * {@inheritDoc}
     *
     * @return the policy
     */
    @Override
    default Plugin plugin() {
        return policy();
    }
}
