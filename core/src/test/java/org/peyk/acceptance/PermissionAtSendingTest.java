package org.peyk.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.policy.JsonPolicy;
import org.peyk.spi.RequestId;
import org.peyk.spi.approval.ApprovalPolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.acceptance.Campus.AYSE;
import static org.peyk.acceptance.Campus.at;

/** A mail that goes out by a permission is looked at again when its time has come. */
class PermissionAtSendingTest {

    private static final Instant NINE = at(2026, 11, 25, 9, 0);

    @TempDir
    Path directory;

    private final AtomicReference<ApprovalPolicy> policy = new AtomicReference<>(policy("2026-11-30", 1));

    /** The library may tell its hours without asking anybody, so often a week and until some day. */
    private static JsonPolicy policy(String until, int uses) {
        return JsonPolicy.parse("""
                {"format": "peyk-approval-policy-1", "name": "acceptance",
                 "rules": [{"id": "deans", "when": {"groups": ["akademik"]}, "approvals": [{"roles": ["DEAN"]}]}],
                 "permissions": [{"id": "kutuphane", "kind": "BLANKET_PERMISSION", "purposes": ["INFORMATION"],
                  "groups": ["akademik"], "upTo": 2, "requesterUnits": ["U-ENG"], "until": "UNTIL",
                  "senders": [{"address": "duyuru@ornek.edu.tr", "displayName": "Örnek Üniversitesi"}],
                  "atMost": {"uses": USES, "days": 7},
                  "texts": [{"language": "tr", "subject": "Duyuru", "text": ["Kütüphane 22.00'ye kadar açıktır."]}],
                  "reviewers": {"roles": ["SECRETARY_GENERAL"]}}]}
                """.replace("UNTIL", until).replace("USES", Integer.toString(uses)));
    }

    private Campus campus() {
        return new Campus(
                directory,
                Campus.people(),
                b -> b.policy(context -> policy.get().plan(context)));
    }

    private static RequestId permitted(Campus campus) {
        MailRequest approved = campus.submitted(Campus.information().build());
        assertThat(approved.state()).as("nobody is asked").isEqualTo(RequestState.APPROVED);
        campus.process.requests().schedule(AYSE, approved.id(), NINE);
        return approved.id();
    }

    private static void assertGone(Campus campus, RequestId id) {
        campus.clock.set(NINE);
        campus.await(id, RequestState.CHANGES_REQUESTED);
        assertThat(campus.get(id).remark()).isEqualTo("PERMISSION_GONE");
        assertThat(campus.get(id).review()).as("it was not used after all").isNull();
        assertThat(campus.transport.accepted()).isEmpty();
    }

    @Test
    void itsOwnUseDoesNotCountAgainstIt() {
        try (Campus campus = campus()) {
            RequestId id = permitted(campus);
            campus.clock.set(NINE);
            campus.await(id, RequestState.SENT);
            assertThat(campus.transport.accepted()).hasSize(2);
            assertThat(campus.process.reviews().open(10))
                    .extracting(MailRequest::id)
                    .containsExactly(id);
        }
    }

    @Test
    void laterUsesByOthersDoNotTakeItAway() {
        policy.set(policy("2026-11-30", 2));
        try (Campus campus = campus()) {
            RequestId first = permitted(campus);
            RequestId second = permitted(campus);
            policy.set(policy("2026-11-30", 1));
            campus.clock.set(NINE);
            campus.await(first, RequestState.SENT);
            campus.await(second, RequestState.SENT);
        }
    }

    @Test
    void aPermissionWhoseLastDayHasPassedSendsNothingAndTheUsualApprovalsAreAskedFor() {
        policy.set(policy("2026-11-24", 1));
        try (Campus campus = campus()) {
            RequestId id = permitted(campus);
            assertGone(campus, id);
            assertThat(campus.process.requests().submit(AYSE, id).state()).isEqualTo(RequestState.IN_APPROVAL);
        }
    }

    @Test
    void aPermissionThatWasTakenBackSendsNothing() {
        try (Campus campus = campus()) {
            RequestId id = permitted(campus);
            policy.set(JsonPolicy.parse(Campus.POLICY));
            assertGone(campus, id);
        }
    }

    @Test
    void aUseThatWasFoundUnsuitableBeforeItWasSentIsNotSent() {
        try (Campus campus = campus()) {
            RequestId id = permitted(campus);
            campus.process.reviews().close(Campus.SECRETARY, id, false, "Bu metin için verilmemişti");
            campus.clock.set(NINE);
            campus.await(id, RequestState.CHANGES_REQUESTED);
            assertThat(campus.get(id).remark()).isEqualTo("PERMISSION_UNSUITABLE");
            assertThat(campus.get(id).note()).contains("uygun bulunmadı");
            assertThat(campus.transport.accepted()).isEmpty();
        }
    }

    @Test
    void anAudienceThatHasOutgrownItGetsNothing() throws Exception {
        try (Campus campus = campus()) {
            RequestId id = permitted(campus);
            Path list = directory.resolve("akademik.csv");
            Files.writeString(list, Files.readString(list) + "A-3,a3@ornek.edu.tr,akademik\n");
            assertGone(campus, id);
        }
    }
}
