package io.kakou.console.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.schema.Sql;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A row with its hashes. */
@SuppressWarnings("ArrayRecordComponent") // Compared by what it hashes to.
record Row(View view, byte[] previous, byte[] hash) {
    static final byte[] BEGINNING = new byte[32];
    static final String COLUMNS =
            "select seq, at, account, session, kind, object, reason, area, version, previous, hash" + " from view ";

    static Row of(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("hash");
        View view = new View(
                row.getLong("seq"),
                Sql.instant(row, "at"),
                row.getString("account"),
                row.getString("session"),
                ViewKind.valueOf(row.getString("kind")),
                row.getString("object"),
                row.getString("reason"),
                row.getString("area"),
                row.getInt("version"),
                HexFormat.of().formatHex(hash));
        return new Row(view, row.getBytes("previous"), hash);
    }

    boolean follows(long seq, byte[] before) {
        return view.seq() == seq + 1 && Arrays.equals(previous, before) && isWhole();
    }

    /** Whether its hash is that of what it says. */
    boolean isWhole() {
        return Arrays.equals(hash, hash(previous, view));
    }

    /** SHA-256 over the hash before it and the row's fields, each preceded by its length. */
    static byte[] hash(byte[] previous, View view) {
        MessageDigest digest = sha256();
        digest.update(previous);
        for (String field : fields(view)) {
            byte[] bytes = field.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** What a version covers never changes; one that is not known covers nothing that was written. */
    private static List<String> fields(View view) {
        List<String> fields = new ArrayList<>(List.of(
                String.valueOf(view.seq()),
                String.valueOf(view.at().toEpochMilli()),
                view.user(),
                view.session(),
                view.kind().name(),
                view.object(),
                view.reason()));
        if (view.version() > 1 || view.area() != null) {
            fields.add("version " + view.version());
            fields.add(view.area() == null ? "" : "area " + view.area());
        }
        return fields;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
