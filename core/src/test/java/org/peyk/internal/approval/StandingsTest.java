package org.peyk.internal.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.internal.lifecycle.Command.Submission;
import org.peyk.internal.lifecycle.Decision;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StandingsTest {

    private static final Instant NOW = Samples.NOON;
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Role DEAN_ROLE = Role.of("DEAN");

    private static StaticDirectory.Builder people() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        for (PersonId p : List.of(
                Samples.REQUESTER, Samples.EDITOR, Samples.DEAN, Samples.REGISTRAR, Samples.DEPUTY, Samples.STRANGER)) {
            b.person(p, "Kişi", null, null);
        }
        return b.role(Samples.DEAN, DEAN_ROLE);
    }

    private static ApprovalStep byRole(String id, int order, int quorum) {
        return new ApprovalStep(
                id,
                order,
                Authority.of(DEAN_ROLE),
                quorum,
                Set.of(ApprovalQuestion.TEXT),
                LocalizedText.of("Dekanlık", "Deanery"),
                StepTiming.NONE);
    }

    /** A request in approval under a plan. */
    private static MailRequest inApproval(ApprovalPlan plan) {
        Command.Create create = Samples.create(Samples.form());
        MailRequest draft = Lifecycle.create(create, Samples.EDITOR, NOW).next();
        Decision d = Lifecycle.decide(
                draft,
                new Command.Submit(draft.digest(), new Submission(List.of(), List.of(), 100, plan, Set.of())),
                Samples.REQUESTER,
                NOW);
        return ((Decision.Accepted) d).next();
    }

    private static List<Standing> of(StaticDirectory directory, MailRequest r, PersonId actor, Instant at) {
        return new Standings(directory).of(r, actor, at);
    }

    @Test
    void holdersAndNamedPersonsDecideTheirOpenSteps() {
        MailRequest r = inApproval(Samples.plan(
                byRole("dean", 1, 1), Samples.step("registrar", 1, 1, Samples.REGISTRAR), byRole("later", 2, 1)));
        StaticDirectory directory = people().build();
        assertThat(of(directory, r, Samples.DEAN, NOW)).containsExactly(new Standing("dean", null));
        assertThat(of(directory, r, Samples.REGISTRAR, NOW)).containsExactly(new Standing("registrar", null));
        assertThat(of(directory, r, Samples.STRANGER, NOW)).isEmpty();
        assertThat(of(directory, r, PersonId.of("unknown"), NOW)).isEmpty();
    }

    @Test
    void A16_aDeputyDecidesOnBehalfWhileTheDeputyshipHolds() {
        MailRequest r = inApproval(Samples.plan(byRole("dean", 1, 1)));
        StaticDirectory directory =
                people().deputy(Samples.DEAN, Samples.DEPUTY, NOW, TOMORROW).build();
        assertThat(of(directory, r, Samples.DEPUTY, NOW)).containsExactly(new Standing("dean", Samples.DEAN));
        assertThat(of(directory, r, Samples.DEPUTY, TOMORROW)).isEmpty();
        assertThat(of(directory, r, Samples.DEPUTY, NOW.minusMillis(1))).isEmpty();
    }

    @Test
    void aDeputysDeputyIsNobody() {
        MailRequest r = inApproval(Samples.plan(byRole("dean", 1, 1)));
        StaticDirectory directory = people().deputy(Samples.DEAN, Samples.DEPUTY, NOW, TOMORROW)
                .deputy(Samples.DEPUTY, Samples.STRANGER, NOW, TOMORROW)
                .build();
        assertThat(of(directory, r, Samples.STRANGER, NOW)).isEmpty();
    }

    @Test
    void aDeputyOfTwoActsForTheOneWhoHasNotDecided() {
        MailRequest r = inApproval(Samples.plan(Samples.step("both", 1, 2, Samples.DEAN, Samples.REGISTRAR)));
        StaticDirectory directory = people().deputy(Samples.DEAN, Samples.DEPUTY, NOW, TOMORROW)
                .deputy(Samples.REGISTRAR, Samples.DEPUTY, NOW, TOMORROW)
                .build();
        for (PersonId first : List.of(Samples.DEAN, Samples.REGISTRAR)) {
            Decision d = Lifecycle.decide(
                    r, new Command.Approve(r.digest(), List.of(new Standing("both", null))), first, NOW);
            MailRequest once = ((Decision.Accepted) d).next();
            PersonId other = first.equals(Samples.DEAN) ? Samples.REGISTRAR : Samples.DEAN;
            assertThat(of(directory, once, Samples.DEPUTY, NOW)).containsExactly(new Standing("both", other));
        }
    }

    @Test
    void ownAuthorityGoesBeforeADeputyship() {
        MailRequest r = inApproval(Samples.plan(Samples.step("both", 1, 2, Samples.DEAN, Samples.REGISTRAR)));
        StaticDirectory directory =
                people().deputy(Samples.DEAN, Samples.REGISTRAR, NOW, TOMORROW).build();
        assertThat(of(directory, r, Samples.REGISTRAR, NOW)).containsExactly(new Standing("both", null));
    }

    @Test
    void A15_touchersDecideNothingNorDoesAnybodyForThem() {
        MailRequest r = inApproval(Samples.plan(
                Samples.step("editor", 1, 1, Samples.EDITOR), Samples.step("requester", 1, 1, Samples.REQUESTER)));
        StaticDirectory directory = people().deputy(Samples.EDITOR, Samples.DEPUTY, NOW, TOMORROW)
                .deputy(Samples.DEAN, Samples.REQUESTER, NOW, TOMORROW)
                .build();
        assertThat(r.touchers()).contains(Samples.EDITOR, Samples.REQUESTER);
        assertThat(of(directory, r, Samples.EDITOR, NOW)).isEmpty();
        assertThat(of(directory, r, Samples.DEPUTY, NOW)).isEmpty();
        MailRequest byDean = inApproval(Samples.plan(byRole("dean", 1, 1)));
        assertThat(of(directory, byDean, Samples.REQUESTER, NOW))
                .as("a toucher who deputises")
                .isEmpty();
    }

    @Test
    void inactivePeopleDecideNothingNorDoesAnybodyForThem() {
        MailRequest r = inApproval(Samples.plan(Samples.step("named", 1, 1, Samples.DEAN)));
        StaticDirectory.Builder b = people().deputy(Samples.DEAN, Samples.DEPUTY, NOW, TOMORROW);
        assertThat(of(b.build(), r, Samples.DEPUTY, NOW)).hasSize(1);
        StaticDirectory left = b.inactive(Samples.DEAN, NOW).build();
        assertThat(of(left, r, Samples.DEAN, NOW)).isEmpty();
        assertThat(of(left, r, Samples.DEPUTY, NOW)).isEmpty();
        StaticDirectory deputyLeft = people().deputy(Samples.DEAN, Samples.DEPUTY, NOW, TOMORROW)
                .inactive(Samples.DEPUTY, NOW)
                .build();
        assertThat(of(deputyLeft, r, Samples.DEPUTY, NOW)).isEmpty();
    }

    @Test
    void stepsThatCannotReachTheirQuorumAreNamed() {
        ApprovalPlan plan = Samples.plan(
                byRole("one", 1, 1),
                byRole("two", 1, 2),
                Samples.step("editor", 2, 1, Samples.EDITOR),
                Samples.step("pair", 2, 2, Samples.REGISTRAR, Samples.STRANGER),
                Samples.step("stranger", 3, 1, PersonId.of("unknown")));
        Standings standings = new Standings(
                people().deputy(Samples.DEAN, Samples.DEPUTY, NOW, TOMORROW).build());
        assertThat(standings.stepsWithoutApprover(plan, Set.of(Samples.EDITOR), NOW))
                .containsExactlyInAnyOrder("two", "editor", "stranger");
        assertThat(standings.stepsWithoutApprover(plan, Set.of(Samples.DEAN, Samples.STRANGER), NOW))
                .containsExactlyInAnyOrder("one", "two", "pair", "stranger");
    }

    @Test
    void aDirectoryThatCannotBeAskedRefuses() {
        MailRequest r = inApproval(Samples.plan(byRole("dean", 1, 1)));
        DirectoryException down = new DirectoryException(
                "DIR-DOWN", LocalizedText.of("Rehbere ulaşılamadı.", "Directory is down."), null);
        Directory broken = new Directory() {
            @Override
            public Optional<Person> find(PersonId id) throws DirectoryException {
                throw down;
            }

            @Override
            public boolean active(PersonId id, Instant at) throws DirectoryException {
                throw down;
            }

            @Override
            public Set<PersonId> holders(Role role, Instant at) throws DirectoryException {
                throw down;
            }

            @Override
            public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException {
                throw down;
            }
        };
        assertThatThrownBy(() -> new Standings(broken).of(r, Samples.DEAN, NOW))
                .isInstanceOfSatisfying(PeykException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
                    assertThat(e.text().tr()).isEqualTo("Rehbere ulaşılamadı.");
                });
        assertThatThrownBy(() ->
                        new Standings(broken).stepsWithoutApprover(Samples.plan(byRole("dean", 1, 1)), Set.of(), NOW))
                .isInstanceOf(PeykException.class);
    }
}
