package org.peyk.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.peyk.spi.RequestView;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.check.Finding;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.tck.PolicyCase;

/** A case as a policy is asked about it. */
record PolicyQuestion(PolicyCase about) implements ApprovalContext {

    @Override
    public RequestView request() {
        return about.request();
    }

    @Override
    public List<Finding> findings() {
        return about.findings();
    }

    @Override
    public Directory directory() {
        return StaticDirectory.builder().build();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long uses(String permission, Instant since) {
        return 0;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
