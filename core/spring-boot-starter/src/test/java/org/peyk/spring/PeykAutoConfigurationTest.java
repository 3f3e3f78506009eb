package org.peyk.spring;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ErrorCode;
import org.peyk.MailProcess;
import org.peyk.RequestState;
import org.peyk.Requests;
import org.peyk.StoreException;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeykAutoConfigurationTest {

    private static final PersonId PERSON = PersonId.of("P-1");
    private static final UnitId UNIT = UnitId.of("U-1");

    @TempDir
    Path directory;

    private final LinkedBlockingQueue<ProcessEvent> heard = new LinkedBlockingQueue<>();

    private DataSource database(String name) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0", "portal", "");
        pool.setMaxConnections(24);
        return pool;
    }

    private ApplicationContextRunner bare() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PeykAutoConfiguration.class))
                .withPropertyValues("peyk.node=node-1", "peyk.discover-plugins=false");
    }

    private ApplicationContextRunner portal() {
        return bare().withBean(DataSource.class, () -> database("portal"))
                .withBean(
                        Directory.class,
                        () -> StaticDirectory.builder()
                                .person(PERSON, "Talep Eden", UNIT, null)
                                .build())
                .withBean(ProcessListener.class, () -> heard::add);
    }

    /** A portal's own beans around a transaction. */
    private static final class Portal {
        private final MailProcess process;
        private final PeykRequests joining;
        private final JdbcTemplate jdbc;
        private final TransactionTemplate transaction;

        Portal(ApplicationContext context) {
            DataSource d = context.getBean(DataSource.class);
            process = context.getBean(MailProcess.class);
            joining = context.getBean(PeykRequests.class);
            jdbc = new JdbcTemplate(d);
            transaction = new TransactionTemplate(new JdbcTransactionManager(d));
            jdbc.execute("create table portal_row (id int primary key, request varchar(200))");
        }

        RequestId draftWithRow(int row) {
            Requests requests = joining.joined();
            RequestId id = requests.create(Requester.of(PERSON, UNIT), form()).id();
            jdbc.update("insert into portal_row (id, request) values (?, ?)", row, id.value());
            assertThat(requests.get(id).state()).isEqualTo(RequestState.DRAFT);
            return id;
        }

        long rows() {
            Long n = jdbc.queryForObject("select count(*) from portal_row", Long.class);
            return n == null ? 0 : n;
        }

        List<?> requests() {
            return process.requests().inStates(List.of(RequestState.values()), 10);
        }
    }

    private static RequestForm form() {
        return RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Konu", "Metin")))
                .build();
    }

    private static void refused(Runnable join, ErrorCode code) {
        assertThatThrownBy(join::run)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void A39_hostRowAndStateChangeCommitTogether() {
        portal().run(context -> {
            assertThat(context).hasNotFailed();
            Portal portal = new Portal(context);

            assertThatThrownBy(() -> portal.transaction.execute(status -> {
                        portal.draftWithRow(1);
                        throw new IllegalStateException("the portal's own trouble");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(portal.rows()).isZero();
            assertThat(portal.requests()).isEmpty();

            RequestId id = portal.transaction.execute(status -> {
                RequestId made = portal.draftWithRow(1);
                portal.process.audit().seal();
                assertThat(heard).as("nobody hears of it before the commit").isEmpty();
                assertThat(portal.requests()).isEmpty();
                return made;
            });
            assertThat(portal.rows()).isEqualTo(1);
            assertThat(portal.requests()).hasSize(1);
            ProcessEvent e = heard.poll(20, TimeUnit.SECONDS);
            assertThat(e).isNotNull();
            assertThat(e.type()).isEqualTo(EventType.CREATED);
            assertThat(e.request()).isEqualTo(id);
        });
    }

    @Test
    void aTransactionInsideAnotherIsJoinedByItself() {
        portal().run(context -> {
            Portal portal = new Portal(context);
            TransactionTemplate inner =
                    new TransactionTemplate(new JdbcTransactionManager(context.getBean(DataSource.class)));
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            portal.transaction.executeWithoutResult(status -> {
                portal.draftWithRow(1);
                inner.executeWithoutResult(s -> portal.draftWithRow(2));
                assertThat(portal.requests()).as("the inner one alone").hasSize(1);
                status.setRollbackOnly();
            });
            assertThat(portal.rows()).isEqualTo(1);
            assertThat(portal.requests()).hasSize(1);
        });
    }

    @Test
    void withoutATransactionOfThisDataSourceItIsRefused() {
        portal().run(context -> {
            Portal portal = new Portal(context);
            refused(portal.joining::joined, ErrorCode.JOIN_NO_TRANSACTION);
            DataSource other = database("other");
            TransactionTemplate elsewhere = new TransactionTemplate(new JdbcTransactionManager(other));
            elsewhere.executeWithoutResult(status -> {
                refused(portal.joining::joined, ErrorCode.JOIN_NO_TRANSACTION);
                refused(
                        () -> portal.process.requests().in(SpringTransactionScope.current(other)),
                        ErrorCode.JOIN_OTHER_STORE);
                new JdbcTemplate(other).execute("create table goes_on (id int)");
            });
        });
    }

    @Test
    void connectionsAreGivenBack() {
        portal().run(context -> {
            Portal portal = new Portal(context);
            JdbcConnectionPool pool = (JdbcConnectionPool) context.getBean(DataSource.class);
            portal.process.close();
            int before = pool.getActiveConnections();
            for (int i = 0; i < 30; i++) {
                int row = i;
                portal.transaction.executeWithoutResult(status -> portal.draftWithRow(row));
            }
            assertThat(pool.getActiveConnections()).isEqualTo(before);
        });
    }

    @Test
    void theProcessBeginsAndEndsWithTheApplication() {
        portal().run(context -> {
            ProcessLifecycle lifecycle = context.getBean(ProcessLifecycle.class);
            assertThat(lifecycle.isRunning()).isTrue();
            context.close();
            assertThat(lifecycle.isRunning()).isFalse();
        });
        portal().withPropertyValues("peyk.auto-start=false")
                .run(context -> assertThat(
                                context.getBean(ProcessLifecycle.class).isRunning())
                        .isFalse());
    }

    @Test
    void itStaysAwayWithoutADirectoryOrWhenSwitchedOff() {
        bare().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailProcess.class));
        portal().withPropertyValues("peyk.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailProcess.class));
    }

    @Test
    void aStoreOfItsOwnNeedsNoDataSource() {
        bare().withBean(
                        Directory.class,
                        () -> StaticDirectory.builder()
                                .person(PERSON, "Talep Eden", UNIT, null)
                                .build())
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("peyk.store-directory=" + directory.resolve("own"))
                .run(context -> {
                    assertThat(context).hasSingleBean(MailProcess.class).doesNotHaveBean(PeykRequests.class);
                    assertThat(directory.resolve("own")).isDirectory();
                });
    }

    @Test
    void settingsAreDescribedForEditors() throws Exception {
        List<String> described = new ArrayList<>();
        var files = PeykProperties.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        for (URL file : Collections.list(files)) {
            try (InputStream in = file.openStream()) {
                described.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(described)
                .anySatisfy(
                        text -> assertThat(text).contains("peyk.store-directory", "peyk.node", "name of this node"));
    }
}
