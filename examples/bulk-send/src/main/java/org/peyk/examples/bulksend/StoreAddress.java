package org.peyk.examples.bulksend;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailProcessBuilder;
import org.peyk.StoreException;

/** Where the store is: a directory, or a database behind a JDBC URL with a pool of its own. */
final class StoreAddress implements AutoCloseable {

    private final @Nullable HikariDataSource pool;
    private final @Nullable Path directory;

    private StoreAddress(@Nullable HikariDataSource pool, @Nullable Path directory) {
        this.pool = pool;
        this.directory = directory;
    }

    static StoreAddress open(Options options) {
        if (!options.store().startsWith("jdbc:")) {
            return new StoreAddress(null, Path.of(options.store()));
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.store());
        config.setUsername(options.storeUser());
        config.setPassword(options.storePassword());
        config.setMaximumPoolSize(options.connections() + 8);
        try {
            return new StoreAddress(new HikariDataSource(config), null);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreException(ErrorCode.STORE_UNAVAILABLE, e);
        }
    }

    static StoreAddress in(Path directory) {
        return new StoreAddress(null, directory);
    }

    MailProcessBuilder use(MailProcessBuilder builder) {
        if (pool != null) {
            return builder.store(pool);
        }
        return builder.store(java.util.Objects.requireNonNull(directory));
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
