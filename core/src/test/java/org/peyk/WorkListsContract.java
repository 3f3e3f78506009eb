package org.peyk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Role;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Work lists on either engine, held against what each person may really do. */
abstract class WorkListsContract {

    private static final Role DEAN = Role.of("DEAN");
    private static final Role OFFICE = new Role("OFFICE", Samples.FACULTY);
    private static final List<PersonId> PEOPLE = List.of(
            Samples.REQUESTER, Samples.EDITOR, Samples.DEAN, Samples.REGISTRAR, Samples.DEPUTY, Samples.STRANGER);

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final AtomicReference<ApprovalPlan> plan = new AtomicReference<>(
            Samples.plan(step("dean", 1, 1, Authority.of(DEAN), new StepTiming(2, 3, Authority.of(OFFICE)))));
    private final StaticDirectory people = PortalProcess.people()
            .role(Samples.REGISTRAR, OFFICE)
            .role(Samples.EDITOR, OFFICE)
            .deputy(Samples.DEAN, Samples.DEPUTY, Samples.NOON.minusSeconds(1), Samples.NOON.plusSeconds(86_400))
            .deputy(
                    Samples.REGISTRAR,
                    Samples.STRANGER,
                    Samples.NOON.minusSeconds(1),
                    Instant.parse("2027-01-01T00:00:00Z"))
            .build();
    private MailProcess process;
    private Requests requests;
    private WorkLists lists;

    abstract DataSource database(Path dir);

    @BeforeEach
    void begin() {
        process = PortalProcess.over(database(directory), clock, people, Samples.plan())
                .policy(context -> plan.get())
                .build();
        requests = process.requests();
        lists = process.workLists();
    }

    @AfterEach
    void end() {
        process.close();
    }

    private static ApprovalStep step(String id, int order, int quorum, Authority authority, StepTiming timing) {
        return new ApprovalStep(
                id, order, authority, quorum, Set.of(ApprovalQuestion.TEXT), LocalizedText.of("Kural", "Rule"), timing);
    }

