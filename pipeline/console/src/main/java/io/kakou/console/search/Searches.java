package io.kakou.console.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.Scope;
import io.kakou.console.outbox.Outbox;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Hop;
import io.kakou.events.Search;
import io.kakou.events.Topic;
import io.kakou.events.TravelTime;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Searches in the database, each told on the log as it changes; what is over is purged with all that came of it. */
public final class Searches {
    private static final int MOST = 200;

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;

    public Searches(Database database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Begins one. */
    public void open(Search search, @Nullable String area) {
        database.transaction(sql -> {
            sql.lock("searches");
            if (all(sql).size() >= MOST) {
                throw Refusal.conflict("there are " + MOST + " searches; allowed: " + MOST + ", end one first");
            }
            int rows = sql.run(
                    "insert into search values (?, ?, ?, ?, ?)",
                    search.id(),
                    json(search),
                    area,
                    clock.instant(),
                    search.until());
            outbox.add(sql, Topic.SEARCHES, search.id(), Json.write(search));
            return rows;
        });
        outbox.wake();
    }

    /** Those of the caller's areas, the newest first. */
    public List<StoredSearch> list(Scope scope) {
        return database.transaction(Searches::all).stream()
                .filter(each -> scope.sees(each.area()) && !each.search().isOver(clock.instant()))
                .sorted(Comparator.comparing(StoredSearch::openedAt).reversed())
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Refusal where it is not there, over, or not the caller's to see
     */
    public StoredSearch get(String id, Scope scope) {
        return list(scope).stream()
                .filter(each -> each.search().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("search of that name"));
    }

    /** Changes one as it stands now, and tells the log. */
    public Search change(String id, UnaryOperator<Search> change) {
        Search changed = database.transaction(sql -> {
            sql.lock("searches");
            Search now = one(sql, id).orElseThrow(() -> Refusal.notFound("search of that name"));
            Search next = change.apply(now);
            sql.run("update search set record = ? where id = ?", json(next), id);
            outbox.add(sql, Topic.SEARCHES, id, Json.write(next));
            return next;
        });
        outbox.wake();
        return changed;
    }

    /** The same search with a camera more on its way, in the order of time. */
    public static Search with(Search search, Hop hop) {
        List<Hop> hops = new ArrayList<>(search.hops());
        hops.removeIf(each -> each.sighting().equals(hop.sighting()));
        hops.add(hop);
        hops.sort(Comparator.comparing(Hop::firstSeen));
        return copy(search, hops, search.rejected(), search.reach(), search.from());
    }

    /** The same search without somebody: turned down, or taken off its way again. */
    public static Search without(Search search, String sighting) {
        List<Hop> hops = new ArrayList<>(search.hops());
        hops.removeIf(each -> each.sighting().equals(sighting));
        List<String> rejected = new ArrayList<>(search.rejected());
        if (!rejected.contains(sighting)) {
            rejected.add(sighting);
        }
        int from = Math.max(0, rejected.size() - Search.MOST_REJECTED);
        return copy(search, hops, rejected.subList(from, rejected.size()), search.reach(), search.from());
    }

    /** The same search with other cameras that go before others, and footage back to another time. */
    public static Search reaching(Search search, List<String> cameras, Instant from) {
        return copy(search, search.hops(), search.rejected(), cameras, from);
    }

    private static Search copy(Search search, List<Hop> hops, List<String> rejected, List<String> reach, Instant from) {
        return new Search(
                search.id(),
                search.caseNumber(),
                search.start(),
                search.place(),
                search.at(),
                search.looks(),
                hops,
                rejected,
                reach,
                from,
                search.until(),
                search.user());
    }

    /** Ends one before its time; nothing of it stays. */
    public void end(String id) {
        purge(List.of(id));
    }

    /** Ends those whose time is over; which. */
    public List<StoredSearch> endDue() {
        List<StoredSearch> due = database.transaction(Searches::all).stream()
                .filter(each -> each.search().isOver(clock.instant()))
                .toList();
        purge(due.stream().map(each -> each.search().id()).toList());
        return due;
    }

    /** Rows of its findings and its footage go with it. */
    private void purge(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.transaction(sql -> {
            sql.lock("searches");
            int gone = 0;
            for (String id : ids) {
                gone += sql.run("delete from search where id = ?", id);
                outbox.add(sql, Topic.SEARCHES, id, new byte[0]);
            }
            PersonSightings.dropOfNoSearch(sql);
            return gone;
        });
        outbox.wake();
    }

    /** Ids of all that are there. */
    public List<String> ids() {
        return database.transaction(sql -> sql.list("select id from search", row -> row.getString(1)));
    }

    /** How long people took, as far as they were matched. */
    public List<TravelTime> travelTimes() {
        return database.transaction(sql -> sql.list("select record from travel_time", Searches::travelTime));
    }

    /** Somebody went from one camera to its neighbour; told on the registry. */
    public void learn(String from, String to, double seconds) {
        database.transaction(sql -> {
            sql.lock("travel_time");
            TravelTime none = TravelTime.none(from, to);
            TravelTime more = sql.one("select record from travel_time where key = ?", Searches::travelTime, none.key())
                    .orElse(none)
                    .and(seconds);
            byte[] record = Json.write(more);
            outbox.add(sql, Topic.REGISTRY, more.key(), record);
            return sql.run(
                    "insert into travel_time values (?, ?) on conflict (key) do update set record = excluded.record",
                    more.key(),
                    new String(record, UTF_8));
        });
        outbox.wake();
    }

    /** What the topic {@code searches} has to hold, by its key. */
    public Map<String, byte[]> onLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        for (StoredSearch each : all(sql)) {
            told.put(each.search().id(), Json.write(each.search()));
        }
        return told;
    }

    /** What the registry has to hold of travel times, by its key. */
    public Map<String, byte[]> travelTimesOnLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        for (TravelTime each : sql.list("select record from travel_time", Searches::travelTime)) {
            told.put(each.key(), Json.write(each));
        }
        return told;
    }

    private static List<StoredSearch> all(Sql sql) throws SQLException {
        return sql.list("select * from search", Searches::stored);
    }

    private static Optional<Search> one(Sql sql, String id) throws SQLException {
        return sql.one("select * from search where id = ?", row -> stored(row).search(), id);
    }

    private static StoredSearch stored(ResultSet row) throws SQLException {
        try {
            Search search = Json.read(Search.class, row.getString("record").getBytes(UTF_8));
            return new StoredSearch(search, row.getString("area"), Sql.instant(row, "opened_at"));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a search in the database: " + e.reason(), e);
        }
    }

    private static TravelTime travelTime(ResultSet row) throws SQLException {
        try {
            return Json.read(TravelTime.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a travel time in the database: " + e.reason(), e);
        }
    }

    private static String json(Search search) {
        return new String(Json.write(search), UTF_8);
    }
}
