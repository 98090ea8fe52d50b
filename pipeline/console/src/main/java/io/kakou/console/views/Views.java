package io.kakou.console.views;

import io.kakou.console.areas.Scope;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of who looked at what. Each row's hash covers the row and the hash before it: a row that was changed, added
 * in between or taken away breaks the chain from there on.
 */
public final class Views {
    /** Enough for the clips that a room of people plays at once. */
    private static final int REMEMBERED = 1024;

    private final Database database;
    private final InstantSource clock;
    private final ChainCheck check;
    /** The newest rows that are on disk, and when they were written: a clip comes in many parts. */
    private final Map<Looked, Instant> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Looked, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A view about to be given.
     *
     * @param area where the object is, or null
     */
    public record Asked(
            String user, String session, ViewKind kind, String object, @Nullable String area, String reason) {}

    private record Looked(String session, ViewKind kind, String object) {}

    public Views(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.check = new ChainCheck(database, clock);
    }

    /** Writes a row; returns when it is on disk, so that nothing is shown before. */
    public void record(Asked asked) {
        database.transaction(sql -> {
            sql.lock("views");
            return append(sql, asked);
        });
    }

    /** Writes a row where this session has none of this object younger than so many seconds. */
    public void recordOncePer(double seconds, Asked asked) {
        Looked looked = new Looked(asked.session(), asked.kind(), asked.object());
        Instant since = clock.instant().minusMillis(Math.round(seconds * 1000));
        if (!isRemembered(looked, since)) {
            Instant at = database.transaction(sql -> {
                sql.lock("views");
                Optional<Instant> there = sql.one(
                        "select at from view where session = ? and kind = ? and object = ? and at > ?"
                                + " order by at desc limit 1",
                        row -> Sql.instant(row, "at"),
                        asked.session(),
                        asked.kind().name(),
                        asked.object(),
                        since);
                return there.isPresent() ? there.get() : append(sql, asked);
            });
            remember(looked, at);
        }
    }

    private boolean isRemembered(Looked looked, Instant since) {
        synchronized (remembered) {
            Instant at = remembered.get(looked);
            return at != null && at.isAfter(since);
        }
    }

    private void remember(Looked looked, Instant at) {
        synchronized (remembered) {
            remembered.put(looked, at);
        }
    }

    /** The newest first, of what the scope sees. */
    public List<View> newest(int limit, Scope scope) {
        return database.transaction(sql -> sql.list(
                Row.COLUMNS + "where ? or area = any(?) order by seq desc limit ?",
                row -> Row.of(row).view(),
                scope.everything(),
                scope.areas(),
                limit));
    }

    /** Whether this person has ever been shown the picture or the clip of one of these alerts. */
    public boolean opened(String user, Collection<String> alerts) {
        return database.transaction(sql -> sql.one(
                        "select 1 from view where account = ? and object = any(?) and kind in ('PICTURE', 'CLIP')",
                        row -> true,
                        user,
                        alerts)
                .isPresent());
    }

    /** Whether the chain is whole; reads what was added since the last time. */
    public Chain chain() {
        return check.newest();
    }

    /** The same from the first row on: as long as the chain is. */
    public Chain wholeChain() {
        return check.all();
    }

    /** When the row was written. */
    private Instant append(Sql sql, Asked asked) throws SQLException {
        Optional<Row> last = sql.one(Row.COLUMNS + "order by seq desc limit 1", Row::of);
        byte[] previous = last.map(Row::hash).orElse(Row.BEGINNING);
        View view = new View(
                last.map(row -> row.view().seq() + 1).orElse(1L),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                asked.user(),
                asked.session(),
                asked.kind(),
                asked.object(),
                asked.reason(),
                asked.area(),
                View.VERSION,
                "");
        sql.run(
                "insert into view (seq, at, account, session, kind, object, reason, area, version, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                view.seq(),
                view.at(),
                view.user(),
                view.session(),
                view.kind().name(),
                view.object(),
                view.reason(),
                view.area(),
                view.version(),
                previous,
                Row.hash(previous, view));
        return view.at();
    }
}
