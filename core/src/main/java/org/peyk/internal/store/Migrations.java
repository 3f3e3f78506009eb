package org.peyk.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyk.ErrorCode;
import org.peyk.StoreException;
import org.peyk.spi.Sha256;

/** Brings the schema up to date, by numbered SQL resources that are applied once each and never changed after a release. */
public final class Migrations {

    private static final List<String> NAMES = List.of("001-foundation.sql");
    private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+) ");

    private Migrations() {}

    /**
     * Applies what is missing, all in one transaction where the engine allows it.
     *
     * @throws StoreException when the store holds a migration this version does not know, or one that was changed
     */
    static void apply(Connection c, Dialect dialect) throws SQLException {
        c.setAutoCommit(false);
        try (Statement s = c.createStatement()) {
            dialect.lockMigrations(c);
            s.execute(
                    "create table if not exists peyk_schema ("
                            + "version int primary key, checksum char(64) not null, applied_at timestamp(6) with time zone not null)");
            List<String> applied = applied(c);
            if (applied.size() > NAMES.size()) {
                throw new StoreException(ErrorCode.STORE_SCHEMA, null);
            }
            if (applied.isEmpty() && dialect.exclusive()) {
                HalfMadeSchema.remove(c, tables());
            }
            for (int i = 0; i < NAMES.size(); i++) {
                String sql = read(NAMES.get(i));
                String checksum = Sha256.hex(sql.getBytes(StandardCharsets.UTF_8));
                if (i < applied.size()) {
                    if (!applied.get(i).equals(checksum)) {
                        throw new StoreException(ErrorCode.STORE_SCHEMA, null);
                    }
                    continue;
                }
                for (String statement : statements(dialect.adapt(sql))) {
                    s.execute(statement);
                }
                record(c, i + 1, checksum);
            }
            c.commit();
        } catch (SQLException | RuntimeException e) {
            c.rollback();
            throw e;
        }
    }

    /** Names of all tables that the scripts make. */
    private static Set<String> tables() {
        Set<String> tables = new HashSet<>();
        for (String name : NAMES) {
            Matcher m = TABLE.matcher(read(name));
            while (m.find()) {
                tables.add(m.group(1));
            }
        }
        return tables;
    }

    private static List<String> applied(Connection c) throws SQLException {
        List<String> checksums = new ArrayList<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select checksum from peyk_schema order by version")) {
            while (r.next()) {
                checksums.add(r.getString(1));
            }
        }
        return checksums;
    }

    private static void record(Connection c, int version, String checksum) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "insert into peyk_schema (version, checksum, applied_at) values (?, ?, current_timestamp)")) {
            p.setInt(1, version);
            p.setString(2, checksum);
            p.executeUpdate();
        }
    }

    /** The whole schema as one script, for a database administrator who applies it by hand. */
    public static String script(Dialect dialect) {
        StringBuilder b = new StringBuilder();
        for (String name : NAMES) {
            b.append("-- ")
                    .append(name)
                    .append('\n')
                    .append(dialect.adapt(read(name)))
                    .append('\n');
        }
        return b.toString();
    }

    private static String read(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own scripts only: statements end with a semicolon at the end of a line, comments stand on lines of their own. */
    private static List<String> statements(String sql) {
        StringBuilder code = new StringBuilder();
        sql.lines().filter(l -> !l.startsWith("--")).forEach(l -> code.append(l).append('\n'));
        List<String> statements = new ArrayList<>();
        for (String s : code.toString().split(";\n", -1)) {
            if (!s.isBlank()) {
                statements.add(s.strip());
            }
        }
        return statements;
    }
}
