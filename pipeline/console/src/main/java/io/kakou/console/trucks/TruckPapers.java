package io.kakou.console.trucks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Permits and sites in the database, told to the log as they change. A table adds and changes what it names, by its id; what it does
 * not name stays.
 */
public final class TruckPapers {
    private final Database database;
    private final Outbox outbox;

    /** How far to go. */
    public enum Mode {
        CHECK,
        TAKE
    }

    public TruckPapers(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Takes permits over, all or none.
     *
     * @param file CSV in UTF-8 or GBK, or XLSX
     * @param cameras that there are
     * @throws Refusal where it is no table
     */
    public PaperReport permits(byte[] file, Set<String> cameras, Mode mode) {
        Table table = PaperTables.permits(file);
        Map<String, byte[]> records = new TreeMap<>();
        PaperTables.permits(table, siteIds(), cameras).forEach(each -> records.put(each.key(), Json.write(each)));
        return take(table, TruckPermit.KEY, records, mode);
    }

    /** Takes sites and tips over, likewise. */
    public PaperReport sites(byte[] file, Set<String> cameras, Mode mode) {
        Table table = PaperTables.sites(file);
        Map<String, byte[]> records = new TreeMap<>();
        PaperTables.sites(table, cameras).forEach(each -> records.put(each.key(), Json.write(each)));
        return take(table, WorkSite.KEY, records, mode);
    }

    private Set<String> siteIds() {
        return sites().stream().map(WorkSite::id).collect(Collectors.toSet());
    }

    private PaperReport take(Table table, String beginning, Map<String, byte[]> records, Mode mode) {
        boolean takes = mode == Mode.TAKE && table.refused() == 0;
        PaperReport report = database.transaction(sql -> {
            sql.lock("registry");
            Map<String, byte[]> before = onLog(sql, beginning);
            int added = 0;
            int same = 0;
            for (Map.Entry<String, byte[]> each : records.entrySet()) {
                byte[] known = before.get(each.getKey());
                added += known == null ? 1 : 0;
                boolean isSame = Arrays.equals(known, each.getValue());
                same += isSame ? 1 : 0;
                if (takes && !isSame) {
                    put(sql, each.getKey(), each.getValue());
                }
            }
            return table.report(added, records.size() - added - same, same, takes);
        });
        outbox.wake();
        return report;
    }

    /** Somebody of the enforcement seat was there. */
    public WorkSite inspected(String id, LocalDate day) {
        WorkSite after = database.transaction(sql -> {
            sql.lock("registry");
            byte[] known = onLog(sql, WorkSite.KEY).get(WorkSite.KEY + id);
            if (known == null) {
                throw Refusal.notFound("site " + id);
            }
            WorkSite site = read(WorkSite.class, known).inspectedOn(day);
            put(sql, site.key(), Json.write(site));
            return site;
        });
        outbox.wake();
        return after;
    }

    private void put(Sql sql, String key, byte[] json) throws SQLException {
        sql.run(
                "insert into registry values (?, ?) on conflict (key) do update set record = excluded.record",
                key,
                new String(json, UTF_8));
        outbox.add(sql, Topic.REGISTRY, key, json);
    }

    public List<WorkSite> sites() {
        return database.transaction(sql -> onLog(sql, WorkSite.KEY)).values().stream()
                .map(each -> read(WorkSite.class, each))
                .toList();
    }

    public int permits() {
        return database.transaction(sql -> onLog(sql, TruckPermit.KEY)).size();
    }

    /** What the topic has to hold of those whose keys begin so. */
    public Map<String, byte[]> onLog(Sql sql, String beginning) throws SQLException {
        Map<String, byte[]> told = new HashMap<>();
        sql.list(
                        "select key, record from registry where starts_with(key, ?)",
                        row -> Map.entry(
                                row.getString("key"), row.getString("record").getBytes(UTF_8)),
                        beginning)
                .forEach(row -> told.put(row.getKey(), row.getValue()));
        return new TreeMap<>(told);
    }

    private static <T extends Record> T read(Class<T> type, byte[] json) {
        try {
            return Json.read(type, json);
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a paper in the database: " + e.reason(), e);
        }
    }
}
