package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Lift;
import io.kakou.events.LiftProof;
import io.kakou.events.LiftRelease;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lifts in the database, what people have let go, and both on the log. */
public final class Lifts {
    private final Database database;
    private final Outbox outbox;

    public Lifts(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public List<Lift> list() {
        return database.transaction(sql -> records(sql, Lift.KEY, Lift.class));
    }

    /** What people have let go; those that are over too, the newest of each lift. */
    public List<LiftRelease> releases() {
        return database.transaction(sql -> records(sql, LiftRelease.KEY, LiftRelease.class));
    }

    public Optional<Lift> find(String id) {
        return list().stream().filter(lift -> lift.id().equals(id)).findFirst();
    }

    /**
     * Takes the place of all lifts, or only says what that would do. What was proven of a controller stays proven where it is
     * still the same.
     *
     * @param cameras all there are
     */
    public ImportReport replace(List<Lift> lifts, Set<String> cameras, RegistryImport.Mode mode) {
        Map<String, List<String>> findings = Map.of(
                "unknownCameras",
                lifts.stream()
                        .filter(lift -> !cameras.contains(lift.camera()))
                        .map(lift -> lift.camera() + " (" + lift.id() + ")")
                        .toList());
        ImportReport report = database.transaction(sql -> {
            sql.lock("registry");
            Map<String, byte[]> before = onLog(sql, Lift.KEY);
            Map<String, byte[]> after = new TreeMap<>();
            Map<String, Lift> known = new TreeMap<>();
            records(sql, Lift.KEY, Lift.class).forEach(lift -> known.put(lift.key(), lift));
            lifts.forEach(lift -> after.put(lift.key(), Json.write(proven(lift, known.get(lift.key())))));
            ImportReport found = ImportReport.of(Map.of("lifts", after.size()), before, after, findings);
            if (mode == RegistryImport.Mode.TAKE) {
                for (String key : found.removed()) {
                    remove(sql, key);
                }
                Set<String> fresh = new HashSet<>(found.added());
                fresh.addAll(found.changed());
                for (Map.Entry<String, byte[]> each : after.entrySet()) {
                    if (fresh.contains(each.getKey())) {
                        put(sql, each.getKey(), each.getValue());
                    }
                }
            }
            return found;
        });
        outbox.wake();
        return report;
    }

    private static Lift proven(Lift lift, @Nullable Lift before) {
        LiftProof proof = before == null ? null : before.proof();
        boolean same =
                proof != null && proof.controller().equals(lift.controller().fingerprint());
        return same ? lift.with(proof) : lift;
    }

    /** A controller was seen to let its door go by itself, or not to. */
    public void prove(Lift lift) {
        put(lift.key(), Json.write(lift));
    }

    /** A person lets a door go. */
    public void release(LiftRelease release) {
        put(release.key(), Json.write(release));
    }

    private void put(String key, byte[] json) {
        int unused = database.transaction(sql -> {
            sql.lock("registry");
            return put(sql, key, json);
        });
        outbox.wake();
    }

    private int put(Sql sql, String key, byte[] json) throws SQLException {
        int rows = sql.run(
                "insert into registry values (?, ?) on conflict (key) do update set record = excluded.record",
                key,
                new String(json, UTF_8));
        outbox.add(sql, Topic.REGISTRY, key, json);
        return rows;
    }

    private void remove(Sql sql, String key) throws SQLException {
        sql.run("delete from registry where key = ?", key);
        outbox.add(sql, Topic.REGISTRY, key, new byte[0]);
    }

    /** What the topic has to hold of those whose keys begin so, by key. */
    public Map<String, byte[]> onLog(Sql sql, String beginning) throws SQLException {
        Map<String, byte[]> told = new TreeMap<>();
        sql.list(
                        "select key, record from registry where starts_with(key, ?)",
                        row -> Map.entry(
                                row.getString("key"), row.getString("record").getBytes(UTF_8)),
                        beginning)
                .forEach(row -> told.put(row.getKey(), row.getValue()));
        return told;
    }

    private <T extends Record> List<T> records(Sql sql, String beginning, Class<T> type) throws SQLException {
        Collection<byte[]> stored = onLog(sql, beginning).values();
        return stored.stream().map(json -> record(type, json)).toList();
    }

    private static <T extends Record> T record(Class<T> type, byte[] json) {
        try {
            return Json.read(type, json);
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a record of a lift in the database: " + e.reason(), e);
        }
    }
}
