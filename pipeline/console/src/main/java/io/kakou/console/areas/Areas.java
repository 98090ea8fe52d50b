package io.kakou.console.areas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.events.Area;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.util.Collection;
import java.util.List;

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
        List<byte[]> rows = database.transaction(
                sql -> sql.list("select record from area order by id", row -> row.getString("record")
                        .getBytes(UTF_8)));
        map = new AreaMap(rows.stream().map(Areas::area).toList());
    }

    public AreaMap map() {
        return map;
    }

    public Scope scope(Collection<String> areas) {
        return new Scope(areas.contains(EVERY_AREA), map.below(areas));
    }

    /** Puts areas in, or new ones in their place. */
    public void put(Collection<Area> areas) {
        database.transaction(sql -> {
            for (Area area : areas) {
                byte[] json = Json.write(area);
                sql.run(
                        "insert into area values (?, ?) on conflict (id) do update set record = excluded.record",
                        area.id(),
                        new String(json, UTF_8));
                outbox.add(sql, Topic.REGISTRY, area.key(), json);
            }
            return areas.size();
        });
        outbox.wake();
        start();
    }

    private static Area area(byte[] json) {
        try {
            return Json.read(Area.class, json);
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an area in the database: " + e.reason(), e);
        }
    }
}
