package io.kakou.console.outbox;

import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseFailure;
import io.kakou.console.schema.Sql;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox in its order, one relay at a time however many consoles run. A row is deleted in a transaction
 * that commits after the log's acknowledgement: a kill in between publishes it again, and never loses it.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 200;
    private static final int IDLE_SECONDS = 1;

    private final Database database;
    private final Outbox outbox;
    private final Publisher publisher;
    private final Thread thread = new Thread(this::run, "outbox");
    private volatile boolean running = true;

    public Relay(Database database, Outbox outbox, Publisher publisher) {
        this.database = database;
        this.outbox = outbox;
        this.publisher = publisher;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        running = false;
        outbox.wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publisher.close();
    }

    private void run() {
        boolean away = false;
        while (running) {
            try {
                if (database.transaction(this::publishSome) < BATCH) {
                    outbox.await(IDLE_SECONDS);
                }
                away = false;
            } catch (InterruptedException e) {
                return;
            } catch (Unpublished | DatabaseFailure e) {
                if (!away) {
                    LOG.warn("what changed waits in the outbox: {}", e.getMessage());
                }
                away = true;
                pause();
            }
        }
    }

    private void pause() {
        try {
            outbox.await(IDLE_SECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private int publishSome(Sql sql) throws SQLException {
        sql.lock("outbox");
        List<OutboxRow> rows = sql.list(
                "select id, topic, key, value from outbox order by id limit " + BATCH,
                row -> new OutboxRow(
                        row.getLong("id"), row.getString("topic"), row.getString("key"), row.getBytes("value")));
        if (rows.isEmpty()) {
            return 0;
        }
        try {
            publisher.publish(rows);
        } catch (PublishFailure e) {
            throw new Unpublished(e);
        }
        List<String> ids = rows.stream().map(row -> String.valueOf(row.id())).toList();
        sql.run("delete from outbox where id = any(?::bigint[])", ids);
        return rows.size();
    }

    /** Carries a failure out of the transaction, which is rolled back by it. */
    private static final class Unpublished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unpublished(PublishFailure cause) {
            super(cause.getMessage(), cause);
        }
    }
}
