package io.kakou.console.schema;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A pool of connections to one PostgreSQL, with the tables of this release. Safe for many threads. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final int MILLIS_TO_WAIT = 5_000;

    private final DatabaseSettings settings;
    private @Nullable HikariDataSource pool;

    /** A transaction: all of it, or nothing where it throws. */
    public interface Work<T extends @Nullable Object> {
        T in(Sql sql) throws SQLException;
    }

    public Database(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Connects and brings the tables up to this release. */
    public synchronized void start() {
        if (pool != null) {
            return;
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(MILLIS_TO_WAIT);
        config.setAutoCommit(false);
        config.setPoolName("console");
        try {
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:io/kakou/console/schema")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            close();
            throw new IllegalStateException("the database of " + settings + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Runs one transaction.
     *
     * @throws DatabaseFailure where the database refuses or is away
     */
    public <T extends @Nullable Object> T transaction(Work<T> work) {
        try (Connection connection = pool().getConnection()) {
            return within(connection, work);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T extends @Nullable Object> T within(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.in(new Sql(connection));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            throw new IllegalStateException("the database is not started");
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
