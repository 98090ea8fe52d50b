package io.kakou.console.views;

import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chain: all of it at first and when asked, else what was added behind the last row found whole. That row is
 * kept here and not in the database, where whoever changes rows could change it too.
 */
final class ChainCheck {
    private static final String NEXT = Row.COLUMNS + "where seq > ? order by seq limit 1000";

    private final Database database;
    private final InstantSource clock;
    private long seq;
    private byte[] hash = Row.BEGINNING;
    private @Nullable Long brokenAt;
    private @Nullable Instant fullAt;

    ChainCheck(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was added since the last time; a break that was found stands until everything is read again. */
    synchronized Chain newest() {
        return fullAt == null ? all() : brokenAt == null ? read(fullAt) : new Chain(seq, brokenAt, fullAt);
    }

    synchronized Chain all() {
        seq = 0;
        hash = Row.BEGINNING;
        brokenAt = null;
        return read(clock.instant());
    }

    private Chain read(Instant full) {
        OptionalLong broken = database.transaction(this::firstBroken);
        brokenAt = broken.isPresent() ? broken.getAsLong() : null;
        fullAt = full;
        return new Chain(seq, brokenAt, full);
    }

    private OptionalLong firstBroken(Sql sql) throws SQLException {
        if (seq > 0 && !headStands(sql)) {
            return OptionalLong.of(seq);
        }
        for (List<Row> some = after(sql); !some.isEmpty(); some = after(sql)) {
            for (Row row : some) {
                if (!row.follows(seq, hash)) {
                    return OptionalLong.of(seq + 1);
                }
                seq++;
                hash = row.hash();
            }
        }
        return OptionalLong.empty();
    }

    /** Rows taken off the end leave a chain that is whole, but shorter than it was; and the newest row is the likeliest. */
    private boolean headStands(Sql sql) throws SQLException {
        return sql.one(Row.COLUMNS + "where seq = ?", Row::of, seq)
                .map(row -> row.isWhole() && Arrays.equals(row.hash(), hash))
                .orElse(false);
    }

    private List<Row> after(Sql sql) throws SQLException {
        return sql.list(NEXT, Row::of, seq);
    }
}
