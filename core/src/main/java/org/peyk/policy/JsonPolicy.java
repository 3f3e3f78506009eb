package org.peyk.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peyk.ConfigurationException;
import org.peyk.internal.config.JsonReading;
import org.peyk.spi.Audience;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Selection;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.approval.PolicyDenial;

/**
 * An approval policy that an office writes as a JSON document: authority by audience, purpose and size, in order and with a quorum, with
 * separate questions for the text, the audience and personal data. {@link #schema()} describes the document.
 *
 * <p>All rules that hold apply together, so that a mixed audience needs everybody whom its parts need. It denies whatever no rule speaks
 * for: a group that no rule which holds names, and a mail of which nobody would answer for the text or the audience. Findings that block or
 * ask for a reason, released ones included, bring in those who decide about personal data. Immutable, thread-safe, the same answer for the
 * same request.
 */
public final class JsonPolicy implements ApprovalPolicy, DescribedPolicy {

    /** Code of the denial when nobody is addressed. */
    public static final String AUDIENCE_EMPTY = GroupAuthorityPolicy.AUDIENCE_EMPTY;

    /** Code of the denial when no rule that holds is responsible for a group. */
    public static final String GROUP_WITHOUT_RULE = GroupAuthorityPolicy.GROUP_WITHOUT_RULE;

    /** Code of the denial when the rules that hold leave nobody to answer for the text or for the audience. */
    public static final String QUESTION_WITHOUT_AUTHORITY = "QUESTION-WITHOUT-AUTHORITY";

    private static final String SCHEMA = "approval-policy.schema.json";

    private final String name;
    private final List<PolicyRule> rules;
    private final AskedApproval personalData;
    private final String text;

    private JsonPolicy(JsonPolicyReader.Read read) {
        this.name = read.name();
        this.rules = List.copyOf(read.rules());
        this.personalData = read.personalData();
        this.text = rules.stream().map(PolicyRule::text).sorted().collect(Collectors.joining("\n")) + "\nfindings -> "
                + personalData.text();
    }

    /**
     * Reads a policy.
     *
     * @param json the document
     * @return the policy
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonPolicy parse(String json) {
        return new JsonPolicy(new JsonPolicyReader().read(json));
    }

    /**
     * Reads a policy from a file in UTF-8.
     *
     * @param file the file
     * @return the policy
     * @throws IOException when it cannot be read
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonPolicy read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * What a document must look like, for editors and reviewers.
     *
     * @return a JSON Schema (draft 2020-12)
     */
    public static String schema() {
        try (InputStream in = JsonReading.sound(JsonPolicy.class.getResourceAsStream(SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules in one canonical text, one line a rule, sorted; persons appear as a hash of their keys.
     *
     * @return the text that an approval plan carries
     */
    public String text() {
        return text;
    }

    @Override
    public List<LocalizedText> describe() {
        return Stream.concat(rules.stream().map(RuleWords::of), Stream.of(RuleWords.findings(personalData)))
                .toList();
    }

    @Override
    public PolicyAnswer plan(ApprovalContext context) {
        Audience audience = context.request().form().audience();
        if (audience.include().isEmpty()) {
            return new PolicyDenial(
                    AUDIENCE_EMPTY,
                    LocalizedText.of(
                            "Hedef kitle seçilmemiş; kimin onaylayacağı belirlenemiyor.",
                            "No audience is chosen, so that nobody is responsible for it."));
        }
        String without = audience.include().stream()
                .filter(part -> rules.stream().noneMatch(r -> r.covers(part, context)))
                .map(Selection::group)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            return new PolicyDenial(
                    GROUP_WITHOUT_RULE,
                    LocalizedText.of(
                            "Bu amaç ve alıcı sayısı için onay yetkilisi tanımlı olmayan grup: " + without
                                    + ". Grubu çıkarın ya da Kurumsal İletişim'e başvurun.",
                            "For this purpose and number of recipients nobody is responsible for: " + without
                                    + ". Remove the group or ask the communications office."));
        }
        StepUnion union = new StepUnion(context.request().requester().unit());
        for (PolicyRule rule : rules) {
            if (rule.holds(context)) {
                LocalizedText reason = rule.reason(context);
                rule.approvals().forEach(a -> union.add(a, reason));
            }
        }
        Condition.WithFindings findings = new Condition.WithFindings();
        if (findings.holds(context)) {
            union.add(personalData, findings.reason(context));
        }
        return answer(union.steps());
    }

    private PolicyAnswer answer(List<ApprovalStep> steps) {
        for (ApprovalQuestion question : List.of(ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE)) {
            if (steps.stream().noneMatch(s -> s.questions().contains(question))) {
                return new PolicyDenial(
                        QUESTION_WITHOUT_AUTHORITY,
                        LocalizedText.of(
                                "Onay kurallarına göre şu soruyu yanıtlayacak kimse yok: "
                                        + question.label().tr() + ". Kurumsal İletişim'e başvurun.",
                                "By the approval rules nobody would answer for: "
                                        + question.label().en() + ". Ask the communications office."));
            }
        }
        return new ApprovalPlan(
                name,
                text,
                steps,
                LocalizedText.of(
                        "Onaylar “" + name + "” kurallarından; hedef kitleye, amaca, alıcı sayısına ve bulgulara göre.",
                        "The approvals follow from “" + name
                                + "”: the audience, the purpose, the number of recipients and the findings."));
    }
}
