package io.kakou.console.search;

import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Topic;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Up to where a topic was read, kept with what was read of it. */
record LogPositions(Database database, Topic topic) {
    Map<Integer, Long> read() {
        record Part(int part, long next) {}
        Map<Integer, Long> positions = new HashMap<>();
        database.transaction(sql -> sql.list(
                        "select part, next from reading where topic = ?",
                        row -> new Part(row.getInt("part"), row.getLong("next")),
                        topic.topicName()))
                .forEach(part -> positions.put(part.part(), part.next()));
        return positions;
    }

    void keep(Sql sql, Map<Integer, Long> next) throws SQLException {
        for (Map.Entry<Integer, Long> part : next.entrySet()) {
            sql.run(
                    "insert into reading values (?, ?, ?) on conflict (topic, part) do update set next = excluded.next",
                    topic.topicName(),
                    part.getKey(),
                    part.getValue());
        }
    }
}
