package io.kakou.console.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Mute;
import io.kakou.events.Shelf;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people put aside until a time, and what they mute. Both end by themselves, and leave the log a while later. */
public final class Aside {
    private static final String IN_FORCE = " until > ? and ended_at is null ";

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;

    /** Who ends a mute, and why. */
    public record End(String mute, String user, String reason) {}

    /** An incident that made no sound because its cameras were muted. */
    public record Muted(String incident, String mute) {}

    public Aside(Database database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Puts an incident aside; a second time moves its end. */
    public void shelve(Shelf shelf) {
        byte[] json = Json.write(shelf);
        database.transaction(sql -> {
            sql.lock("shelves");
            sql.run(
                    "insert into shelf values (?, ?, ?, ?) on conflict (incident)"
                            + " do update set until = excluded.until, record = excluded.record",
                    shelf.incident(),
                    shelf.room(),
                    shelf.until(),
                    new String(json, UTF_8));
            outbox.add(sql, Topic.REGISTRY, shelf.key(), json);
            return 1;
        });
        outbox.wake();
    }

    /** Those that have not come back yet. */
    public List<Shelf> shelves() {
        return database.transaction(sql -> shelves(sql, clock.instant()));
    }

    private static List<Shelf> shelves(Sql sql, Instant now) throws SQLException {
        return sql.list(
                "select record from shelf where until > ? order by incident", row -> record(row, Shelf.class), now);
    }

    public void mute(Mute mute) {
        byte[] json = Json.write(mute);
        database.transaction(sql -> {
            sql.lock("mutes");
            sql.run("insert into mute values (?, ?, ?)", mute.id(), mute.until(), new String(json, UTF_8));
            outbox.add(sql, Topic.REGISTRY, mute.key(), json);
            return 1;
        });
        outbox.wake();
    }

    /**
     * Ends a mute before its time.
     *
     * @throws Refusal where none of that name is in force
     */
    public void end(End end) {
        database.transaction(sql -> {
            sql.lock("mutes");
            int ended = sql.run(
                    "update mute set ended_at = ?, ended_by = ?, end_reason = ? where id = ? and" + IN_FORCE,
                    clock.instant(),
                    end.user(),
                    end.reason(),
                    end.mute(),
                    clock.instant());
            if (ended == 0) {
                throw Refusal.notFound("mute " + end.mute() + " in force");
            }
            outbox.add(sql, Topic.REGISTRY, Mute.KEY + end.mute(), new byte[0]);
            return ended;
        });
        outbox.wake();
    }

    /** Those in force. */
    public List<Mute> mutes() {
        return database.transaction(sql -> mutes(sql, clock.instant()));
    }

    private static List<Mute> mutes(Sql sql, Instant now) throws SQLException {
        return sql.list(
                "select record from mute where" + IN_FORCE + "order by until, id", row -> record(row, Mute.class), now);
    }

    /** Open incidents that made no sound, by the mute that kept them silent. */
    public List<Muted> muted() {
        return database.transaction(sql -> sql.list(
                "select distinct n.incident, n.mute from notice n join incident i on i.id = n.incident"
                        + " where i.open and n.mute is not null",
                row -> new Muted(row.getString("incident"), row.getString("mute"))));
    }

    /** What the registry has to hold of shelves, by its key. */
    public Map<String, byte[]> shelvesOnLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        shelves(sql, clock.instant()).forEach(shelf -> told.put(shelf.key(), Json.write(shelf)));
        return told;
    }

    /** The same of mutes. */
    public Map<String, byte[]> mutesOnLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        mutes(sql, clock.instant()).forEach(mute -> told.put(mute.key(), Json.write(mute)));
        return told;
    }

    private static <T extends Record> T record(ResultSet row, Class<T> type) throws SQLException {
        try {
            return Json.read(type, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("in the database: " + e.reason(), e);
        }
    }
}
