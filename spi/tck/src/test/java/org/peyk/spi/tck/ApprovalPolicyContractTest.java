package org.peyk.spi.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

class ApprovalPolicyContractTest {

    enum Wrongness implements Defect {
        NONE(),
        INFO_CHANGES("saysWhoItIs"),
        APPROVES_ANYTHING("answersAsItMust"),
        DENIES_EVERYTHING("answersAsItMust"),
        COUNTS_ITS_ANSWERS("answersTheSameAgain"),
        FOLDS_BY_THE_MACHINES_LANGUAGE("answersTheSameAgain"),
        HAS_NO_NAME("explainsItself"),
        DENIES_WITHOUT_A_CODE("explainsItself"),
        NAMES_A_ROLE_NOBODY_HOLDS("namesAuthoritiesThatExist"),
        ASKS_FOR_TOO_MANY("namesAuthoritiesThatExist"),
        ESCALATES_TO_NOBODY("namesAuthoritiesThatExist"),
        NAMES_STEPS_BY_REVISION("keepsTheNamesOfStepsOverRevisions"),
        QUOTES_THE_SUBJECT("keepsTheTextOutOfTheAnswer"),
        QUOTES_A_DETAIL("keepsTheTextOutOfTheAnswer"),
        ASKS_FOR_LESS_WITHOUT_THE_DIRECTORY("doesNotGuessWithoutTheDirectory"),
        RESTS_ON_A_PERMISSION_FOR_GOOD("restsOnNothingThatWasFoundUnsuitable"),
        HAS_NO_ANSWER("answersAnyRequest"),
        ANSWERS_BY_CHANCE("answersAnyRequest"),
        TAKES_NULLS("refusesMistakesOfTheCaller");

        private final String caughtBy;

        Wrongness(String... caughtBy) {
            this.caughtBy = String.join(" ", caughtBy);
        }

        @Override
        public String caughtBy() {
            return caughtBy;
        }
    }

