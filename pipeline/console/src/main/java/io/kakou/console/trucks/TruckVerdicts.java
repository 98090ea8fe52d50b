package io.kakou.console.trucks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.log.TopicReader;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was made of trucks, the newest version of each: cases for {@value #CASE_DAYS} days, the others for a day. */
public final class TruckVerdicts {
    static final int CASE_DAYS = 400;

    private static final Logger LOG = LoggerFactory.getLogger(TruckVerdicts.class);

    private final Database database;
    private final InstantSource clock;

    public TruckVerdicts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What reads one of the two topics into here. */
    public TopicReader.Sink projection(Topic topic, Runnable changed) {
        return new Sink(topic, changed);
    }

    /** The newest cases, withdrawn ones too. */
    public List<TruckVerdict> cases(int most) {
        return list("is_case", most);
    }

    /** The newest of which nobody can say. */
    public List<TruckVerdict> unknown(int most) {
        return list("not is_case and judgement = 'UNKNOWN'", most);
    }

    private List<TruckVerdict> list(String which, int most) {
        return database.transaction(sql -> sql.list(
                "select record from truck_verdict where " + which + " order by at desc, id limit ?",
                TruckVerdicts::verdict,
                most));
    }

    /** How many of each kind in the last day. */
    public Map<Judgement, Integer> counts() {
        record Count(Judgement judgement, int n) {}
        Map<Judgement, Integer> counts = new EnumMap<>(Judgement.class);
        database.transaction(sql -> sql.list(
                        "select judgement, count(*) n from truck_verdict where at > ? group by judgement",
                        row -> new Count(Judgement.valueOf(row.getString("judgement")), row.getInt("n")),
                        clock.instant().minus(Duration.ofDays(1))))
                .forEach(each -> counts.put(each.judgement(), each.n()));
        return counts;
    }

    private static TruckVerdict verdict(ResultSet row) throws SQLException {
        try {
            return Json.read(TruckVerdict.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a truck's verdict in the database: " + e.reason(), e);
        }
    }

    private final class Sink implements TopicReader.Sink {
        private final Topic topic;
        private final Runnable changed;

        private Sink(Topic topic, Runnable changed) {
            this.topic = topic;
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
                sql.lock("trucks");
                int stored = 0;
                for (TopicReader.Entry entry : entries) {
                    stored += entry.value() == null ? 0 : put(sql, entry.value());
                }
                forget(sql);
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
                TruckVerdict verdict = Json.read(TruckVerdict.class, value);
                return sql.run(
                        "insert into truck_verdict values (?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                                + " version = excluded.version, at = excluded.at, judgement = excluded.judgement,"
                                + " is_case = excluded.is_case, record = excluded.record"
                                + " where truck_verdict.version < excluded.version",
                        verdict.id(),
                        verdict.version(),
                        verdict.at(),
                        verdict.judgement().name(),
                        verdict.isCase(),
                        new String(Json.write(verdict), UTF_8));
            } catch (UnreadableRecord e) {
                LOG.error("on the topic {}: {}", topic.topicName(), e.reason());
                return 0;
            }
        }

        private void forget(Sql sql) throws SQLException {
            sql.run(
                    "delete from truck_verdict where at < ? or (not is_case and at < ?)",
                    clock.instant().minus(Duration.ofDays(CASE_DAYS)),
                    clock.instant().minus(Duration.ofDays(1)));
        }
    }
}
