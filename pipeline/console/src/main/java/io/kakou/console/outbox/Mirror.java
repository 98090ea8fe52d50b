package io.kakou.console.outbox;

import io.kakou.console.log.TopicSnapshot;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseFailure;
import io.kakou.console.schema.Sql;
import io.kakou.events.Topic;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what the log holds with what it has to hold, at the start and every few minutes, and tells it again what it
 * lacks: a log that was wiped, or replaced by an older copy, is whole again by itself.
 */
public final class Mirror implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final int EVERY_SECONDS = 300;
    private static final int AGAIN_SECONDS = 5;

    private final Database database;
    private final Outbox outbox;
    private final TopicSnapshot log;
    private final List<Truth> truths;
    private final Thread thread = new Thread(this::run, "mirror");
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * What a topic has to hold.
     *
     * @param table held against writers while it is compared
     * @param prefix of the keys that are its own; others are left alone
     */
    public record Truth(Topic topic, String table, String prefix, Rows rows) {}

    /** Values by key. */
    public interface Rows {
        Map<String, byte[]> of(Sql sql) throws SQLException;
    }

    public Mirror(Database database, Outbox outbox, TopicSnapshot log, List<Truth> truths) {
        this.database = database;
        this.outbox = outbox;
        this.log = log;
        this.truths = List.copyOf(truths);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean going = true;
            while (going) {
                going = !stopped.await(compare() ? EVERY_SECONDS : AGAIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("the comparison with the log was told to stop");
        }
    }

    /** Whether it could be compared. */
    private boolean compare() {
        try {
            truths.forEach(this::compare);
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | DatabaseFailure e) {
            LOG.debug("the log cannot be compared with the database yet: {}", e.getMessage());
            return false;
        }
    }

    private void compare(Truth truth) {
        Map<String, byte[]> told = log.read(truth.topic());
        int lacking = database.transaction(sql -> tell(sql, truth, told));
        if (lacking > 0) {
            LOG.warn("{} lacked {} records; they are told again", truth.topic().topicName(), lacking);
            outbox.wake();
        }
    }

    private int tell(Sql sql, Truth truth, Map<String, byte[]> told) throws SQLException {
        sql.run("lock table " + truth.table() + " in share row exclusive mode");
        Set<String> onTheirWay = new HashSet<>(sql.list(
                "select distinct key from outbox where topic = ?",
                row -> row.getString("key"),
                truth.topic().topicName()));
        Map<String, byte[]> right = truth.rows().of(sql);
        int lacking = 0;
        for (Map.Entry<String, byte[]> row : right.entrySet()) {
            if (!onTheirWay.contains(row.getKey()) && !Arrays.equals(told.get(row.getKey()), row.getValue())) {
                outbox.add(sql, truth.topic(), row.getKey(), row.getValue());
                lacking++;
            }
        }
        for (String key : told.keySet()) {
            if (key.startsWith(truth.prefix()) && !right.containsKey(key) && !onTheirWay.contains(key)) {
                outbox.add(sql, truth.topic(), key, new byte[0]);
                lacking++;
            }
        }
        return lacking;
    }
}
