package io.kakou.console.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.log.TopicReader;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.PersonSighting;
import io.kakou.events.PersonSize;
import io.kakou.events.SightingKind;
import io.kakou.events.Topic;
import io.kakou.events.UnderWay;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.search.ColourMix;
import io.kakou.events.search.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People's passings in the database, a day of them, in a table an hour. What is told twice, late or out of order is one row:
 * the newest. What cannot be read or lies outside the day is left out and counted; the job says why on {@code sightings-dead}.
 */
public final class PersonSightings implements TopicReader.Sink {
    /** A passing is kept so long. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(PersonSightings.class);
    /** What clocks of machines may differ by. */
    private static final Duration AHEAD = Duration.ofMinutes(1);
    /** Rows of one statement: the protocol takes 32,767 arguments. */
    private static final int ROWS = 500;

    private static final int MOST_ROWS = 60_000;
    private static final String PARTITION = "person_sighting_";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC);

    private final Database database;
    private final LogPositions positions;
    private final InstantSource clock;
    private final AtomicLong left = new AtomicLong();

    public PersonSightings(Database database, InstantSource clock) {
        this.database = database;
        this.positions = new LogPositions(database, Topic.SIGHTINGS);
        this.clock = clock;
    }

    @Override
    public Map<Integer, Long> positions() {
        return positions.read();
    }

    @Override
    public void take(List<TopicReader.Entry> entries, Map<Integer, Long> next) {
        Map<String, PersonSighting> newest = new LinkedHashMap<>();
        for (TopicReader.Entry entry : entries) {
            PersonSighting seen = entry.value() == null ? null : read(entry.value());
            if (seen != null) {
                newest.merge(seen.id(), seen, (one, other) -> other.looks() >= one.looks() ? other : one);
            }
        }
        List<PersonSighting> all = List.copyOf(newest.values());
        database.transaction(sql -> {
            put(sql, all);
            positions.keep(sql, next);
            return all.size();
        });
    }

    /** Puts passings that were read before; for programs that measure. */
    public void put(List<PersonSighting> all) {
        database.transaction(sql -> {
            put(sql, all);
            return all.size();
        });
    }

    /** Passings that were left out since the start. */
    public long leftOut() {
        return left.get();
    }

    private @Nullable PersonSighting read(byte[] value) {
        try {
            if (!Json.read(SightingKind.class, value).isPerson()) {
                return null;
            }
            PersonSighting seen = Json.read(PersonSighting.class, value);
            Instant now = clock.instant();
            boolean fits = value.length <= PersonSighting.MOST_BYTES
                    && !seen.lastSeen().isAfter(now.plus(AHEAD))
                    && seen.firstSeen().isAfter(now.minus(KEPT));
            if (fits) {
                return seen;
            }
            leaveOut("person " + seen.track() + " at camera " + seen.camera() + " is of " + seen.firstSeen());
        } catch (UnreadableRecord e) {
            leaveOut(e.reason());
        }
        return null;
    }

    private void leaveOut(String why) {
        long count = left.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            LOG.warn("{} sightings are left out, the last because {}", count, why);
        }
    }

    private void put(Sql sql, List<PersonSighting> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        TreeSet<Instant> hours = new TreeSet<>();
        all.forEach(each -> hours.add(each.firstSeen().truncatedTo(ChronoUnit.HOURS)));
        for (Instant hour : hours) {
            makeHour(sql, hour);
        }
        for (int from = 0; from < all.size(); from += ROWS) {
            insert(sql, all.subList(from, Math.min(all.size(), from + ROWS)));
        }
    }

    private static void makeHour(Sql sql, Instant hour) throws SQLException {
        sql.lock("person_sighting");
        sql.run("create table if not exists " + PARTITION + HOUR.format(hour)
                + " partition of person_sighting for values from ('" + hour + "') to ('"
                + hour.plus(1, ChronoUnit.HOURS) + "')");
    }

    private static void insert(Sql sql, List<PersonSighting> rows) throws SQLException {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (PersonSighting seen : rows) {
            Sight sight = Sight.of(seen);
            arguments.add(sight.id());
            arguments.add(seen.camera());
            arguments.add(seen.firstSeen());
            arguments.add(seen.lastSeen());
            arguments.add(seen.size().name());
            arguments.add((float) seen.heightShare());
            arguments.add(seen.underWay().name());
            arguments.add(sight.above().code());
            arguments.add(sight.below().code());
            arguments.add(seen.companions());
            arguments.add(seen.search());
            arguments.add(new String(Json.write(seen), UTF_8));
        }
        String row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        sql.run(
                "insert into person_sighting values " + String.join(", ", Collections.nCopies(rows.size(), row))
                        + " on conflict (id, first_seen) do update set last_seen = excluded.last_seen,"
                        + " size = excluded.size, height_share = excluded.height_share,"
                        + " under_way = excluded.under_way, above = excluded.above, below = excluded.below,"
                        + " companions = excluded.companions, record = excluded.record"
                        + " where person_sighting.last_seen <= excluded.last_seen",
                arguments.toArray());
    }

    /** Who passed these cameras in a time and is not surely an adult: the one question of a hop. */
    public List<Sight> passed(Collection<String> cameras, Instant from, Instant to) {
        return database.transaction(sql -> sql.list(
                "select id, camera, first_seen, last_seen, size, height_share, under_way, above, below, companions,"
                        + " search from person_sighting where camera = any (?) and first_seen between ? and ?"
                        + " and size <> 'ADULT' limit " + MOST_ROWS,
                PersonSightings::sight,
                cameras,
                from,
                to));
    }

    private static Sight sight(ResultSet row) throws SQLException {
        return new Sight(
                row.getString("id"),
                row.getString("camera"),
                Sql.instant(row, "first_seen"),
                Sql.instant(row, "last_seen"),
                PersonSize.valueOf(row.getString("size")),
                row.getFloat("height_share"),
                UnderWay.valueOf(row.getString("under_way")),
                ColourMix.ofCode(row.getString("above")),
                ColourMix.ofCode(row.getString("below")),
                row.getInt("companions"),
                row.getString("search"));
    }

    /** These passings, as they were told. */
    public Map<String, PersonSighting> records(Collection<Sight> sights) {
        Map<String, PersonSighting> records = new LinkedHashMap<>();
        database.transaction(sql -> {
            for (Sight sight : sights) {
                record(sql, sight.id(), sight.from()).ifPresent(seen -> records.put(sight.id(), seen));
            }
            return records.size();
        });
        return records;
    }

    private static Optional<PersonSighting> record(Sql sql, String id, Instant firstSeen) throws SQLException {
        return sql.one(
                "select record from person_sighting where id = ? and first_seen = ?",
                PersonSightings::record,
                id,
                firstSeen);
    }

    /** One passing by its id alone; over all hours. */
    public Optional<PersonSighting> record(String id) {
        return database.transaction(
                sql -> sql.one("select record from person_sighting where id = ?", PersonSightings::record, id));
    }

    private static PersonSighting record(ResultSet row) throws SQLException {
        try {
            return Json.read(PersonSighting.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a sighting in the database: " + e.reason(), e);
        }
    }

    /** Drops the hours that are over; how many. */
    public int dropOld() {
        String oldest = PARTITION + HOUR.format(clock.instant().minus(KEPT).minus(1, ChronoUnit.HOURS));
        return database.transaction(sql -> {
            List<String> old = sql.list(
                    "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                            + " where i.inhparent = 'person_sighting'::regclass and c.relname <= ?",
                    row -> row.getString(1),
                    oldest);
            for (String each : old) {
                sql.run("drop table " + each);
            }
            return old.size();
        });
    }

    /** Drops what was seen for searches that are no more: a worker may have been looking when one ended. */
    public int dropOfNoSearch() {
        return database.transaction(PersonSightings::dropOfNoSearch);
    }

    /** The same, together with what else is done. */
    static int dropOfNoSearch(Sql sql) throws SQLException {
        return sql.run("delete from person_sighting where search is not null and not exists"
                + " (select 1 from search where search.id = person_sighting.search)");
    }
}
