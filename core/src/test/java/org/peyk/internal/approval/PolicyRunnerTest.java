package org.peyk.internal.approval;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.CheckedFinding;
import org.peyk.ErrorCode;
import org.peyk.FindingRelease;
import org.peyk.PeykException;
import org.peyk.Samples;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyRunnerTest {

    private static final RequestView VIEW = new RequestView(
            Samples.ID, 1, Requester.of(Samples.REQUESTER, Samples.FACULTY), Samples.form(), 100, "digest");

    private interface Body {
        PolicyAnswer plan(ApprovalContext context) throws Exception;
    }

    private static PolicyRunner runner(@Nullable Body body) {
        ApprovalPolicy policy = body == null
                ? null
                : new ApprovalPolicy() {
                    @Override
                    public PluginInfo info() {
                        return new PluginInfo("own-policy", "1");
                    }

                    @Override
                    public PolicyAnswer plan(ApprovalContext context) throws Exception {
                        return body.plan(context);
                    }
                };
        return new PolicyRunner(
                policy,
                StaticDirectory.builder().build(),
                ZoneId.of("Europe/Istanbul"),
                (permission, since, except) -> 0,
                (permission, request) -> false);
    }

    @Test
    void thePolicySeesTheRequestAndAllFindingsReleasedOnesToo() {
        LocalizedText text = LocalizedText.of("Bulgu", "Finding");
        Finding finding =
                new Finding("A", Severity.BLOCK, Place.in(Place.Part.TEXT, 0, 1), "", 1, text, text, "A", null);
        FindingRelease release = new FindingRelease("key", Samples.DEAN, true, "KVKK m. 5", "gerekli", Samples.NOON);
        List<ApprovalContext> seen = new ArrayList<>();
        PolicyAnswer answer = runner(context -> {
                    seen.add(context);
                    return Samples.plan();
                })
                .run(VIEW, List.of(new CheckedFinding("key", "kvkk", finding, release)), Samples.NOON);
        assertThat(answer).isEqualTo(Samples.plan());
        assertThat(seen.get(0).request()).isEqualTo(VIEW);
        assertThat(seen.get(0).findings()).containsExactly(finding);
        assertThat(seen.get(0).now()).isEqualTo(Samples.NOON);
        assertThat(seen.get(0).zone()).isEqualTo(ZoneId.of("Europe/Istanbul"));
    }

    @Test
    void withoutAPolicyThereIsNoAnswer() {
        assertThat(runner(null).run(VIEW, List.of(), Samples.NOON)).isNull();
    }

    @Test
    void aPolicyThatFailsIsNamed() {
        for (Body body : List.<Body>of(
                c -> {
                    throw new IllegalStateException("a@ornek.edu.tr");
                },
                c -> {
                    throw new NoClassDefFoundError("x");
                },
                c -> nothing())) {
            assertThatThrownBy(() -> runner(body).run(VIEW, List.of(), Samples.NOON))
                    .isInstanceOfSatisfying(PeykException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.POLICY_FAILED);
                        assertThat(e.text().tr()).contains("own-policy");
                        assertThat(e.getMessage()).contains("own-policy").doesNotContain("@");
                    });
        }
    }

    @Test
    void anInterruptIsNotSwallowed() {
        assertThatThrownBy(() -> runner(c -> {
                            throw new InterruptedException();
                        })
                        .run(VIEW, List.of(), Samples.NOON))
                .isInstanceOf(PeykException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static PolicyAnswer nothing() {
        return null;
    }
}
