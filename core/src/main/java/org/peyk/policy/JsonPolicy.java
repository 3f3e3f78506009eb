package org.peyk.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peyk.ConfigurationException;
import org.peyk.calendar.WorkingCalendar;
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
 * ask for a reason, released ones included, bring in those who decide about personal data.
 *
 * <p>It may also hold permissions: kinds of mail that need no approval, or fewer, within limits and with a look afterwards ({@link
 * org.peyk.spi.approval.LaterReview}); and rules that deny. Immutable, thread-safe, the same answer for the same request.
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
    private final List<Permission> permissions;
    private final WorkingCalendar calendar;
    private final AskedApproval personalData;
    private final String text;

    private JsonPolicy(JsonPolicyReader.Read read, WorkingCalendar calendar) {
        this.name = read.name();
        this.rules = List.copyOf(read.rules());
        this.permissions = List.copyOf(read.permissions());
        this.calendar = calendar;
        this.personalData = read.personalData();
        this.text = Stream.of(
                        rules.stream().map(PolicyRule::text).sorted(),
                        Stream.of("findings -> " + personalData.text()),
                        permissions.stream().map(Permission::text))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Reads a policy.
     *
     * @param json the document
     * @return the policy
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonPolicy parse(String json) {
        return parse(json, WorkingCalendar.turkey());
    }

    /**
     * Reads a policy.
     *
     * @param json the document
     * @param calendar when offices work, for permissions that hold while they are closed; {@link WorkingCalendar#turkey()} unless given
     * @return the policy
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonPolicy parse(String json, WorkingCalendar calendar) {
        return new JsonPolicy(new JsonPolicyReader().read(json), calendar);
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
        return read(file, WorkingCalendar.turkey());
    }

    /**
     * Reads a policy from a file in UTF-8.
     *
     * @param file the file
     * @param calendar when offices work, for permissions that hold while they are closed
     * @return the policy
     * @throws IOException when it cannot be read
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonPolicy read(Path file, WorkingCalendar calendar) throws IOException {
        return parse(Files.readString(file), calendar);
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
        for (PolicyRule rule : rules) {
            PolicyDenial deny = rule.deny();
            if (deny != null && rule.holds(context)) {
                return deny;
            }
        }
        List<LocalizedText> unused = new ArrayList<>();
        for (Permission permission : permissions) {
            if (permission.about(context)) {
                LocalizedText obstacle = permission.obstacle(context, calendar);
                if (obstacle == null) {
                    return permitted(permission, context);
                }
                unused.add(LocalizedText.of(
                        "“" + permission.id() + "” izni kullanılamadı: " + obstacle.tr() + ".",
                        "The permission “" + permission.id() + "” does not apply: " + obstacle.en() + "."));
            }
        }
        return usual(context, unused);
    }

    private PolicyAnswer permitted(Permission permission, ApprovalContext context) {
        StepUnion union = new StepUnion(context.request().requester().unit());
        permission.approvals().forEach(a -> union.add(a, permission.why()));
        addPersonalData(union, context);
        return new ApprovalPlan(
                name,
                text,
                union.steps(),
                LocalizedText.of(
                        permission.kind().label().tr() + " (“" + permission.id() + "”): "
                                + (permission.approvals().isEmpty()
                                        ? "onay gerekmiyor; kullanımı sonradan incelenir."
                                        : "olağan onaylar yerine aşağıdakiler yeterli; kullanımı sonradan incelenir."),
                        permission.kind().label().en() + " (“" + permission.id() + "”): "
                                + (permission.approvals().isEmpty()
                                        ? "no approval is needed; its use is looked at afterwards."
                                        : "these are enough instead of the usual approvals; its use is looked at afterwards.")),
                permission.review(context));
    }

    private PolicyAnswer usual(ApprovalContext context, List<LocalizedText> unused) {
        String without = context.request().form().audience().include().stream()
                .filter(part -> rules.stream().noneMatch(r -> r.covers(part, context)))
                .map(Selection::group)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            return new PolicyDenial(
                    GROUP_WITHOUT_RULE,
                    with(
                            "Bu amaç ve alıcı sayısı için onay yetkilisi tanımlı olmayan grup: " + without
                                    + ". Grubu çıkarın ya da Kurumsal İletişim'e başvurun.",
                            "For this purpose and number of recipients nobody is responsible for: " + without
                                    + ". Remove the group or ask the communications office.",
                            unused));
        }
        StepUnion union = new StepUnion(context.request().requester().unit());
        for (PolicyRule rule : rules) {
            if (rule.holds(context)) {
                LocalizedText reason = rule.reason(context);
                rule.approvals().forEach(a -> union.add(a, reason));
            }
        }
        addPersonalData(union, context);
        return answer(union.steps(), unused);
    }

    private void addPersonalData(StepUnion union, ApprovalContext context) {
        Condition.WithFindings findings = new Condition.WithFindings();
        if (findings.holds(context)) {
            union.add(personalData, findings.reason(context));
        }
    }

    private static LocalizedText with(String tr, String en, List<LocalizedText> unused) {
        StringBuilder turkish = new StringBuilder(tr);
        StringBuilder english = new StringBuilder(en);
        for (LocalizedText more : unused) {
            turkish.append(' ').append(more.tr());
            english.append(' ').append(more.en());
        }
        return LocalizedText.of(turkish.toString(), english.toString());
    }

    private PolicyAnswer answer(List<ApprovalStep> steps, List<LocalizedText> unused) {
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
                with(
                        "Onaylar “" + name + "” kurallarından; hedef kitleye, amaca, alıcı sayısına ve bulgulara göre.",
                        "The approvals follow from “" + name
                                + "”: the audience, the purpose, the number of recipients and the findings.",
                        unused));
    }
}
