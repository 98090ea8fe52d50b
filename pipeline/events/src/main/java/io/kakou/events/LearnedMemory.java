package io.kakou.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;

/**
 * What watching one camera has taught one rule, as far as it outlives minutes; topic {@code memory}, key
 * {@link #key(String, String)}. A reader keeps the highest generation and in it the newest position, and uses it only
 * while its epoch is the camera's own.
 *
 * @param rule who learned it: {@code waterlogging}
 * @param epoch {@link Camera#memoryEpoch(String)} when it was learned
 * @param worker who learned it
 * @param generation of that worker's ownership
 * @param position in the look log: when the newest look was that it has learned from, epoch milliseconds
 * @param at when it was written, our time
 * @param width of the pictures it was learned from, in pixels
 * @param height of the pictures it was learned from, in pixels
 * @param payload JSON in the rule's own shape, {@value #MOST_BYTES} bytes at most
 */
public record LearnedMemory(
        String camera,
        String rule,
        String epoch,
        String worker,
        long generation,
        long position,
        Instant at,
        int width,
        int height,
        String payload) {
    /** Who has something to remember, by the name under which it is on the log. */
    public static final List<String> RULES = List.of("lost-child", "waterlogging", "dumping", "gate");

    public static final int MOST_BYTES = 64 << 10;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LearnedMemory {
        Id.plain("camera of a memory", camera);
        Id.plain("rule of the memory of camera " + camera, rule);
        String whose = rule + " at camera " + camera;
        Id.plain("epoch of the memory of " + whose, epoch);
        Required.field("at", at, () -> "memory of " + whose);
        Required.field("payload", payload, () -> "memory of " + whose);
        worker = worker == null ? "" : worker;
        int bytes = payload.getBytes(UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "memory of " + whose + " has " + bytes + " bytes; allowed: at most " + MOST_BYTES);
        }
    }

    /** Under which it is on the log. */
    public static String key(String camera, String rule) {
        return camera + '~' + rule;
    }

    /** Whether this is to be kept in the place of another of the same camera and rule. */
    public boolean isNewerThan(LearnedMemory other) {
        return generation > other.generation || (generation == other.generation && position >= other.position);
    }

    /** The same, learned by this worker in this generation. */
    public LearnedMemory by(String otherWorker, long otherGeneration) {
        return new LearnedMemory(
                camera, rule, epoch, otherWorker, otherGeneration, position, at, width, height, payload);
    }
}