    /** All pages of a list, one after the other. */
    private static List<WorkItem> all(Function<@Nullable String, WorkPage> list) {
        List<WorkItem> items = new ArrayList<>();
        WorkPage page = list.apply(null);
        items.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(page.next());
            items.addAll(page.items());
        }
        assertThat(items).extracting(WorkItem::id).doesNotHaveDuplicates();
        return items;
    }

    private List<RequestId> waitingFor(PersonId person) {
        return all(cursor -> lists.waitingFor(person, cursor, 2)).stream()
                .map(WorkItem::id)
                .toList();
    }

    private RequestId submittedLater() {
        clock.advance(Duration.ofSeconds(1));
        return PortalProcess.submitted(requests);
    }

    @Test
    void whatWaitsForSomebodyIsPagedTheLongestWaitingFirst() {
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(submittedLater());
        }
        PortalProcess.draft(requests);
        assertThat(waitingFor(Samples.DEAN)).isEqualTo(ids);
        assertThat(waitingFor(Samples.DEPUTY)).as("a deputy of the dean").isEqualTo(ids);
        assertThat(waitingFor(Samples.REGISTRAR)).isEmpty();

        WorkItem first = lists.waitingFor(Samples.DEAN, null, 1).items().get(0);
        assertThat(first.state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(first.subject()).isEqualTo("Kütüphane saatleri");
        assertThat(first.requester()).isEqualTo(Requester.of(Samples.REQUESTER, Samples.FACULTY));
        assertThat(first.steps()).containsExactly("dean");
        assertThat(first.waitingSince()).isEqualTo(Samples.NOON.plusSeconds(1));
        assertThat(first.due()).isNotNull().isEqualTo(first.late());
        assertThat(first.toString()).doesNotContain("Kütüphane", Samples.REQUESTER.value());

        requests.approve(Samples.DEAN, ids.get(0), requests.get(ids.get(0)).digest());
        requests.cancel(Samples.REQUESTER, ids.get(1), "vazgeçildi");
        assertThat(waitingFor(Samples.DEAN)).isEqualTo(ids.subList(2, 5));
        clock.advance(Duration.ofDays(2));
        assertThat(waitingFor(Samples.DEPUTY)).as("the deputyship is over").isEmpty();
    }

    @Test
    void somebodyWithAHandInItDoesNotFindIt() {
        plan.set(Samples.plan(step("office", 1, 1, Authority.of(OFFICE), StepTiming.NONE)));
        RequestId id = submittedLater();
        assertThat(waitingFor(Samples.EDITOR)).containsExactly(id);
        assertThat(waitingFor(Samples.STRANGER))
                .as("deputises for the registrar")
                .containsExactly(id);
        RequestForm form = Samples.form("Başka metin");
        clock.advance(Duration.ofSeconds(1));
        RequestId own = requests.create(Requester.of(Samples.REGISTRAR, Samples.FACULTY), form)
                .id();
        requests.submit(Samples.REGISTRAR, own);
        assertThat(waitingFor(Samples.EDITOR)).containsExactly(id, own);
        assertThat(waitingFor(Samples.REGISTRAR)).containsExactly(id);
        assertThat(waitingFor(Samples.STRANGER))
                .as("not on behalf of one who touched it")
                .containsExactly(id);
    }

    @Test
    void aDecisionThatWasGivenToSomebodyIsFoundByHim() {
        RequestId id = submittedLater();
        assertThat(waitingFor(Samples.STRANGER)).isEmpty();
        requests.delegate(Samples.DEAN, id, Samples.STRANGER, "izindeyim");
        assertThat(waitingFor(Samples.STRANGER)).containsExactly(id);
        assertThat(waitingFor(Samples.DEAN)).containsExactly(id);
        requests.approve(Samples.STRANGER, id, requests.get(id).digest());
        assertThat(waitingFor(Samples.STRANGER)).isEmpty();
    }

    @Test
    void whoHasApprovedAStepThatNeedsMoreDoesNotFindItAgain() {
        plan.set(Samples.plan(step("office", 1, 2, Authority.of(OFFICE), StepTiming.NONE)));
        RequestId id = submittedLater();
        requests.approve(Samples.REGISTRAR, id, requests.get(id).digest());
        assertThat(requests.get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(waitingFor(Samples.REGISTRAR)).isEmpty();
        assertThat(waitingFor(Samples.STRANGER)).as("his deputy adds nothing").isEmpty();
        assertThat(waitingFor(Samples.EDITOR)).containsExactly(id);
    }

    @Test
    void everybodyFindsOnWhatHeAsked() {
        RequestId first = submittedLater();
        clock.advance(Duration.ofSeconds(1));
        RequestId second = PortalProcess.draft(requests);
        clock.advance(Duration.ofSeconds(1));
        RequestId third = PortalProcess.draft(requests);
        assertThat(all(c -> lists.requestedBy(Samples.REQUESTER, c, 1)))
                .extracting(WorkItem::id)
                .containsExactly(third, second, first);
        assertThat(lists.requestedBy(Samples.DEAN, null, 200).items()).isEmpty();
    }

    @Test
    void lateIsWhatShouldHaveBeenDecidedOrSent() {
        RequestId step = submittedLater();
        Instant end = Samples.NOON.plus(Duration.ofHours(5));
        RequestForm form =
                Samples.form().toBuilder().window(new SendingWindow(null, end)).build();
        RequestId window = requests.create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form)
                .id();
        assertThat(lists.overdue(null, 10).items()).isEmpty();
        clock.set(end);
        assertThat(lists.overdue(null, 10).items()).extracting(WorkItem::id).containsExactly(window);
        clock.set(Samples.NOON.plus(Duration.ofDays(7)));
        assertThat(all(c -> lists.overdue(c, 1))).extracting(WorkItem::id).containsExactly(window, step);
        requests.approve(Samples.DEAN, step, requests.get(step).digest());
        requests.cancel(Samples.REQUESTER, window, "geç kaldı");
        assertThat(lists.overdue(null, 10).items()).isEmpty();
    }

    @Test
    void whatWaitsForAnybodyIsFoundByItsAge() {
        RequestId first = submittedLater();
        RequestId second = submittedLater();
        PortalProcess.draft(requests);
        assertThat(all(c -> lists.waiting(c, 1))).extracting(WorkItem::id).containsExactly(first, second);
    }

    @Test
    void cursorsAndLimitsAreChecked() {
        assertThatThrownBy(() -> lists.waiting(null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lists.waiting(null, WorkLists.MOST + 1)).isInstanceOf(IllegalArgumentException.class);
        for (String cursor : List.of("", "???", "YWJj", "MjAyNi0")) {
            assertThatThrownBy(() -> lists.overdue(cursor, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cursor");
        }
    }

    @Test
    void aChangeThatWasTakenBackIsInNoList() throws Exception {
        DataSource database = database(directory);
        try (MailProcess other =
                PortalProcess.over(database, clock, people, Samples.plan()).build()) {
            try (JdbcTransaction t = JdbcTransaction.begin(database)) {
                PortalProcess.submitted(other.requests().in(t));
            }
            assertThat(other.workLists().waiting(null, 10).items()).isEmpty();
            assertThat(other.workLists()
                            .requestedBy(Samples.REQUESTER, null, 10)
                            .items())
                    .isEmpty();
        }
    }

    /** Whatever people do, each finds exactly what he may decide. */
    @Test
    void listsAgreeWithWhatEverybodyMayDo() {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("WorkListsContract seed " + seed + " (repeat with -Dpeyk.seed=" + seed + ")");
        Random random = new Random(seed);
        Standings standings = new Standings(people);
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            clock.advance(Duration.ofSeconds(random.nextInt(2)));
            if (ids.size() < 8 || random.nextInt(20) == 0) {
                plan.set(randomPlan(random));
                PersonId who = any(random);
                ids.add(requests.create(Requester.of(who, Samples.FACULTY), Samples.form(), null)
                        .id());
            } else {
                act(random, ids.get(random.nextInt(ids.size())));
            }
            if (i % 10 == 9) {
                for (PersonId p : PEOPLE) {
                    Set<RequestId> must = new HashSet<>();
                    Set<RequestId> may = new HashSet<>();
                    for (RequestId id : ids) {
                        MailRequest r = requests.get(id);
                        List<Standing> open =
                                r.state() == RequestState.IN_APPROVAL ? standings.of(r, p, clock.instant()) : List.of();
                        if (!open.isEmpty()) {
                            may.add(id);
                        }
                        // a standing names one authority; whether a second one of the same person is left, it does not
                        // say
                        if (open.stream().anyMatch(s -> !given(r, s.step(), p, s.onBehalfOf()))) {
                            must.add(id);
                        }
                    }
                    assertThat(new HashSet<>(waitingFor(p)))
                            .as("%s after %s", p, i)
                            .containsAll(must)
                            .isSubsetOf(may);
                }
            }
        }
    }

    private static boolean given(MailRequest r, String step, PersonId by, @Nullable PersonId onBehalfOf) {
        PersonId authority = onBehalfOf == null ? by : onBehalfOf;
        return r.approvals().stream()
                .filter(a -> a.step().equals(step))
                .anyMatch(a -> a.by().equals(by)
                        || a.authority().equals(by)
                        || a.by().equals(authority)
                        || a.authority().equals(authority));
    }

    private static PersonId any(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static ApprovalPlan randomPlan(Random random) {
        List<ApprovalStep> steps = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Authority authority = switch (random.nextInt(4)) {
                case 0 -> Authority.of(DEAN);
                case 1 -> Authority.of(OFFICE);
                case 2 -> new Authority(Set.of(DEAN, OFFICE), Set.of());
                default -> new Authority(Set.of(OFFICE), Set.of(any(random)));
            };
            steps.add(step("s" + i, random.nextInt(2), 1 + random.nextInt(2), authority, StepTiming.NONE));
        }
        return Samples.plan(steps.toArray(ApprovalStep[]::new));
    }

    /** Something that somebody tries; most of it is refused. */
    private void act(Random random, RequestId id) {
        MailRequest r = requests.get(id);
        PersonId who = any(random);
        try {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> requests.submit(r.requester().person(), id);
                case 3, 4 -> requests.approve(who, id, r.digest());
                case 5 -> requests.delegate(who, id, any(random), "devir");
                case 6 -> requests.withdrawApproval(who, id, "geri");
                case 7 ->
                    requests.revise(r.requester().person(), id, r.version(), Samples.form("Metin " + random.nextInt()));
                default -> {
                    if (random.nextInt(4) == 0) {
                        requests.requestChanges(who, id, ReasonCode.WRONG_INFORMATION, "düzeltin");
                    } else {
                        requests.comment(who, id, String.format(Locale.ROOT, "not %d", random.nextInt()));
                    }
                }
            }
        } catch (PeykException e) {
            assertThat(e.code())
                    .as("a refusal, and no failure")
                    .isNotIn(ErrorCode.STORE_UNAVAILABLE, ErrorCode.PLUGIN_FAILED);
        }
    }
}
