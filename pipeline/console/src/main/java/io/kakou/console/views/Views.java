package io.kakou.console.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The record of who looked at what. Each row's hash is SHA-256 over the hash before it and the row's fields, each
 * preceded by its length: a row that was changed, added in between or taken away breaks the chain from there on.
 */
public final class Views {
    private static final byte[] BEGINNING = new byte[32];
    private static final String COLUMNS =
            "select seq, at, account, session, kind, object, reason, previous, hash from view ";

    /** Enough for the clips that a room of people plays at once. */
    private static final int REMEMBERED = 1024;

    private final Database database;
    private final InstantSource clock;
    /** The newest rows that are on disk, and when they were written: a clip comes in many parts. */
    private final Map<Looked, Instant> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Looked, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A view about to be given. */
    public record Asked(String user, String session, ViewKind kind, String object, String reason) {}

    private record Looked(String session, ViewKind kind, String object) {}

    @SuppressWarnings("ArrayRecordComponent") // A row with its hashes, compared by what it hashes to.
    private record Row(View view, byte[] previous, byte[] hash) {}

    public Views(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
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

    /** The newest first. */
    public List<View> newest(int limit) {
        return database.transaction(
                sql -> sql.list(COLUMNS + "order by seq desc limit ?", row -> row(row).view(), limit));
    }

    /** The number of the first row that is not as it was written, or follows a gap; empty where the chain is whole. */
    public OptionalLong firstBroken() {
        return database.transaction(sql -> {
            byte[] previous = BEGINNING;
            long seq = 0;
            List<Row> some = after(sql, seq);
            while (!some.isEmpty()) {
                for (Row row : some) {
                    seq++;
                    if (row.view().seq() != seq || !Arrays.equals(row.previous(), previous) || !whole(row)) {
                        return OptionalLong.of(seq);
                    }
                    previous = row.hash();
                }
                some = after(sql, seq);
            }
            return OptionalLong.empty();
        });
    }

    private static List<Row> after(Sql sql, long seq) throws SQLException {
        return sql.list(COLUMNS + "where seq > ? order by seq limit 1000", Views::row, seq);
    }

    /** When the row was written. */
    private Instant append(Sql sql, Asked asked) throws SQLException {
        Optional<Row> last = sql.one(COLUMNS + "order by seq desc limit 1", Views::row);
        long seq = last.map(row -> row.view().seq() + 1).orElse(1L);
        byte[] previous = last.map(Row::hash).orElse(BEGINNING);
        View view = new View(
                seq,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                asked.user(),
                asked.session(),
                asked.kind(),
                asked.object(),
                asked.reason(),
                "");
        sql.run(
                "insert into view values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seq,
                view.at(),
                view.user(),
                view.session(),
                view.kind().name(),
                view.object(),
                view.reason(),
                previous,
                hash(previous, view));
        return view.at();
    }

    private static boolean whole(Row row) {
        return Arrays.equals(row.hash(), hash(row.previous(), row.view()));
    }

    private static byte[] hash(byte[] previous, View view) {
        MessageDigest digest = sha256();
        digest.update(previous);
        for (String field : List.of(
                String.valueOf(view.seq()),
                String.valueOf(view.at().toEpochMilli()),
                view.user(),
                view.session(),
                view.kind().name(),
                view.object(),
                view.reason())) {
            byte[] bytes = field.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("hash");
        View view = new View(
                row.getLong("seq"),
                Sql.instant(row, "at"),
                row.getString("account"),
                row.getString("session"),
                ViewKind.valueOf(row.getString("kind")),
                row.getString("object"),
                row.getString("reason"),
                HexFormat.of().formatHex(hash));
        return new Row(view, row.getBytes("previous"), hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
