package io.kakou.console.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.Scope;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Incident;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Incidents as the log told them last. What a scope does not see is not there. */
public final class Incidents {
    /** One that no area claims is shown to everyone who sees anything: it is never dropped. */
    private static final String SEEN = " (? or area = any(?) or (area is null and ?)"
            + " or id in (select i.incident from incident_informed i join area a on a.room = i.room"
            + " where a.id = any(?)) or room = any(?)"
            + " or id in (select i.incident from incident_informed i where i.room = any(?))) ";

    /** Who was told across a border looks on; its owner acts, and who was told as second owner or as superior. */
    private static final String ACTS = " (? or area = any(?) or (area is null and ?)"
            + " or id in (select i.incident from incident_informed i join area a on a.room = i.room"
            + " where i.as_what <> 'NEIGHBOUR' and a.id = any(?)) or room = any(?)"
            + " or id in (select i.incident from incident_informed i"
            + " where i.as_what <> 'NEIGHBOUR' and i.room = any(?))) ";

    /** Notices and situations draw from the same. */
    private static final String CURSOR = "select greatest(0, (select max(cursor) from incident),"
            + " (select max(cursor) from notice), (select max(cursor) from situation))";

    private final Database database;

    /** Which to list. */
    public enum Which {
        OPEN,
        ALL
    }

    private record Moved(Incident incident, long cursor) {}

    public Incidents(Database database) {
        this.database = database;
    }

    /** The newest first. */
    public Page list(Which which, int limit, Scope scope) {
        return database.transaction(sql -> {
            // First, so that a change in between comes twice, not never.
            long cursor = cursor(sql);
            List<Incident> incidents = sql.list(
                    "select record from incident where" + SEEN + "and (open or ?) order by opened_at desc, id limit ?",
                    Incidents::incident,
                    scope.everything(),
                    scope.areas(),
                    !scope.seesNothing(),
                    scope.areas(),
                    scope.rooms(),
                    scope.rooms(),
                    which == Which.ALL,
                    limit);
            return new Page(incidents, cursor);
        });
    }

    /**
     * One incident.
     *
     * @throws Refusal where it is not there, or not in the scope
     */
    public Incident get(String id, Scope scope) {
        return one(SEEN, id, scope).orElseThrow(() -> Refusal.notFound("incident " + id));
    }

    /**
     * One incident that is to be moved on.
     *
     * @throws Refusal where it is not there, or not in the scope, or another room's
     */
    public Incident toActOn(String id, Scope scope) {
        return one(ACTS, id, scope).orElseThrow(() -> {
            Incident seen = get(id, scope);
            return Refusal.forbidden("incident " + id + " is of room " + seen.room()
                    + ", this one was told because it lies on the border; allowed: looking");
        });
    }

    private Optional<Incident> one(String may, String id, Scope scope) {
        return database.transaction(sql -> sql.one(
                "select record from incident where" + may + "and id = ?",
                Incidents::incident,
                scope.everything(),
                scope.areas(),
                !scope.seesNothing(),
                scope.areas(),
                scope.rooms(),
                scope.rooms(),
                id));
    }

    /** One incident inside a transaction, for what asks no scope: a unit's own task. */
    public static Optional<Incident> get(Sql sql, String id) throws SQLException {
        return sql.one("select record from incident where id = ?", Incidents::incident, id);
    }

    /** The incident that an alert belongs to. */
    public Incident ofAlert(String alert, Scope scope) {
        return database.transaction(sql -> sql.one(
                        "select record from incident where" + SEEN
                                + "and id = (select incident from incident_alert where alert = ?)",
                        Incidents::incident,
                        scope.everything(),
                        scope.areas(),
                        !scope.seesNothing(),
                        scope.areas(),
                        scope.rooms(),
                        scope.rooms(),
                        alert))
                .orElseThrow(() -> Refusal.notFound("alert " + alert));
    }

    /** Every change up to now has a cursor of at most this. */
    public long cursor() {
        return database.transaction(Incidents::cursor);
    }

    /** What changed after the cursor, oldest change first, each as it stands now. */
    public Page changedSince(long cursor, int limit, Scope scope) {
        List<Moved> moved = database.transaction(sql -> sql.list(
                "select record, cursor from incident where" + SEEN + "and cursor > ? order by cursor limit ?",
                row -> new Moved(incident(row), row.getLong("cursor")),
                scope.everything(),
                scope.areas(),
                !scope.seesNothing(),
                scope.areas(),
                scope.rooms(),
                scope.rooms(),
                cursor,
                limit));
        long reached = moved.isEmpty() ? cursor : moved.get(moved.size() - 1).cursor();
        return new Page(moved.stream().map(Moved::incident).toList(), reached);
    }

    private static long cursor(Sql sql) throws SQLException {
        return sql.one(CURSOR, row -> row.getLong(1)).orElse(0L);
    }

    static Incident incident(ResultSet row) throws SQLException {
        try {
            return Json.read(Incident.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an incident in the database: " + e.reason(), e);
        }
    }
}
