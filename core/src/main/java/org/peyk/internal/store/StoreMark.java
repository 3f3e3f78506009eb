package org.peyk.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.peyk.ErrorCode;
import org.peyk.StoreException;

/**
 * The store's name in a file beside the database. A database file that was cut off, or is gone, opens as a new and empty one; with this it is
 * known that there was a store, and the empty one is refused.
 */
final class StoreMark {

    private final Path file;

    StoreMark(Path directory) {
        this.file = directory.resolve("peyk.id");
    }

    /**
     * Looks before anything is written.
     *
     * @throws StoreException when there was a store here and the database is not it
     */
    void requireSame(DataSource database) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection c = database.getConnection()) {
            String expected = Files.readString(file).strip();
            if (expected.isEmpty()) {
                // it says nothing; a file system may keep a name whose bytes were lost with the machine
                return;
            }
            boolean made = !Dialect.one(
                            c,
                            "select 1 from information_schema.tables where table_schema = current_schema"
                                    + " and lower(table_name) = 'peyk_store'")
                    .isEmpty();
            if (!made || !expected.equals(Store.id(c))) {
                throw new StoreException(ErrorCode.STORE_DAMAGED, null);
            }
        } catch (SQLException e) {
            StoreException failure = Store.failure(e);
            // a file that was there and cannot be opened, and nobody has it open
            throw failure.code() == ErrorCode.STORE_LOCKED ? failure : new StoreException(ErrorCode.STORE_DAMAGED, e);
        } catch (IOException e) {
            throw new StoreException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }

    /** Notes the name once the store is complete. */
    void note(Store store) {
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                return;
            }
            Path fresh = file.resolveSibling("peyk.id.new");
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap((store.id() + "\n").getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }
}
