package org.peyk.internal.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;

/** The default store: an H2 database in a directory of its own, owned by this process alone. */
public final class EmbeddedDatabase {

    private static final int CONNECTIONS = 64;

    private EmbeddedDatabase() {}

    /**
     * Opens, or makes, the database in a directory. The URL is built here and takes nothing else from outside, as H2 URLs can run scripts.
     *
     * @throws ConfigurationException when the directory cannot be used or H2 is not on the path
     */
    public static Store open(Path directory) {
        Path dir = directory.toAbsolutePath().normalize();
        if (dir.toString().indexOf(';') >= 0) {
            throw wrong("Veri klasörünün yolunda “;” olamaz.", "The store's path must not contain “;”.");
        }
        makePrivate(dir);
        String url = "jdbc:h2:file:" + dir.resolve("peyk") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
        JdbcConnectionPool pool;
        try {
            pool = JdbcConnectionPool.create(url, "peyk", "");
        } catch (NoClassDefFoundError e) {
            throw wrong(
                    "Gömülü veri deposu için com.h2database:h2 gerekli; ekleyin ya da bir DataSource verin.",
                    "The embedded store needs com.h2database:h2; add it, or give a DataSource.");
        }
        pool.setMaxConnections(CONNECTIONS);
        StoreMark mark = new StoreMark(dir);
        try {
            mark.requireSame(pool);
            Store store = Store.open(pool, pool::dispose);
            mark.note(store);
            return store;
        } catch (RuntimeException e) {
            pool.dispose();
            throw e;
        }
    }

    private static void makePrivate(Path dir) {
        try {
            if (!Files.isDirectory(dir)) {
                Files.createDirectories(dir);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw wrong(
                    "Veri klasörü oluşturulamadı; yazılabilir bir klasör verin.",
                    "The store's directory cannot be made; give one that can be written.");
        }
        if (!Files.isWritable(dir)) {
            throw wrong("Veri klasörüne yazılamıyor.", "The store's directory cannot be written.");
        }
    }

    private static ConfigurationException wrong(String tr, String en) {
        return new ConfigurationException(List.of(new LocalizedText(tr, en)));
    }
}
