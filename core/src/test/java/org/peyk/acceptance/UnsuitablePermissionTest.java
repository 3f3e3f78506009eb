package org.peyk.acceptance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.policy.JsonPolicy;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.directory.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyk.acceptance.Campus.AYSE;
import static org.peyk.acceptance.Campus.DEAN;
import static org.peyk.acceptance.Campus.SECRETARY;
import static org.peyk.acceptance.Campus.at;

/** A permission that was found to be wrongly used is not used in the same way again before a person decides. */
class UnsuitablePermissionTest {

    private static final Instant NINE = at(2026, 11, 25, 9, 0);
    private static final String OPEN = "Kütüphane 22.00'ye kadar açıktır.";
    private static final String CLOSED = "Kütüphane bugün kapalıdır.";

    @TempDir
    Path directory;

    private final AtomicReference<ApprovalPolicy> policy = new AtomicReference<>(JsonPolicy.parse("""
            {"format": "peyk-approval-policy-1", "name": "acceptance",
             "rules": [{"id": "deans", "when": {"groups": ["akademik"]}, "approvals": [{"roles": ["DEAN"]}]}],
             "permissions": [{"id": "kutuphane", "kind": "BLANKET_PERMISSION", "purposes": ["INFORMATION"],
              "groups": ["akademik"], "upTo": 2, "requesterUnits": ["U-ENG"],
              "senders": [{"address": "duyuru@ornek.edu.tr", "displayName": "Örnek Üniversitesi"}],
              "atMost": {"uses": 9, "days": 7},
              "texts": [{"language": "tr", "subject": "Duyuru", "text": ["Kütüphane 22.00'ye kadar açıktır."]},
                        {"language": "tr", "subject": "Duyuru", "text": ["Kütüphane bugün kapalıdır."]}],
              "reviewers": {"roles": ["SECRETARY_GENERAL"]}}]}
            """));

    private Campus campus() {
        return new Campus(
                directory,
                Campus.people(),
                b -> b.policy(context -> policy.get().plan(context)));
    }

    private static RequestForm form(String text) {
        return Campus.information()
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Duyuru", text)))
                .build();
    }

    /** A request that went out by the permission, and whose use was found unsuitable afterwards. */
    private static RequestId unsuitable(Campus campus) {
        RequestId id = campus.submitted(form(OPEN)).id();
        assertThat(campus.get(id).state()).as("nobody is asked").isEqualTo(RequestState.APPROVED);
        campus.process.reviews().close(SECRETARY, id, false, "Bu metin için verilmemişti");
        return id;
    }

    private static void assertAsksSomebody(MailRequest r) {
        assertThat(r.state()).isEqualTo(RequestState.IN_APPROVAL);
        assertSaysWhy(Objects.requireNonNull(r.plan()));
    }

    private static void assertSaysWhy(ApprovalPlan plan) {
        assertThat(plan.review()).isNull();
        assertThat(plan.steps()).isNotEmpty();
        assertThat(plan.explanation().tr()).contains("kutuphane", "uygun bulunmadı", "bir kişinin karar vermesi");
        assertThat(plan.explanation().en()).contains("kutuphane", "found unsuitable", "a person has to decide");
    }

    @Test
    void theSameRequestAsksForTheUsualApprovalsAndGoesOutByThem() {
        try (Campus campus = campus()) {
            RequestId id = unsuitable(campus);
            campus.process.requests().schedule(AYSE, id, NINE);
            campus.clock.set(NINE);
            campus.await(id, RequestState.CHANGES_REQUESTED);
            assertThat(campus.get(id).remark()).isEqualTo("PERMISSION_UNSUITABLE");

            assertAsksSomebody(campus.process.requests().submit(AYSE, id));
            campus.approve(DEAN, id);
            campus.process.requests().schedule(AYSE, id, null);
            campus.await(id, RequestState.SENT);
            assertThat(campus.process.audit().verify()).isEmpty();
        }
    }

    @Test
    void theSameRequestWithAnotherPermittedWordingAsksToo() {
        try (Campus campus = campus()) {
            RequestId id = unsuitable(campus);
            assertAsksSomebody(
                    campus.process.requests().revise(AYSE, id, campus.get(id).version(), form(CLOSED)));
        }
    }

    @Test
    void theSameWordingAsksInAnotherRequestAndAnotherWordingDoesNot() {
        try (Campus campus = campus()) {
            unsuitable(campus);
            MailRequest same = campus.create(form(OPEN));
            assertThat(campus.process.preparation().plan(same))
                    .as("the preview says so before it is handed in")
                    .isInstanceOfSatisfying(ApprovalPlan.class, UnsuitablePermissionTest::assertSaysWhy);
            assertAsksSomebody(campus.process.requests().submit(AYSE, same.id()));
            assertThat(campus.submitted(form(CLOSED)).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void whatRestsOnItAlreadyWithTheSameWordingIsNotSent() {
        try (Campus campus = campus()) {
            RequestId waiting = campus.submitted(form(OPEN)).id();
            campus.process.requests().schedule(AYSE, waiting, NINE);
            unsuitable(campus);
            campus.clock.set(NINE);
            campus.await(waiting, RequestState.CHANGES_REQUESTED);
            assertThat(campus.get(waiting).remark()).isEqualTo("PERMISSION_GONE");
            assertThat(campus.transport.accepted()).isEmpty();
            assertAsksSomebody(campus.process.requests().submit(AYSE, waiting));
        }
    }

    @Test
    void aUseThatWasFoundSuitableTakesNothingAway() {
        try (Campus campus = campus()) {
            RequestId id = campus.submitted(form(OPEN)).id();
            campus.process.reviews().close(SECRETARY, id, true, "yerinde");
            assertThat(campus.submitted(form(OPEN)).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void aPolicyThatDoesNotAskIsNotFollowed() {
        try (Campus campus = campus()) {
            unsuitable(campus);
            PolicyAnswer blind = new ApprovalPlan(
                    "own",
                    "always",
                    List.of(),
                    LocalizedText.of("Her zaman.", "Always."),
                    new LaterReview(
                            LaterReview.Kind.BLANKET_PERMISSION,
                            "kutuphane",
                            Authority.of(Role.of("SECRETARY_GENERAL")),
                            LocalizedText.of("İzin.", "Permission."),
                            null));
            policy.set(context -> blind);
            RequestId same = campus.create(form(OPEN)).id();
            assertThatThrownBy(() -> campus.process.requests().submit(AYSE, same))
                    .isInstanceOfSatisfying(RefusedException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.POLICY_DENIED);
                        assertThat(e.text().tr()).contains("kutuphane", "uygun bulunmadı");
                        assertThat(e.text().en()).contains("kutuphane", "found unsuitable");
                    });
            assertThat(campus.submitted(form(CLOSED)).state()).isEqualTo(RequestState.APPROVED);
        }
    }
}
