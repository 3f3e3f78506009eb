package org.peyk.examples.bulksend;

import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.PersonId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;

/** The two persons of this example: one asks, the other approves. A portal asks its own people and rules instead. */
final class People {

    static final PersonId REQUESTER = PersonId.of("bulk-send/requester");
    static final PersonId APPROVER = PersonId.of("bulk-send/approver");
    private static final UnitId UNIT = UnitId.of("bulk-send");
    private static final Role APPROVES = Role.of("BULK_SEND_APPROVER");

    private People() {}

    static Requester requester() {
        return Requester.of(REQUESTER, UNIT);
    }

    static Directory directory() {
        return StaticDirectory.builder()
                .person(REQUESTER, "İsteyen (bulk-send)", UNIT, null)
                .person(APPROVER, "Onaylayan (bulk-send)", UNIT, null)
                .role(APPROVER, APPROVES)
                .build();
    }

    static ApprovalPolicy policy() {
        return GroupAuthorityPolicy.builder()
                .forGroup(RecipientFile.SOURCE, RecipientFile.EVERYBODY, APPROVES)
                .always(APPROVES)
                .build();
    }
}
