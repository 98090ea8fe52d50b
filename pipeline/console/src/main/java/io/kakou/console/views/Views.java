package io.kakou.console.views;

import io.kakou.console.areas.Scope;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of who looked at what. Each row's hash covers the row and the hash before it: a row that was changed, added
 * in between or taken away breaks the chain from there on.
 */
public final class Views {
    private final Database database;
    private final InstantSource clock;
    private final ChainCheck check;

    /**
     * A view about to be given.
     *
     * @param area where the object is, or null
     */
    public record Asked(
            String user, String session, ViewKind kind, String object, @Nullable String area, String reason) {}

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
        Instant since = clock.instant().minusMillis(Math.round(seconds * 1000));
        database.transaction(sql -> {
            sql.lock("views");
            boolean there = sql.one(
                            "select 1 from view where session = ? and kind = ? and object = ? and at > ?",
                            row -> true,
                            asked.session(),
                            asked.kind().name(),
                            asked.object(),
                            since)
                    .isPresent();
            return there ? 0 : append(sql, asked);
        });
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

    private int append(Sql sql, Asked asked) throws SQLException {
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
        return sql.run(
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
    }
}
