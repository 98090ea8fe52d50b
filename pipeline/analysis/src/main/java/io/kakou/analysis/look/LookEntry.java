package io.kakou.analysis.look;

import io.kakou.events.EventKind;
import io.kakou.models.Picture;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A look as the log keeps it: enough to look again exactly so.
 *
 * @param frame id of the frame within its footage
 * @param seconds its place on the camera's timeline
 * @param inputHash the first 64 bits of the SHA-256 of what the model was given, 16 hex digits; {@code -} where it was
 *     given nothing
 * @param braked events that it was not judged for, because a person had switched them off
 */
public record LookEntry(String frame, double seconds, Depth depth, String inputHash, Set<EventKind> braked) {
    /** The hash of a look whose picture no model saw. */
    public static final String NO_INPUT = "-";

    private static final int HASH_BYTES = 8;

    public LookEntry {
        braked = Set.copyOf(braked);
    }

    /** A look for every event that the camera is watched for. */
    public LookEntry(String frame, double seconds, Depth depth, String inputHash) {
        this(frame, seconds, depth, inputHash, Set.of());
    }

    /** As {@code inputHash} holds it. */
    public static String hash(Picture picture) {
        ByteBuffer bytes = picture.rgb().duplicate();
        bytes.clear().limit(picture.width() * picture.height() * Picture.CHANNELS);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
