package org.peyk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.duplicate.Wording;
import org.peyk.internal.store.Store;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding one among many: what it costs is printed, not asserted, as the machine is not ours. */
class FullStoreDuplicatesTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final int MANY = 10_000;
    private static final long SEED = 6;

    @TempDir
    Path directory;

    @Test
    void A6_oneAmongTenThousandIsFound() throws SQLException {
        DataSource database = Databases.h2Database(directory);
        Random random = new Random(SEED);
        try (MailProcess process =
                PortalProcess.over(database, new SettableClock(Samples.NOON)).build()) {
            Requests requests = process.requests();
            String text = text(random, 120);
            MailRequest first = requests.create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form(text));
            first = requests.submit(Samples.REQUESTER, first.id());
            fill(database, first, random);

            MailRequest second =
                    requests.create(Requester.of(Samples.EDITOR, Samples.FACULTY), form("Değerli üyeler, " + text));
            process.preparation().duplicates(second);
            long begun = System.nanoTime();
            List<Duplicate> found = process.preparation().duplicates(second);
            System.out.printf(
                    "seed %d: one of %d requests found in %.1f ms%n",
                    SEED, MANY + 1, (System.nanoTime() - begun) / 1e6);
            assertThat(found).extracting(Duplicate::request).containsExactly(first.id());
        }
    }

    private static RequestForm form(String text) {
        return Samples.form().toBuilder()
                .content(Content.of(LanguageVersion.plain(TURKISH, "Duyuru", text)))
                .build();
    }

    private static String text(Random random, int words) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < words; i++) {
            b.append("sözcük").append(random.nextInt(2_000)).append(' ');
        }
        return b.toString();
    }

    /** Other requests in approval, each with a text of its own. */
    private static void fill(DataSource database, MailRequest like, Random random) throws SQLException {
        try (Connection c = database.getConnection();
                Statement copy = c.createStatement();
                PreparedStatement p = c.prepareStatement(
                        "insert into peyk_similar (request_id, band, submitted_at) values (?, ?, ?)")) {
            c.setAutoCommit(false);
            copy.execute("insert into peyk_request (id, state, version, revision, purpose, requester, unit, digest,"
                    + " head_hash, snapshot, form, plan, created_at, updated_at) select 'M-' || x, state, version, revision, purpose,"
                    + " requester, unit, digest, head_hash, snapshot, form, plan, created_at, updated_at"
                    + " from peyk_request cross join system_range(1, " + MANY + ")");
            for (int i = 1; i <= MANY; i++) {
                for (long band : Wording.of(LanguageVersion.plain(TURKISH, "Duyuru " + i, text(random, 60)))
                        .bands()) {
                    p.setString(1, "M-" + i);
                    p.setLong(2, band);
                    p.setObject(3, Store.time(like.updatedAt()));
                    p.addBatch();
                }
                if (i % 500 == 0) {
                    p.executeBatch();
                }
            }
            p.executeBatch();
            c.commit();
        }
    }
}
