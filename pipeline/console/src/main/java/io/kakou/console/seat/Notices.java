package io.kakou.console.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.Scope;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Incident;
import io.kakou.events.Notice;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Notices as the log told them: those of the last {@value #KEPT_DAYS} days. */
public final class Notices {
    static final int KEPT_DAYS = 30;

    /** Of a room's own incident, that incident's area must be seen too; a room that is told besides hears of it anyway, and so
     * does a seat that was given the room by its name. */
    private static final String SEEN = " (? or room = any(?) or room = '" + Incident.NO_ROOM + "')"
            + " and (? or room = any(?) or cause in ('SECOND_OWNER', 'NEIGHBOUR', 'ESCALATED', 'CALMED') or not exists (select 1 from incident i"
            + " where i.id = notice.incident and i.area is not null and i.area <> all(?))) ";

    private final Database database;
    private final InstantSource clock;

    /**
     * Notices read together.
     *
     * @param cursor every notice after it is still to come
     */
    public record Page(List<Notice> notices, long cursor) {}

    private record Moved(Notice notice, long cursor) {}

    public Notices(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What reads the topic into here. */
    public SeatProjection projection(Runnable changed) {
        return new SeatProjection(database, Topic.NOTICES, this::put, changed);
    }

    private int put(Sql sql, byte[] value) throws SQLException, UnreadableRecord {
        Notice notice = Json.read(Notice.class, value);
        sql.run("delete from notice where at < ?", clock.instant().minus(Duration.ofDays(KEPT_DAYS)));
        return sql.run(
                "insert into notice values (?, ?, ?, ?, ?, ?, ?, nextval('incident_cursor')) on conflict do nothing",
                notice.id(),
                notice.room(),
                notice.incident(),
                notice.cause().name(),
                notice.at(),
                notice.mute(),
                new String(Json.write(notice), UTF_8));
    }

    /**
     * What was told after the cursor, oldest first.
     *
     * @param upTo the last cursor that is asked for
     * @param rooms whose seats the scope has
     */
    public Page toldSince(long cursor, long upTo, int limit, Scope scope, Collection<String> rooms) {
        List<Moved> moved = database.transaction(sql -> sql.list(
                "select record, cursor from notice where" + SEEN
                        + "and ? and cursor > ? and cursor <= ? order by cursor limit ?",
                row -> new Moved(notice(row), row.getLong("cursor")),
                scope.everything(),
                rooms,
                scope.everything(),
                scope.rooms(),
                scope.areas(),
                !scope.seesNothing(),
                cursor,
                upTo,
                limit));
        long reached = moved.isEmpty() ? cursor : moved.get(moved.size() - 1).cursor();
        return new Page(moved.stream().map(Moved::notice).toList(), reached);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        try {
            return Json.read(Notice.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a notice in the database: " + e.reason(), e);
        }
    }
}
