package io.kakou.analysis.look;

/**
 * A look as the log keeps it: enough to look again exactly so.
 *
 * @param frame id of the frame within its footage
 * @param seconds its place on the camera's timeline
 * @param inputHash the first 64 bits of the SHA-256 of what the model was given, 16 hex digits; {@code -} where it was
 *     given nothing
 */
public record LookEntry(String frame, double seconds, Depth depth, String inputHash) {
    /** The hash of a look whose picture no model saw. */
    public static final String NO_INPUT = "-";
}
