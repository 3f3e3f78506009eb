package org.peyk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Role;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A portal joins commands to its own transaction, on either engine, with plain JDBC. */
abstract class JoiningContract {

    private static final Instant TOMORROW = Samples.NOON.plusSeconds(86_400);

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final LinkedBlockingQueue<ProcessEvent> heard = new LinkedBlockingQueue<>();
    private DataSource database;
    private MailProcess process;
    private Requests requests;

    /** A new database with nothing in it. */
    abstract DataSource database(Path dir);

    @BeforeEach
    void begin() throws SQLException {
        database = database(directory);
        sql(database, "create table portal_row (id int primary key, request varchar(200))");
        process = PortalProcess.over(database, clock).listener(heard::add).build();
        requests = process.requests();
    }

    @AfterEach
    void end() {
        process.close();
    }

    private static void sql(DataSource d, String sql) throws SQLException {
        try (Connection c = d.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private long count(String from) throws SQLException {
        try (Connection c = database.getConnection()) {
            return count(c, from);
        }
    }

    private static long count(Connection c, String from) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from " + from)) {
            r.next();
            return r.getLong(1);
        }
    }

    private static void insert(TransactionScope scope, int id, RequestId request) throws SQLException {
        try (Statement s = scope.connection().createStatement()) {
            s.executeUpdate("insert into portal_row (id, request) values (" + id + ", '" + request.value() + "')");
        }
    }

    private ProcessEvent next() throws InterruptedException {
        ProcessEvent e = heard.poll(20, TimeUnit.SECONDS);
        assertThat(e).as("the listener hears of what was committed").isNotNull();
        return e;
    }

    @Test
    void A39_hostRowAndStateChangeCommitTogether() throws Exception {
        RequestId id = PortalProcess.approved(requests);

        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            insert(t, 1, id);
            MailRequest after = requests.in(t).schedule(Samples.REQUESTER, id, TOMORROW);
            assertThat(after.state()).isEqualTo(RequestState.SCHEDULED);
            assertThat(requests.get(id).state()).as("nobody else sees it yet").isEqualTo(RequestState.APPROVED);
        }
        assertThat(requests.get(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(count("portal_row")).isZero();
        assertThat(count("peyk_task")).isZero();

        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            insert(t, 1, id);
            requests.in(t).schedule(Samples.REQUESTER, id, TOMORROW);
            t.commit();
        }
        assertThat(requests.get(id).state()).isEqualTo(RequestState.SCHEDULED);
        assertThat(count("portal_row")).isEqualTo(1);
        assertThat(count("peyk_task where task_name = 'dispatch' and task_instance = '" + id.value() + "'"))
                .as("the work that follows was enqueued with it")
                .isEqualTo(1);
        assertThat(process.audit().verify()).isEmpty();
    }

    @Test
    void anExceptionInTheMiddleTakesBothBack() throws Exception {
        RequestId id = PortalProcess.approved(requests);
        assertThatThrownBy(() -> {
                    try (JdbcTransaction t = JdbcTransaction.begin(database)) {
                        requests.in(t).schedule(Samples.REQUESTER, id, TOMORROW);
                        insert(t, 1, id);
                        throw new IllegalStateException("the portal's own trouble");
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        assertThat(requests.get(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(count("portal_row")).isZero();
        assertThat(count("peyk_task")).isZero();
        assertThat(process.audit().history(id)).hasSize(4);
    }

    @Test
    void listenersHearOfItAfterTheCommitAndNeverOfWhatWasRolledBack() throws Exception {
        process.start();
        RequestId gone;
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            gone = PortalProcess.draft(requests.in(t));
        }
        RequestId kept;
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests joined = requests.in(t);
            kept = PortalProcess.draft(joined);
            joined.comment(Samples.REQUESTER, kept, "ilk not");
            process.audit().seal();
            assertThat(heard).isEmpty();
            t.commit();
        }
        assertThat(next().request()).isEqualTo(kept).isNotEqualTo(gone);
        assertThat(next().type()).isEqualTo(EventType.COMMENTED);
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> requests.get(gone))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void severalCommandsInOneScopeSeeEachOther() throws Exception {
        RequestId id;
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests joined = requests.in(t);
            id = PortalProcess.approved(joined);
            insert(t, 1, id);
            joined.schedule(Samples.REQUESTER, id, TOMORROW);
            assertThat(joined.get(id).state()).isEqualTo(RequestState.SCHEDULED);
            assertThat(joined.allowedActions(Samples.REQUESTER, id).get(Action.PAUSE))
                    .isEmpty();
            assertThat(joined.inStates(List.of(RequestState.SCHEDULED), 10)).hasSize(1);
            assertThat(requests.inStates(List.of(RequestState.values()), 10)).isEmpty();
            t.commit();
        }
        assertThat(requests.get(id).state()).isEqualTo(RequestState.SCHEDULED);
        assertThat(process.audit().verify()).isEmpty();
    }

    @Test
    void aRefusedCommandLeavesTheTransactionAsItWas() throws Exception {
        RequestId id = PortalProcess.submitted(requests);
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests joined = requests.in(t);
            insert(t, 1, id);
            assertThatThrownBy(() ->
                            joined.approve(Samples.REQUESTER, id, joined.get(id).digest()))
                    .isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> joined.get(RequestId.of("R-404"))).isInstanceOf(PeykException.class);
            joined.approve(Samples.DEAN, id, joined.get(id).digest());
            t.commit();
        }
        assertThat(requests.get(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(count("portal_row")).isEqualTo(1);
    }

    @Test
    void anAttachmentOfTheTransactionIsReadInItAndAfterIt() throws Exception {
        byte[] text = "Program: saat 14.00".getBytes(StandardCharsets.UTF_8);
        Attachment file = Attachment.of("program.txt", "text/plain", ByteSource.of(text));
        RequestForm form = Samples.form().toBuilder()
                .content(Samples.form().content().withAttachments(List.of(file)))
                .build();
        MailRequest made;
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests joined = requests.in(t);
            RequestId id = joined.create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form)
                    .id();
            made = joined.get(id);
            assertThat(bytes(made)).isEqualTo(text);
            t.commit();
            assertThat(bytes(made)).isEqualTo(text);
        }
        assertThat(bytes(made)).isEqualTo(text);
    }

