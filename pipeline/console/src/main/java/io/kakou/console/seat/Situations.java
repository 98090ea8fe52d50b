package io.kakou.console.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.Scope;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Incident;
import io.kakou.events.Situation;
import io.kakou.events.SituationPlace;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Situations as the log told them last. */
public final class Situations {
    private static final String SEEN = " (? or room = any(?) or room = '" + Incident.NO_ROOM + "') and ? ";

    private final Database database;

    /**
     * Situations read together.
     *
     * @param cursor every change after it is still to come
     */
    public record Page(List<Situation> situations, long cursor) {}

    private record Moved(Situation situation, long cursor) {}

    public Situations(Database database) {
        this.database = database;
    }

    /** What reads the topic into here. */
    public SeatProjection projection(Runnable changed) {
        return new SeatProjection(database, Topic.SITUATIONS, Situations::put, changed);
    }

    private static int put(Sql sql, byte[] value) throws SQLException, UnreadableRecord {
        Situation situation = Json.read(Situation.class, value);
        Optional<Situation> before =
                sql.one("select record from situation where key = ?", Situations::situation, situation.key());
        if (before.isPresent() && isKnown(situation, before.get())) {
            return 0;
        }
        return sql.run(
                "insert into situation values (?, ?, ?, ?, nextval('incident_cursor')) on conflict (key) do update set"
                        + " running = excluded.running, record = excluded.record, cursor = excluded.cursor",
                situation.key(),
                situation.room(),
                situation.until() == null,
                new String(Json.write(situation), UTF_8));
    }

    /** What was told again after a restart, older than what is known. */
    private static boolean isKnown(Situation situation, Situation before) {
        boolean isOlder = situation.id().equals(before.id())
                ? situation.version() < before.version()
                : situation.since().isBefore(before.since());
        return isOlder || situation.equals(before);
    }

    /** Those that run, of the rooms whose seats the scope has. */
    public List<Situation> running(Scope scope, Collection<String> rooms) {
        return database
                .transaction(sql -> sql.list(
                        "select record from situation where" + SEEN + "and running order by key",
                        Situations::situation,
                        scope.everything(),
                        rooms,
                        !scope.seesNothing()))
                .stream()
                .map(situation -> seen(situation, scope))
                .toList();
    }

    /** What changed after the cursor, each as it stands now. */
    public Page changedSince(long cursor, Scope scope, Collection<String> rooms) {
        List<Moved> moved = database.transaction(sql -> sql.list(
                "select record, cursor from situation where" + SEEN + "and cursor > ? order by cursor",
                row -> new Moved(situation(row), row.getLong("cursor")),
                scope.everything(),
                rooms,
                !scope.seesNothing(),
                cursor));
        long reached = moved.isEmpty() ? cursor : moved.get(moved.size() - 1).cursor();
        return new Page(
                moved.stream().map(each -> seen(each.situation(), scope)).toList(), reached);
    }

    /** Places outside the scope are counted, not shown; but for the seat of the room itself. */
    private static Situation seen(Situation all, Scope scope) {
        if (scope.rooms().contains(all.room())) {
            return all;
        }
        List<SituationPlace> places = all.places().stream()
                .filter(place -> place.area() == null || scope.sees(place.area()))
                .toList();
        int unseen = all.places().size() - places.size();
        return unseen == 0
                ? all
                : new Situation(
                        all.id(),
                        all.room(),
                        all.event(),
                        all.kind(),
                        all.since(),
                        all.until(),
                        all.version(),
                        all.announced(),
                        all.listed(),
                        all.miscalibrated(),
                        places.stream()
                                .flatMap(place -> place.cameras().stream())
                                .filter(all.cameras()::contains)
                                .distinct()
                                .toList(),
                        places,
                        all.leftOut() + unseen);
    }

    private static Situation situation(ResultSet row) throws SQLException {
        try {
            return Json.read(Situation.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a situation in the database: " + e.reason(), e);
        }
    }
}
