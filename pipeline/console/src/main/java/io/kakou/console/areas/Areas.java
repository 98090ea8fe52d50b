package io.kakou.console.areas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Area;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Areas in the database, told to the log as they change. */
public final class Areas {
    private static final String EVERY_AREA = "*";

    private final Database database;
    private final Outbox outbox;
    private volatile AreaMap map = new AreaMap(List.of());

    public Areas(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Reads them all; before that there are none. */
    public void start() {
        map = new AreaMap(database.transaction(Areas::all));
    }

    private static List<Area> all(Sql sql) throws SQLException {
        return sql.list("select record from area order by id", Areas::area);
    }

    public AreaMap map() {
        return map;
    }

    public Scope scope(Collection<String> areas) {
        return scope(areas, List.of());
    }

    /** What whoever has these areas and sits at these rooms' seats sees. */
    public Scope scope(Collection<String> areas, Collection<String> rooms) {
        return new Scope(areas.contains(EVERY_AREA), map.below(areas), Set.copyOf(rooms));
    }

    /** What else changes with the tree, in the same transaction. */
    public interface Follow {
        void follow(Sql sql, AreaMap map) throws SQLException;
    }

    /**
     * Puts another tree in the place of the one that is there: what it lacks is removed, what is the same is not told
     * again.
     */
    public void replace(Collection<Area> areas, Follow follow) {
        AreaMap next = new AreaMap(areas);
        database.transaction(sql -> {
            sql.lock("areas");
            Map<String, byte[]> before = onLog(sql);
            for (Area area : areas) {
                byte[] told = before.remove(area.key());
                if (!Arrays.equals(told, Json.write(area))) {
                    put(sql, area);
                }
            }
            for (String key : before.keySet()) {
                sql.run("delete from area where id = ?", key.substring(Area.KEY.length()));
                outbox.add(sql, Topic.REGISTRY, key, new byte[0]);
            }
            follow.follow(sql, next);
            return areas.size();
        });
        outbox.wake();
        start();
    }

    private void put(Sql sql, Area area) throws SQLException {
        byte[] json = Json.write(area);
        sql.run(
                "insert into area values (?, ?, ?) on conflict (id)"
                        + " do update set record = excluded.record, room = excluded.room",
                area.id(),
                new String(json, UTF_8),
                area.room());
        outbox.add(sql, Topic.REGISTRY, area.key(), json);
    }

    /** What the registry has to hold of them, by its key. */
    public Map<String, byte[]> onLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        for (Area area : all(sql)) {
            told.put(area.key(), Json.write(area));
        }
        return told;
    }

    private static Area area(ResultSet row) throws SQLException {
        try {
            return Json.read(Area.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an area in the database: " + e.reason(), e);
        }
    }
}