    /** The second one waits for the first one's file, and then has it without storing it again. */
    @Test
    void twoWhoBringTheSameFileInTheSameMomentBothMakeTheirRequest() throws Exception {
        Attachment file = Attachment.of(
                "program.txt", "text/plain", ByteSource.of("Program: saat 14.00".getBytes(StandardCharsets.UTF_8)));
        RequestForm form = Samples.form().toBuilder()
                .content(Samples.form().content().withAttachments(List.of(file)))
                .build();
        Requester who = Requester.of(Samples.REQUESTER, Samples.FACULTY);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            requests.in(t).create(who, form);
            Future<MailRequest> second = thread.submit(() -> requests.create(who, form));
            while (!second.isDone() && !waiting()) {
                Thread.onSpinWait();
            }
            t.commit();
            MailRequest made = second.get(20, TimeUnit.SECONDS);
            assertThat(bytes(requests.get(made.id()))).hasSize(19);
        } finally {
            thread.shutdownNow();
        }
        assertThat(count("peyk_request")).isEqualTo(2);
        assertThat(count("peyk_file")).isEqualTo(1);
    }

    private static byte[] bytes(MailRequest r) throws Exception {
        try (var in = r.form().content().attachments().get(0).bytes().open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void aStoreInAnotherDatabaseRefusesToJoin() throws Exception {
        RequestId id = PortalProcess.submitted(requests);
        DataSource empty = database(directory);
        DataSource others = database(directory);
        try (MailProcess another =
                PortalProcess.over(others, clock).node("node-2").build()) {
            for (DataSource d : List.of(empty, others)) {
                sql(d, "create table portal_row (id int primary key, request varchar(200))");
                try (JdbcTransaction t = JdbcTransaction.begin(d)) {
                    insert(t, 1, id);
                    assertThatThrownBy(() -> requests.in(t)).isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.JOIN_OTHER_STORE);
                        assertThat(e.text().tr()).contains("başka bir veri tabanına");
                    });
                    insert(t, 2, id);
                    t.commit();
                }
                try (Connection c = d.getConnection()) {
                    assertThat(count(c, "portal_row"))
                            .as("the portal's transaction went on")
                            .isEqualTo(2);
                }
            }
            assertThat(another.requests().inStates(List.of(RequestState.values()), 10))
                    .isEmpty();
        }
        assertThat(requests.get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
    }

    @Test
    void aConnectionWithoutATransactionIsRefused() throws Exception {
        RequestId id = PortalProcess.submitted(requests);
        List<Runnable> waiting = new ArrayList<>();
        try (Connection c = database.getConnection()) {
            refused(() -> requests.in(scope(c, waiting)));
            c.setAutoCommit(false);
            Requests joined = requests.in(scope(c, waiting));
            joined.comment(Samples.REQUESTER, id, "not");
            c.commit();
            waiting.forEach(Runnable::run);
            refused(() -> joined.comment(Samples.REQUESTER, id, "bir not daha"));
            refused(() -> joined.get(id));
        }
        Connection closed = database.getConnection();
        closed.setAutoCommit(false);
        Requests joined = requests.in(scope(closed, waiting));
        closed.rollback();
        closed.close();
        refused(() -> requests.in(scope(closed, waiting)));
        refused(() -> joined.comment(Samples.REQUESTER, id, "not"));
        assertThat(process.audit().history(id)).hasSize(3);
    }

    private static TransactionScope scope(Connection c, List<Runnable> waiting) {
        return new TransactionScope() {
            @Override
            public Connection connection() {
                return c;
            }

            @Override
            public void afterCommit(Runnable action) {
                waiting.add(action);
            }
        };
    }

    private static void refused(Runnable join) {
        assertThatThrownBy(join::run)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.JOIN_NO_TRANSACTION));
    }

    @Test
    void anIdempotencyKeyHoldsInsideAScopeAndBesideIt() throws Exception {
        Requester who = Requester.of(Samples.REQUESTER, Samples.FACULTY);
        RequestId first;
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests joined = requests.in(t);
            first = joined.create(who, Samples.form(), "form-1").id();
            assertThat(joined.create(who, Samples.form(), "form-1").id()).isEqualTo(first);
            t.commit();
        }
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            insert(t, 1, first);
            assertThat(requests.in(t).create(who, Samples.form(), "form-1").id())
                    .isEqualTo(first);
            t.commit();
        }
        assertThat(requests.create(who, Samples.form(), "form-1").id()).isEqualTo(first);
        assertThat(count("peyk_request")).isEqualTo(1);
        assertThat(count("portal_row")).isEqualTo(1);
    }

    /** The second click waits for the first one's commit, meets its key, and goes on with the first one's request. */
    @Test
    void twoPortalTransactionsWithOneKeyMakeOneRequest() throws Exception {
        Requester who = Requester.of(Samples.REQUESTER, Samples.FACULTY);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        CountDownLatch beginning = new CountDownLatch(1);
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            RequestId first =
                    requests.in(t).create(who, Samples.form(), "form-1").id();
            Future<RequestId> second = thread.submit(() -> {
                try (JdbcTransaction u = JdbcTransaction.begin(database)) {
                    insert(u, 2, first);
                    beginning.countDown();
                    RequestId id =
                            requests.in(u).create(who, Samples.form(), "form-1").id();
                    insert(u, 3, id);
                    u.commit();
                    return id;
                }
            });
            assertThat(beginning.await(20, TimeUnit.SECONDS)).isTrue();
            while (!second.isDone() && !waiting()) {
                Thread.onSpinWait();
            }
            t.commit();
            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first);
        } finally {
            thread.shutdownNow();
        }
        assertThat(count("peyk_request")).isEqualTo(1);
        assertThat(count("portal_row")).isEqualTo(2);
    }

    /** Whether a session waits for another's lock, or may do so. */
    abstract boolean waiting() throws SQLException;

    @Test
    void somebodyElsesChangeMeanwhileIsSeenAndDecidedAgain() throws Exception {
        RequestId id = PortalProcess.submitted(requests);
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests joined = requests.in(t);
            int version = joined.get(id).version();
            requests.comment(Samples.DEAN, id, "araya giren");
            MailRequest after = joined.comment(Samples.REQUESTER, id, "not");
            assertThat(after.version()).isEqualTo(version + 2);
            t.commit();
        }
        assertThat(process.audit().verify()).isEmpty();
    }

    /** The command's savepoint is its own; a portal may go back beyond it to one of its own, and commit the rest. */
    @Test
    void aCommandThePortalWentBackBehindLeavesNoTraceThoughTheTransactionIsCommitted() throws Exception {
        ApprovalStep byRole = new ApprovalStep(
                "dean",
                1,
                Authority.of(Role.of("DEAN")),
                1,
                Set.of(ApprovalQuestion.TEXT),
                LocalizedText.of("Kural", "Rule"),
                StepTiming.NONE);
        process.close();
        process = PortalProcess.over(database, clock, PortalProcess.people().build(), Samples.plan(byRole))
                .listener(heard::add)
                .build();
        requests = process.requests();
        RequestId id = PortalProcess.draft(requests);
        try (JdbcTransaction t = JdbcTransaction.begin(database)) {
            insert(t, 1, id);
            Savepoint before = t.connection().setSavepoint();
            assertThat(requests.in(t).submit(Samples.REQUESTER, id).state()).isEqualTo(RequestState.IN_APPROVAL);
            t.connection().rollback(before);
            insert(t, 2, id);
            t.commit();
        }
        assertThat(count("portal_row")).isEqualTo(2);
        assertThat(requests.get(id).state()).isEqualTo(RequestState.DRAFT);
        process.audit().seal();
        process.start();
        assertThat(next().type()).isEqualTo(EventType.CREATED);

        requests.submit(Samples.REQUESTER, id);
        assertThat(next().type()).isEqualTo(EventType.SUBMITTED);
        assertThat(process.workLists().waitingFor(Samples.DEAN, null, 10).items())
                .as("the role of the step is written down, though it was met before")
                .hasSize(1);
        assertThat(process.audit().verify()).isEmpty();
    }
}
