package io.kakou.app.role;

import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.app.services.DatabaseService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL, started again when it ends by itself; at the same port. */
final class KeptDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptDatabase.class);
    private static final long RETRY_SECONDS = 1;
    private static final long CLOSE_SECONDS = 30;

    private final EmbeddedPostgres postgres;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "child:database");
        thread.setDaemon(true);
        return thread;
    });

    KeptDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    void start() {
        postgres.start();
        watch();
    }

    DatabaseService service() {
        return new DatabaseService(postgres.url(), EmbeddedPostgres.USER, postgres.password());
    }

    private void watch() {
        postgres.process().ifPresent(process -> {
            var unused = process.onExit().thenRun(this::again);
        });
    }

    private void again() {
        try {
            var unused = keeper.schedule(this::restart, RETRY_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the database ended as it was told to");
        }
    }

    private void restart() {
        try {
            LOG.warn("the database ended by itself and is started again");
            postgres.close();
            start();
        } catch (IllegalStateException e) {
            LOG.error("{}", e.getMessage());
            again();
        }
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        try {
            boolean unused = keeper.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
    }
}
