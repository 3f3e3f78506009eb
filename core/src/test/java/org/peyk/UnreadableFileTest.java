package org.peyk;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Attachment;
import org.peyk.spi.Audience;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.directory.Role;
import org.peyk.testing.RecordingTransport;

import static org.assertj.core.api.Assertions.assertThat;

/** A store that cannot read a file for a moment says nothing about the file, so the approvals stay; a file that is not there voids them. */
class UnreadableFileTest {

    @TempDir
    Path directory;

    private final RecordingTransport mail = new RecordingTransport();
    private final AtomicInteger failures = new AtomicInteger();
    private DataSource database;
    private MailProcess process;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(directory.resolve("list.csv"), "id;mail;grup\n11;a@ornek.edu.tr;akademik\n");
        database = Databases.h2Database(directory);
        process = MailProcess.builder()
                .store(failing(database))
                .clock(Clock.systemUTC())
                .discoverPlugins(false)
                .directory(StaticDirectory.builder()
                        .person(Samples.REQUESTER, "İsteyen", Samples.FACULTY, null)
                        .person(Samples.DEAN, "Dekan", Samples.FACULTY, null)
                        .person(Samples.STRANGER, "Sorumlu", null, null)
                        .role(Samples.DEAN, Role.of("DEAN"))
                        .role(Samples.STRANGER, ProcessRoles.DEFAULT.dataProtection())
                        .build())
                .policy(GroupAuthorityPolicy.builder()
                        .forGroup("akademik", Role.of("DEAN"))
                        .build())
                .recipientSource(CsvRecipientSource.of("list", directory.resolve("list.csv")))
                .transport(mail)
                .build();
    }

    @AfterEach
    void close() {
        process.close();
    }

    /** A data source on which reading pieces of files fails as often as it is told to. */
    private DataSource failing(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (p, m, a) -> m.getName().equals("getConnection") ? failing(real.getConnection()) : m.invoke(real, a));
    }

    private Connection failing(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                    boolean piece = m.getName().equals("prepareStatement")
                            && ((String) a[0]).startsWith("select bytes from peyk_file_piece");
                    if (piece && failures.get() > 0) {
                        failures.decrementAndGet();
                        throw new SQLException("input/output error", "58030");
                    }
                    try {
                        return m.invoke(real, a);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private RequestId approvedWithAFile() throws IOException {
        LanguageVersion version =
                new LanguageVersion(Locale.forLanguageTag("tr"), "Kütüphane saatleri", null, "Ekte.", null);
        Attachment file =
                Attachment.of("saatler.txt", "text/plain", ByteSource.of("22.00".getBytes(StandardCharsets.UTF_8)));
        RequestForm form = Samples.form().toBuilder()
                .content(Content.of(version).withAttachments(List.of(file)))
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(1))
                .build();
        RequestId id = process.requests()
                .create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form)
                .id();
        try {
            process.requests().submit(Samples.REQUESTER, id);
        } catch (RefusedException e) {
            e.refusal()
                    .findings()
                    .forEach(f -> process.requests()
                            .releaseFinding(Samples.STRANGER, id, f.key(), "m. 5/2-ç", "Elle bakıldı"));
            process.requests().submit(Samples.REQUESTER, id);
        }
        String digest = process.requests().get(id).digest();
        MailRequest r = process.requests().approve(Samples.DEAN, id, digest);
        if (r.state() == RequestState.IN_APPROVAL) {
            r = process.requests().approve(Samples.STRANGER, id, digest);
        }
        assertThat(r.state()).isEqualTo(RequestState.APPROVED);
        return id;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what).isNegative();
            assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void aFileThatCannotBeReadForAMomentIsAskedForAgain() throws Exception {
        RequestId id = approvedWithAFile();
        failures.set(2);
        process.requests().schedule(Samples.REQUESTER, id, null);
        process.start();
        await("it is sent", () -> process.requests().get(id).state() == RequestState.SENT);
        assertThat(failures.get()).isZero();
        assertThat(mail.accepted()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereAnyMoreVoidsTheApprovals() throws Exception {
        RequestId id = approvedWithAFile();
        process.requests().schedule(Samples.REQUESTER, id, null);
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("delete from peyk_file_piece");
        }
        process.start();
        await("it is refused", () -> process.requests().get(id).state() != RequestState.SCHEDULED);
        assertThat(process.requests().get(id).state()).isEqualTo(RequestState.CHANGES_REQUESTED);
        assertThat(mail.accepted()).isEmpty();
    }
}
