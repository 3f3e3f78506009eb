package org.peyk.examples.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.MailProcess;
import org.peyk.Requests;
import org.peyk.WorkLists;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;
import org.peyk.testing.RecordingTransport;

/**
 * How long a page of each work list and the history of one request take in a full store. Arguments: {@code --requests N} (100000),
 * {@code --runs N} (500), {@code --engine h2|postgres|both} (both).
 */
final class WorkListsBenchmark implements Benchmarks.Benchmark {

    private static final int PAGE = 50;

    @Override
    public void run(List<String> arguments) throws Exception {
        int requests = Integer.parseInt(option(arguments, "--requests", "100000"));
        int runs = Integer.parseInt(option(arguments, "--runs", "500"));
        String engine = option(arguments, "--engine", "both");
        if (!engine.equals("postgres")) {
            try (Engine e = Engine.h2()) {
                measure(e, requests, runs);
            }
        }
        if (!engine.equals("h2")) {
            try (Engine e = Engine.postgres()) {
                measure(e, requests, runs);
            }
        }
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }

    private static void measure(Engine engine, int count, int runs) throws Exception {
        // their deadlines are two days off; half of the copies' are over at the time of the measurement
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofDays(-7).minus(Duration.ofMinutes(count / 40L)));
        try (MailProcess process = process(engine, past)) {
            fill(engine, process.requests(), count);
        }
        try (MailProcess process = process(engine, Clock.systemUTC())) {
            System.out.printf(
                    Locale.ROOT,
                    "%n%s, %d requests, pages of %d, %d runs; milliseconds%n%-44s %8s %8s %8s%n",
                    engine.label(),
                    count,
                    PAGE,
                    runs,
                    "",
                    "p50",
                    "p95",
                    "p99");
            WorkLists lists = process.workLists();
            print(
                    "waiting for a dean",
                    runs,
                    i -> require(lists.waitingFor(Crowd.dean(i % Crowd.FACULTIES), null, PAGE)
                            .items()));
            String deep = deep(lists);
            print(
                    "waiting for an officer, page 10",
                    runs,
                    i -> require(
                            lists.waitingFor(Crowd.officer(i % 5), deep, PAGE).items()));
            print(
                    "waiting for somebody without a role",
                    runs,
                    i -> lists.waitingFor(Crowd.requester(i % Crowd.REQUESTERS), null, PAGE));
            print(
                    "my requests",
                    runs,
                    i -> require(lists.requestedBy(Crowd.requester(i % Crowd.REQUESTERS), null, PAGE)
                            .items()));
            print("overdue", runs, i -> require(lists.overdue(null, PAGE).items()));
            print(
                    "waiting longest",
                    runs,
                    i -> require(lists.waiting(null, PAGE).items()));
            int per = count / 50;
            print(
                    "one request",
                    runs,
                    i -> process.requests().get(RequestId.of("R-" + i % 50 + "-" + (1 + i * 7 % per))));
            print(
                    "history of one request",
                    runs,
                    i -> require(process.audit().history(RequestId.of("R-" + i % 50 + "-" + (1 + i * 7 % per)))));
        }
    }

    private static void print(String what, int runs, Times.Work work) throws Exception {
        System.out.println(Times.of(runs, work).line(what));
    }

    /** A list that is empty is quick for the wrong reason. */
    private static void require(List<?> items) {
        if (items.isEmpty()) {
            throw new IllegalStateException("nothing was found");
        }
    }

    private static String deep(WorkLists lists) {
        String cursor = null;
        for (int page = 1; page < 10; page++) {
            String next = lists.waitingFor(Crowd.officer(0), cursor, PAGE).next();
            if (next == null) {
                break;
            }
            cursor = next;
        }
        return cursor == null ? "" : cursor;
    }

    /** Of fifty requests, one in five waits for a dean, one in ten for the office, and the others are approved or taken back. */
    private static void fill(Engine engine, Requests requests, int count) throws Exception {
        long begin = System.nanoTime();
        List<RequestId> patterns = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            UnitId unit = Crowd.faculty(i % Crowd.FACULTIES);
            RequestId id = requests.create(Requester.of(Crowd.requester(i), unit), Crowd.form())
                    .id();
            requests.submit(Crowd.requester(i), id);
            if (i >= Crowd.FACULTIES) {
                requests.approve(
                        Crowd.dean(i % Crowd.FACULTIES), id, requests.get(id).digest());
            }
            if (i >= Crowd.FACULTIES + 5) {
                requests.approve(Crowd.officer(0), id, requests.get(id).digest());
            }
            if (i % 2 == 0 && i >= Crowd.FACULTIES + 5) {
                requests.cancel(Crowd.requester(i), id, "vazgeçildi");
            }
            patterns.add(id);
        }
        Filling filling = new Filling(engine);
        for (int i = 0; i < patterns.size(); i++) {
            filling.copies(patterns.get(i).value(), i, count / patterns.size() - 1);
        }
        filling.finish();
        System.out.printf(Locale.ROOT, "%s filled in %.1f s%n", engine.label(), (System.nanoTime() - begin) / 1e9);
    }

    private static MailProcess process(Engine engine, Clock clock) {
        return MailProcess.builder()
                .store(engine.dataSource())
                .clock(clock)
                .node("benchmark")
                .directory(Crowd.directory())
                .policy(context -> plan(context.request().requester().unit()))
                .recipientSource(Crowd.source())
                .transport(new RecordingTransport())
                .discoverPlugins(false)
                .build();
    }

    /** First the dean, then the office. */
    private static ApprovalPlan plan(UnitId unit) {
        return new ApprovalPlan(
                "benchmark",
                "the dean, then the office",
                List.of(
                        step("dean", 1, Authority.of(Crowd.deanOf(unit))),
                        step("office", 2, Authority.of(Crowd.OFFICE))),
                LocalizedText.of("Ölçüm", "Benchmark"));
    }

    private static ApprovalStep step(String id, int order, Authority authority) {
        return new ApprovalStep(
                id,
                order,
                authority,
                1,
                Set.of(ApprovalQuestion.TEXT),
                LocalizedText.of("Kural", "Rule"),
                new StepTiming(2, 0, null));
    }
}
