package io.kakou.analysis.store;

import io.kakou.events.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One object in a day's log: stored, or taken away.
 *
 * @param bytes its length; {@value #GONE} where it was taken away
 * @param sha256 of the object, 64 hex digits; of nothing where it was taken away
 * @param root SHA-256 of the root before and of this line's other fields; the last line's is the day's root
 */
public record HashLine(Instant at, String key, long bytes, String sha256, String root) {
    /** What the first line of the first day stands on. */
    public static final String NO_ROOT = "0".repeat(64);

    static final long GONE = -1;

    static HashLine gone(Instant at, String key, String before) {
        return new HashLine(at, key, GONE, sha256(new byte[0]), "").after(before);
    }

    boolean isGone() {
        return bytes == GONE;
    }

    static HashLine of(Instant at, String key, byte[] object, String before) {
        return new HashLine(at, key, object.length, sha256(object), "").after(before);
    }

    /** The same object, standing on another root. */
    HashLine after(String before) {
        String fields = before + '\n' + at + '\n' + key + '\n' + bytes + '\n' + sha256;
        return new HashLine(at, key, bytes, sha256, sha256(fields.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] line() {
        return (new String(Json.write(this), StandardCharsets.UTF_8) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Of any bytes, 64 hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
