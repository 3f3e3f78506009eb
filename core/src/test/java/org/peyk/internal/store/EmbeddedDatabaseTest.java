package org.peyk.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ConfigurationException;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Command;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Sha256;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void opensWithoutWriteDelayAndKeepsItsContentsOverARestart() {
        try (Store store = EmbeddedDatabase.open(directory)) {
            assertThat(one(
                            store,
                            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'"))
                    .isEqualTo("0");
            commands(store).create(Samples.create(Samples.form()), Samples.REQUESTER, "key");
        }
        try (Store store = EmbeddedDatabase.open(directory)) {
            assertThat(commands(store).load(Samples.ID).form()).isEqualTo(Samples.form());
        }
    }

    /** With an engine for which this fails no store opens; which versions those are is not ours to know beforehand. */
    @Test
    void theEngineFindsItsLastCommitWhereverInTheFileItIs() {
        assertThat(EngineProbe.findsLastCommit()).isTrue();
    }

    @Test
    void aStoreInUseByAnotherProcessIsRefusedWithASentence() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = other.getInputStream()) {
            assertThat(out.read()).as("the other process holds the store").isEqualTo('h');
            assertThatThrownBy(() -> EmbeddedDatabase.open(directory))
                    .isInstanceOfSatisfying(PeykException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.STORE_LOCKED);
                        assertThat(e.text().tr()).contains("başka bir süreç");
                        assertThat(e.text().en()).contains("another process");
                    });
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        EmbeddedDatabase.open(directory).close();
    }

    /** Opens a store and holds it until it is killed. */
    static final class Holder {
        public static void main(String[] args) throws IOException {
            try (Store store = EmbeddedDatabase.open(Path.of(args[0]))) {
                System.out.write(store.dialect() == Dialect.H2 ? 'h' : 'x');
                System.out.flush();
                System.in.transferTo(System.out);
            }
        }
    }

    @Test
    void aDirectoryThatCannotBeUsedIsRefusedAndLeftAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> EmbeddedDatabase.open(file.resolve("store")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> EmbeddedDatabase.open(directory.resolve("a;INIT=RUNSCRIPT FROM 'x'")))
                .isInstanceOf(ConfigurationException.class);
        try (var entries = Files.list(directory)) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void aNewerOrChangedSchemaIsRefused() throws SQLException {
        EmbeddedDatabase.open(directory).close();
        change("update peyk_schema set checksum = '" + "0".repeat(64) + "'");
        assertSchemaRefused();
        change("delete from peyk_schema");
        change("insert into peyk_schema values (1, '" + "0".repeat(64) + "', current_timestamp)");
        change("insert into peyk_schema values (2, '" + "0".repeat(64) + "', current_timestamp)");
        assertSchemaRefused();
    }

    @Test
    void aFirstStartThatWasKilledMidwayIsBegunAgain() throws SQLException, IOException {
        EmbeddedDatabase.open(directory).close();
        Files.delete(directory.resolve("peyk.id"));
        change("delete from peyk_schema");
        change("drop table peyk_event cascade");
        try (Store store = EmbeddedDatabase.open(directory)) {
            commands(store).create(Samples.create(Samples.form()), Samples.REQUESTER, null);
        }
        change("delete from peyk_schema");
        // what is in use is not taken for unfinished
        assertSchemaRefused();
        assertSchemaRefused();
    }

    @Test
    void aFileThatWasCutOffOrIsGoneIsNeverTakenForANewStore() throws IOException {
        Path whole = Files.createDirectory(directory.resolve("whole"));
        try (Store store = EmbeddedDatabase.open(whole)) {
            commands(store).create(Samples.create(Samples.form()), Samples.REQUESTER, null);
        }
        byte[] bytes = Files.readAllBytes(whole.resolve("peyk.mv.db"));
        int opened = 0;
        for (int cut :
                new int[] {0, 100, 4096, 8192, 12288, bytes.length / 2, bytes.length - 4096, bytes.length - 100, -1}) {
            Path dir = Files.createDirectory(directory.resolve("cut" + cut));
            Files.copy(whole.resolve("peyk.id"), dir.resolve("peyk.id"));
            if (cut >= 0) {
                Files.write(dir.resolve("peyk.mv.db"), Arrays.copyOf(bytes, cut));
            }
            try (Store store = EmbeddedDatabase.open(dir)) {
                assertThat(one(store, "select count(*) from peyk_schema")).isEqualTo("1");
                assertThat(one(store, "select id from peyk_store"))
                        .isEqualTo(Files.readString(dir.resolve("peyk.id")).strip());
                opened++;
            } catch (PeykException e) {
                assertThat(e.code()).as("cut at " + cut).isEqualTo(ErrorCode.STORE_DAMAGED);
                assertThat(e.text().tr()).contains("yedeği geri yükleyin");
            }
        }
        assertThat(opened).as("cut files that still opened to a whole store").isLessThan(5);
    }

    private void assertSchemaRefused() {
        assertThatThrownBy(() -> EmbeddedDatabase.open(directory))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_SCHEMA));
    }

    private void change(String sql) throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + directory.resolve("peyk"));
        h2.setUser("peyk");
        try (Connection c = h2.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    @Test
    void filesComeBackByteForByteAndAreKeptOnce() throws IOException {
        byte[] bytes = new byte[FileRows.PIECE * 2 + 17];
        new Random(7).nextBytes(bytes);
        Attachment file = Attachment.of("afiş.png", "image/png", ByteSource.of(bytes));
        RequestForm form = Samples.form().toBuilder()
                .content(Samples.form().content().withAttachments(List.of(file, file)))
                .build();
        try (Store store = EmbeddedDatabase.open(directory)) {
            commands(store).create(Samples.create(form), Samples.REQUESTER, null);
        }
        try (Store store = EmbeddedDatabase.open(directory)) {
            Attachment kept = commands(store)
                    .load(Samples.ID)
                    .form()
                    .content()
                    .attachments()
                    .get(1);
            assertThat(kept).isEqualTo(file);
            assertThat(Sha256.hex(kept.bytes())).isEqualTo(file.sha256());
            assertThat(one(store, "select count(*) from peyk_file")).isEqualTo("1");
        }
    }

    @Test
    void aFileThatIsNotWhatItSaysLeavesNothingBehind() {
        Attachment lie = new Attachment("a.txt", "text/plain", "0".repeat(64), ByteSource.of(new byte[] {1}), null);
        RequestForm form = Samples.form().toBuilder()
                .content(Samples.form().content().withAttachments(List.of(lie)))
                .build();
        try (Store store = EmbeddedDatabase.open(directory)) {
            assertThatThrownBy(() -> commands(store).create(Samples.create(form), Samples.REQUESTER, null))
                    .isInstanceOf(PeykException.class);
            assertThat(one(store, "select count(*) from peyk_file_piece")).isEqualTo("0");
            assertThat(one(store, "select count(*) from peyk_event")).isEqualTo("0");
        }
    }

    @Test
    void aSecondClickWithTheSameKeyGivesTheFirstRequest() {
        try (Store store = EmbeddedDatabase.open(directory)) {
            RequestCommands commands = commands(store);
            commands.create(Samples.create(Samples.form()), Samples.REQUESTER, "click");
            Command.Create again = new Command.Create(
                    org.peyk.spi.RequestId.of("R-2"),
                    Requester.of(Samples.REQUESTER, Samples.FACULTY),
                    Samples.form(),
                    Samples.digest(Samples.form()));
            assertThat(commands.create(again, Samples.REQUESTER, "click").id()).isEqualTo(Samples.ID);
        }
    }

    private static String one(Store store, String sql) {
        return store.read(c -> Dialect.one(c, sql));
    }

    private static RequestCommands commands(Store store) {
        return new RequestCommands(store, new SettableClock(Samples.NOON), List.of());
    }
}
