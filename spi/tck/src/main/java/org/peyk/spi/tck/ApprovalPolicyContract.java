package org.peyk.spi.tck;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.directory.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The whole contract of an {@link ApprovalPolicy}. A plugin's test implements {@link #policy()}, {@link #directory()} and
 * {@link #cases()}.
 */
public interface ApprovalPolicyContract extends ApprovalPolicyFixture {

    /**
     * Each case has the answer it must have.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAsItMust() throws Exception {
        assertThat(cases()).as("cases").anyMatch(PolicyCase::approvable);
        for (PolicyCase c : cases()) {
            PolicyAnswer answer = Question.of(this, c).put(policy(), patience());
            assertThat(answer)
                    .as("answer to: " + c)
                    .isInstanceOf(c.approvable() ? ApprovalPlan.class : PolicyDenial.class);
        }
    }

    /**
     * The same request has the same answer: again, from several threads, and on a machine set up elsewhere.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    default void answersTheSameAgain() throws Exception {
        for (PolicyCase c : cases()) {
            Question question = Question.of(this, c);
            PolicyAnswer answer = question.put(policy(), patience());
            assertThat(question.put(policy(), patience()))
                    .as("answer again to: " + c)
                    .isEqualTo(answer);
            ApprovalPolicy policy = policy();
            assertThat(Crowd.call(patience(), () -> policy.plan(question)))
                    .as("answers in several threads to: " + c)
                    .containsOnly(answer);
            assertThat(Abroad.call(() -> question.put(policy(), patience())))
                    .as("answers abroad to: " + c)
                    .containsOnly(answer);
        }
    }

    /**
     * A plan says which policy made it and how it reads; a denial has a code.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void explainsItself() throws Exception {
        for (PolicyCase c : cases()) {
            PolicyAnswer answer = Question.of(this, c).put(policy(), patience());
            if (answer instanceof ApprovalPlan plan) {
                assertThat(plan.policy()).as("the policy's name").isNotBlank();
                assertThat(plan.policyText()).as("the policy's text").isNotBlank();
            } else if (answer instanceof PolicyDenial denial) {
                assertThat(denial.code()).as("code of the denial").isNotBlank();
            }
        }
    }

    /**
     * Every step can be decided: as many people as it asks for hold what it names, and so they do where it escalates to.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void namesAuthoritiesThatExist() throws Exception {
        for (PolicyCase c : cases()) {
            if (Question.of(this, c).put(policy(), patience()) instanceof ApprovalPlan plan) {
                for (ApprovalStep step : plan.steps()) {
                    assertThat(people(step.authority()))
                            .as("people who can decide step " + step.id() + " of: " + c)
                            .isGreaterThanOrEqualTo(step.quorum());
                    Authority later = step.timing().escalateTo();
                    if (later != null) {
                        assertThat(people(later))
                                .as("people to whom step " + step.id() + " escalates")
                                .isPositive();
                    }
                }
            }
        }
    }

    private int people(Authority authority) throws Exception {
        Set<PersonId> people = new HashSet<>(authority.persons());
        for (Role role : authority.roles()) {
            people.addAll(directory().holders(role, now()));
        }
        int active = 0;
        for (PersonId person : people) {
            active += directory().active(person, now()) ? 1 : 0;
        }
        return active;
    }

    /**
     * Steps keep their names when only the text changes, so that a revision is compared step by step.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsTheNamesOfStepsOverRevisions() throws Exception {
        for (PolicyCase c : cases()) {
            Question question = Question.of(this, c);
            if (question.put(policy(), patience()) instanceof ApprovalPlan plan) {
                RequestView revised = c.revised(marked(c.request().form()));
                assertThat(question.about(revised).put(policy(), patience()))
                        .as("answer to a revision of: " + c)
                        .isInstanceOfSatisfying(
                                ApprovalPlan.class,
                                again -> assertThat(again.steps())
                                        .extracting(ApprovalStep::id)
                                        .isEqualTo(plan.steps().stream()
                                                .map(ApprovalStep::id)
                                                .toList()));
            }
        }
    }

    /**
     * Nothing of the mail's text, and no address, stands in the answer, which is kept in the audit trail.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsTheTextOutOfTheAnswer() throws Exception {
        for (PolicyCase c : cases()) {
            Question question =
                    Question.of(this, c).about(c.revised(marked(c.request().form())));
            PolicyAnswer answer = question.put(policy(), patience());
            Wrong.showsNothing("the answer to: " + c, answer, Marks.ALL);
        }
    }

    /**
     * When the directory cannot be asked, the policy fails or denies, or says what it would have said with it; it never asks for less.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void doesNotGuessWithoutTheDirectory() throws Exception {
        for (PolicyCase c : cases()) {
            Question question = Question.of(this, c);
            PolicyAnswer answer = question.put(policy(), patience());
            PolicyAnswer without;
            try {
                without = question.with(new DeadDirectory()).put(policy(), patience());
            } catch (Exception refused) {
                continue;
            }
            if (without instanceof ApprovalPlan) {
                assertThat(without).as("plan without a directory for: " + c).isEqualTo(answer);
            }
        }
    }

    /**
     * A permission that a reviewer found to be wrongly used by a request does not serve for it again: somebody is asked, or it is denied.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void restsOnNothingThatWasFoundUnsuitable() throws Exception {
        for (PolicyCase c : cases()) {
            PolicyAnswer answer;
            try {
                answer = Question.of(this, c).afterReviews().put(policy(), patience());
            } catch (Exception refused) {
                continue;
            }
            if (answer instanceof ApprovalPlan plan) {
                assertThat(plan.review() == null)
                        .as("rests on no permission after a reviewer found its use unsuitable: " + c)
                        .isTrue();
            }
        }
    }

    /**
     * Any request has an answer, or is refused by an exception; and the same one each time.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAnyRequest() throws Exception {
        PolicyCase c = cases().get(0);
        for (Purpose purpose : Purpose.values()) {
            for (long size : new long[] {0, 1, Long.MAX_VALUE}) {
                RequestForm form = RequestForm.builder(purpose)
                        .channels(EnumSet.allOf(Channel.class))
                        .audience(Audience.NOBODY)
                        .build();
                RequestView view = new RequestView(
                        c.request().id(),
                        1,
                        new Requester(PersonId.of("yabanci"), UnitId.of("yok"), PersonId.of("y")),
                        form,
                        size,
                        c.request().digest());
                Question question = Question.of(this, c).about(view);
                assertThat(outcome(question)).as("answer or exception").isEqualTo(outcome(question));
            }
        }
    }

    private Object outcome(Question question) throws Exception {
        try {
            return Objects.requireNonNull(question.put(policy(), patience()), "a policy answers");
        } catch (AssertionError | NullPointerException e) {
            throw new AssertionError("no answer to an unusual request", e);
        } catch (Exception refused) {
            return refused.getClass();
        }
    }

    /** A null is a mistake of the caller. */
    @Test
    default void refusesMistakesOfTheCaller() {
        ApprovalPolicy policy = policy();
        Throwable thrown = catchThrowable(() -> policy.plan(Wrong.nothing()));
        assertThat(thrown).as("plan(null)").isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class);
    }

    private static RequestForm marked(RequestForm form) {
        RequestForm.Builder marked = form.toBuilder()
                .content(new Content(
                        List.of(new LanguageVersion(
                                Locale.forLanguageTag("tr"), Marks.SUBJECT, Marks.HTML, Marks.TEXT, Marks.SMS)),
                        form.content().attachments(),
                        form.content().source()));
        for (Detail detail : form.details().keySet()) {
            if (!Marks.FORMED.contains(detail)) {
                marked.detail(detail, Marks.DETAIL);
            }
        }
        return marked.build();
    }
}
