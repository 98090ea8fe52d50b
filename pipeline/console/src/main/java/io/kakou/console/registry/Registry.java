package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Road;
import io.kakou.events.Topic;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The records in the database, told to the log as they change. */
public final class Registry {
    private final Database database;
    private final Outbox outbox;

    public Registry(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public Held held() {
        return Held.read(stored());
    }

    /** What people call these roads, by id; of what is no road, nothing. */
    public Map<String, String> roadNames(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> keys = ids.stream().map(id -> Road.KEY + id).toList();
        Map<String, byte[]> records = new TreeMap<>();
        database.transaction(sql -> sql.list(
                        "select key, record from registry where key = any(?)",
                        row -> Map.entry(
                                row.getString("key"), row.getString("record").getBytes(UTF_8)),
                        keys))
                .forEach(row -> records.put(row.getKey(), row.getValue()));
        return Held.read(records).roads().stream().collect(Collectors.toMap(Road::id, Road::name));
    }

    /** As JSON, by the keys of the topic. */
    Map<String, byte[]> stored() {
        return database.transaction(sql -> {
            Map<String, byte[]> all = new TreeMap<>();
            for (Kind kind : Kind.values()) {
                all.putAll(onLog(sql, kind));
            }
            return all;
        });
    }

    /**
     * Puts other records in the place of those that are there: what they lack is removed, what is the same is not told
     * again. Kinds that are not named stay as they are.
     */
    public void replace(Collection<Kind> kinds, Held records) {
        Map<String, byte[]> next = records.onLog();
        database.transaction(sql -> {
            sql.lock("registry");
            for (Kind kind : kinds) {
                replace(sql, kind, next);
            }
            return next.size();
        });
        outbox.wake();
    }

    private void replace(Sql sql, Kind kind, Map<String, byte[]> next) throws SQLException {
        Map<String, byte[]> before = onLog(sql, kind);
        for (Map.Entry<String, byte[]> record : next.entrySet()) {
            boolean isOfKind = record.getKey().startsWith(kind.beginning());
            if (isOfKind && !Arrays.equals(before.remove(record.getKey()), record.getValue())) {
                put(sql, record.getKey(), record.getValue());
            }
        }
        for (String key : before.keySet()) {
            sql.run("delete from registry where key = ?", key);
            outbox.add(sql, Topic.REGISTRY, key, new byte[0]);
        }
    }

    private void put(Sql sql, String key, byte[] json) throws SQLException {
        sql.run(
                "insert into registry values (?, ?) on conflict (key) do update set record = excluded.record",
                key,
                new String(json, UTF_8));
        outbox.add(sql, Topic.REGISTRY, key, json);
    }

    /** What the topic has to hold of one kind, by its key. */
    public Map<String, byte[]> onLog(Sql sql, Kind kind) throws SQLException {
        Map<String, byte[]> told = new TreeMap<>();
        sql.list(
                        "select key, record from registry where starts_with(key, ?)",
                        row -> Map.entry(
                                row.getString("key"), row.getString("record").getBytes(UTF_8)),
                        kind.beginning())
                .forEach(row -> told.put(row.getKey(), row.getValue()));
        return told;
    }
}
