package io.kakou.console.seat;

import io.kakou.console.log.TopicReader;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Topic;
import io.kakou.events.json.UnreadableRecord;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a topic into the database, with the position that was read, in one transaction. */
public final class SeatProjection implements TopicReader.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(SeatProjection.class);

    private final Database database;
    private final Topic topic;
    private final Store store;
    private final Runnable changed;

    /** How one record is kept. */
    interface Store {
        /** How many rows it changed: none where the log says again what is known. */
        int put(Sql sql, byte[] value) throws SQLException, UnreadableRecord;
    }

    SeatProjection(Database database, Topic topic, Store store, Runnable changed) {
        this.database = database;
        this.topic = topic;
        this.store = store;
        this.changed = changed;
    }

    @Override
    public Map<Integer, Long> positions() {
        record Part(int part, long next) {}
        Map<Integer, Long> positions = new HashMap<>();
        database.transaction(sql -> sql.list(
                        "select part, next from reading where topic = ?",
                        row -> new Part(row.getInt("part"), row.getLong("next")),
                        topic.topicName()))
                .forEach(part -> positions.put(part.part(), part.next()));
        return positions;
    }

    @Override
    public void take(List<TopicReader.Entry> entries, Map<Integer, Long> next) {
        int changes = database.transaction(sql -> {
            // The lock of all that draw from the incidents' cursor: it grows in the order of commits.
            sql.lock("incidents");
            int stored = 0;
            for (TopicReader.Entry entry : entries) {
                if (entry.value() != null) {
                    stored += put(sql, entry.value());
                }
            }
            for (Map.Entry<Integer, Long> part : next.entrySet()) {
                sql.run(
                        "insert into reading values (?, ?, ?) on conflict (topic, part)"
                                + " do update set next = excluded.next",
                        topic.topicName(),
                        part.getKey(),
                        part.getValue());
            }
            return stored;
        });
        if (changes > 0) {
            changed.run();
        }
    }

    private int put(Sql sql, byte[] value) throws SQLException {
        try {
            return store.put(sql, value);
        } catch (UnreadableRecord e) {
            LOG.error("on the topic {}: {}", topic.topicName(), e.reason());
            return 0;
        }
    }
}