    @Nested
    class APolicy extends Deans {
        APolicy() {
            super(Wrongness.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(Wrongness defect, String check) throws Exception {
        ContractRun.fails(new Deans(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(Wrongness.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(ApprovalPolicyContract.class, Defect.allChecks(Wrongness.values()));
    }

    private static final PersonId DEAN = PersonId.of("1001");
    private static final Role ROLE = new Role("DEAN", UnitId.of("muh"));

    static class Deans implements ApprovalPolicyContract {
        private final DeanPolicy policy;

        Deans(Wrongness defect) {
            this.policy = new DeanPolicy(defect);
        }

        @Override
        public ApprovalPolicy policy() {
            return policy;
        }

        @Override
        public Directory directory() {
            return new OneDean();
        }

        @Override
        public List<PolicyCase> cases() {
            Requester requester = Requester.of(PersonId.of("2001"), UnitId.of("muh"));
            RequestForm form = RequestForm.builder(Purpose.INVITATION)
                    .detail(Detail.HOST, "Mühendislik Fakültesi")
                    .detail(Detail.DATE, "2026-12-01")
                    .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Davet", "Bekleriz.")))
                    .audience(Audience.of(Selection.of("kisiler", "ogrenci")))
                    .build();
            RequestForm nobody = form.toBuilder().audience(Audience.NOBODY).build();
            return List.of(
                    PolicyCase.approvable("an invitation", requester, form, 100),
                    PolicyCase.denied("a mail to nobody", requester, nobody, 0));
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }
    }

    /** The dean of the requester's unit approves whatever goes to somebody. */
    private static final class DeanPolicy implements ApprovalPolicy {
        private final Wrongness defect;
        private final AtomicInteger answers = new AtomicInteger();

        DeanPolicy(Wrongness defect) {
            this.defect = defect;
        }

        private boolean is(Wrongness other) {
            return defect == other;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo("dean", is(Wrongness.INFO_CHANGES) ? "" + System.nanoTime() : "1");
        }

        @Override
        public PolicyAnswer plan(ApprovalContext context) throws Exception {
            if (context == null && is(Wrongness.TAKES_NULLS)) {
                return new PolicyDenial("DEAN-NULL", LocalizedText.of("Yok", "None"));
            }
            boolean unusual = context.request().requester().unit().equals(UnitId.of("yok"));
            if (unusual && is(Wrongness.HAS_NO_ANSWER)) {
                return null;
            }
            boolean chance = unusual && is(Wrongness.ANSWERS_BY_CHANCE) && answers.incrementAndGet() % 2 == 0;
            boolean nobody = context.request().form().audience().include().isEmpty();
            if ((nobody && !is(Wrongness.APPROVES_ANYTHING)) || is(Wrongness.DENIES_EVERYTHING)) {
                String code = is(Wrongness.DENIES_WITHOUT_A_CODE) ? " " : "DEAN-NOBODY" + (chance ? "-1" : "");
                return new PolicyDenial(code, LocalizedText.of("Alıcı yok.", "Nobody gets it."));
            }
            return plan(context, authority(context));
        }

        private Authority authority(ApprovalContext context) throws DirectoryException {
            try {
                if (context.directory().holders(ROLE, context.now()).isEmpty()) {
                    throw new IllegalStateException("no dean");
                }
            } catch (DirectoryException e) {
                if (is(Wrongness.ASKS_FOR_LESS_WITHOUT_THE_DIRECTORY)) {
                    return Authority.of(context.request().requester().person());
                }
                throw e;
            }
            return Authority.of(is(Wrongness.NAMES_A_ROLE_NOBODY_HOLDS) ? Role.of("SULTAN") : ROLE);
        }

        private ApprovalPlan plan(ApprovalContext context, Authority authority) {
            String id = "dean-" + context.request().requester().unit().value();
            if (is(Wrongness.NAMES_STEPS_BY_REVISION)) {
                id += "-" + context.request().revision();
            }
            if (is(Wrongness.FOLDS_BY_THE_MACHINES_LANGUAGE)) {
                id += "ID".toLowerCase(Locale.getDefault());
            }
            String why = "approval";
            if (is(Wrongness.COUNTS_ITS_ANSWERS)) {
                why += answers.incrementAndGet();
            }
            RequestForm form = context.request().form();
            if (is(Wrongness.QUOTES_THE_SUBJECT)) {
                why += form.content().versions().get(0).subject();
            }
            if (is(Wrongness.QUOTES_A_DETAIL)) {
                why += form.details();
            }
            StepTiming timing = is(Wrongness.ESCALATES_TO_NOBODY)
                    ? new StepTiming(1, 2, Authority.of(Role.of("SULTAN")))
                    : StepTiming.NONE;
            ApprovalStep step = new ApprovalStep(
                    id,
                    1,
                    authority,
                    is(Wrongness.ASKS_FOR_TOO_MANY) ? 2 : 1,
                    EnumSet.allOf(ApprovalQuestion.class),
                    LocalizedText.of("Birim onayı " + why, "Unit " + why),
                    timing);
            String name = is(Wrongness.HAS_NO_NAME) ? "" : "dean";
            LocalizedText reason = LocalizedText.of("Dekan", "Dean");
            LaterReview review = is(Wrongness.RESTS_ON_A_PERMISSION_FOR_GOOD)
                    ? new LaterReview(LaterReview.Kind.BREAK_GLASS, "her-zaman", authority, reason, null)
                    : null;
            return new ApprovalPlan(name, "The dean approves.", List.of(step), reason, review);
        }
    }

    private static final class OneDean implements Directory {
        @Override
        public Optional<Person> find(PersonId id) {
            return Optional.empty();
        }

        @Override
        public boolean active(PersonId id, Instant at) {
            return id.equals(DEAN);
        }

        @Override
        public Set<PersonId> holders(Role role, Instant at) {
            return role.equals(ROLE) ? Set.of(DEAN) : Set.of();
        }

        @Override
        public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) {
            return List.of();
        }
    }
}
