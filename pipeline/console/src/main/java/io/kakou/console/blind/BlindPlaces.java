package io.kakou.console.blind;

import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cameras have shown nothing for how long, and the notices of it. It is all in the database: a console that starts
 * anew neither forgets since when nor rings again. Safe for many threads and several consoles.
 */
public final class BlindPlaces {
    private final Database database;
    private final InstantSource clock;
    private final double patienceSeconds;
    private volatile List<BlindNotice> open = List.of();

    /** @param notice null while it is not blind for long */
    private record Row(Instant since, @Nullable String notice) {}

    /** @param patienceSeconds from when on a blind camera is a place to be checked */
    public BlindPlaces(Database database, double patienceSeconds, InstantSource clock) {
        this.database = database;
        this.patienceSeconds = patienceSeconds;
        this.clock = clock;
    }

    /** Open notices, as the last round left them. */
    public List<BlindNotice> open() {
        return open;
    }

    /** One round: takes which cameras show nothing now, all of them. */
    public void look(Collection<Troubled> now) {
        open = database.transaction(sql -> {
            sql.lock("blind-places");
            Map<String, Row> before = rows(sql);
            for (Troubled each : now) {
                take(sql, each, before.remove(each.camera()));
            }
            for (String well : before.keySet()) {
                sql.run("delete from blind_place where camera = ?", well);
            }
            sql.run(
                    "update blind_notice set ended_at = ? where ended_at is null"
                            + " and not exists (select 1 from blind_place where notice = blind_notice.id)",
                    clock.instant());
            return notices(sql);
        });
    }

    private void take(Sql sql, Troubled camera, @Nullable Row before) throws SQLException {
        Instant since = before == null ? camera.since() : before.since();
        if (before == null) {
            sql.run("insert into blind_place (camera, since) values (?, ?)", camera.camera(), since);
        }
        boolean known = before != null && before.notice() != null;
        if (!known && camera.heard() && isLong(since)) {
            sql.run("update blind_place set notice = ? where camera = ?", notice(sql, camera.room()), camera.camera());
        }
    }

    private boolean isLong(Instant since) {
        return !since.plusMillis(Math.round(patienceSeconds * 1000)).isAfter(clock.instant());
    }

    private String notice(Sql sql, String room) throws SQLException {
        Optional<String> there = sql.one(
                "select id from blind_notice where room = ? and ended_at is null", row -> row.getString("id"), room);
        if (there.isPresent()) {
            return there.get();
        }
        String id = "blind-" + UUID.randomUUID().toString().substring(0, 8);
        sql.run("insert into blind_notice (id, room, opened_at) values (?, ?, ?)", id, room, clock.instant());
        return id;
    }

    /**
     * Somebody has read a notice; the first who did stays named.
     *
     * @throws Refusal where it has ended, or never was
     */
    public void acknowledge(String notice, String user) {
        open = database.transaction(sql -> {
            sql.lock("blind-places");
            int rows = sql.run(
                    "update blind_notice set acknowledged_by = coalesce(acknowledged_by, ?),"
                            + " acknowledged_at = coalesce(acknowledged_at, ?) where id = ? and ended_at is null",
                    user,
                    clock.instant(),
                    notice);
            if (rows == 0) {
                throw Refusal.notFound("open notice " + notice);
            }
            return notices(sql);
        });
    }

    private static Map<String, Row> rows(Sql sql) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        sql.list("select camera, since, notice from blind_place", row -> {
            rows.put(row.getString("camera"), new Row(Sql.instant(row, "since"), row.getString("notice")));
            return true;
        });
        return rows;
    }

    private static List<BlindNotice> notices(Sql sql) throws SQLException {
        Map<String, List<BlindPlace>> places = new HashMap<>();
        sql.list(
                "select camera, since, notice from blind_place where notice is not null order by since, camera",
                row -> {
                    places.computeIfAbsent(row.getString("notice"), id -> new ArrayList<>())
                            .add(new BlindPlace(row.getString("camera"), Sql.instant(row, "since")));
                    return true;
                });
        return sql.list(
                "select id, room, opened_at, acknowledged_by, acknowledged_at from blind_notice"
                        + " where ended_at is null order by opened_at, id",
                row -> new BlindNotice(
                        row.getString("id"),
                        row.getString("room"),
                        Sql.instant(row, "opened_at"),
                        row.getString("acknowledged_by"),
                        row.getTimestamp("acknowledged_at") == null ? null : Sql.instant(row, "acknowledged_at"),
                        places.getOrDefault(row.getString("id"), List.of())));
    }
}
