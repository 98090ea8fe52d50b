package io.kakou.console.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.log.TopicReader;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Alert;
import io.kakou.events.ClockStep;
import io.kakou.events.Incident;
import io.kakou.events.Informed;
import io.kakou.events.Topic;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes incidents from the log into the database, with the position that was read, in one transaction. What the log
 * says twice changes nothing the second time; an older version never replaces a newer one.
 */
public final class Projection implements TopicReader.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final Database database;
    private final Runnable changed;
    private final News news;

    /** Is told of every transition once, in the transaction that stores it. */
    public interface News {
        void told(Sql sql, Incident incident, Transition transition) throws SQLException;
    }

    private record Kept(long version, String record) {}

    /**
     * A projection.
     *
     * @param changed called after each commit that changed something
     */
    public Projection(Database database, Runnable changed, News news) {
        this.database = database;
        this.changed = changed;
        this.news = news;
    }

    @Override
    public Map<Integer, Long> positions() {
        record Part(int part, long next) {}
        Map<Integer, Long> positions = new HashMap<>();
        database.transaction(sql -> sql.list(
                        "select part, next from reading where topic = ?",
                        row -> new Part(row.getInt("part"), row.getLong("next")),
                        Topic.INCIDENTS.topicName()))
                .forEach(part -> positions.put(part.part(), part.next()));
        return positions;
    }

    @Override
    public void take(List<TopicReader.Entry> entries, Map<Integer, Long> next) {
        int changes = database.transaction(sql -> {
            sql.lock("incidents");
            int stored = 0;
            for (TopicReader.Entry entry : entries) {
                if (entry.value() != null) {
                    stored += store(sql, entry.value());
                }
            }
            for (Map.Entry<Integer, Long> part : next.entrySet()) {
                sql.run(
                        "insert into reading values (?, ?, ?) on conflict (topic, part)"
                                + " do update set next = excluded.next",
                        Topic.INCIDENTS.topicName(),
                        part.getKey(),
                        part.getValue());
            }
            return stored;
        });
        if (changes > 0) {
            changed.run();
        }
    }

    private int store(Sql sql, byte[] value) throws SQLException {
        try {
            return store(sql, Json.read(Incident.class, value));
        } catch (UnreadableRecord e) {
            LOG.error("an incident on the log: {}", e.reason());
            return 0;
        }
    }

    private int store(Sql sql, Incident incident) throws SQLException {
        String record = new String(Json.write(incident), UTF_8);
        Optional<Kept> kept = sql.one(
                "select version, record from incident where id = ? for update",
                row -> new Kept(row.getLong("version"), row.getString("record")),
                incident.id());
        if (kept.isPresent()
                && (kept.get().version() > incident.version()
                        || kept.get().record().equals(record))) {
            return 0;
        }
        sql.run(
                "insert into incident (id, area, room, open, opened_at, version, record, cursor)"
                        + " values (?, ?, ?, ?, ?, ?, ?, nextval('incident_cursor')) on conflict (id)"
                        + " do update set area = excluded.area, room = excluded.room, open = excluded.open, version = excluded.version,"
                        + " record = excluded.record, cursor = excluded.cursor",
                incident.id(),
                incident.area(),
                incident.room(),
                isOpen(incident),
                incident.openedAt(),
                incident.version(),
                record);
        storeParts(sql, incident);
        return 1;
    }

    private void storeParts(Sql sql, Incident incident) throws SQLException {
        for (Alert alert : incident.alerts()) {
            sql.run("insert into incident_alert values (?, ?) on conflict do nothing", alert.id(), incident.id());
        }
        for (Informed informed : incident.informed()) {
            sql.run(
                    "insert into incident_informed values (?, ?, ?) on conflict do nothing",
                    incident.id(),
                    informed.room(),
                    informed.as().name());
        }
        for (Transition transition : incident.transitions()) {
            int added = sql.run(
                    "insert into transition values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                    transition.id(),
                    incident.id(),
                    transition.kind().name(),
                    transition.state().name(),
                    transition.at(),
                    transition.cause());
            if (added > 0) {
                if (transition.kind() == TransitionKind.ACTED) {
                    sql.run("update action set applied = true where id = ?", transition.cause());
                }
                news.told(sql, incident, transition);
            }
        }
    }

    /** What was closed comes back to its room where nobody has asked again in time. */
    private static boolean isOpen(Incident incident) {
        return incident.state().isOpen()
                || incident.deadlines().stream()
                        .anyMatch(deadline ->
                                deadline.step() == ClockStep.FOLLOW_UP && deadline.ranOut() && deadline.met() == null);
    }
}
