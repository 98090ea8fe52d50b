package io.kakou.analysis.clip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clip is made of; {@code clips/<alert>/manifest.json}. Its parts are played behind {@code init.mp4} in order.
 *
 * @param alert the alert's id, which is the clip's
 * @param codec as browsers name it (RFC 6381); null while no picture is stored
 * @param width of the pictures in pixels, 0 while none is stored; likewise {@code height}
 * @param startAt our time at its first picture
 * @param onsetAt our time at the event's first evidence
 * @param gaps what was seen and could not be kept
 * @param state {@link ClipState#word}
 */
public record Manifest(
        String alert,
        String camera,
        @Nullable String codec,
        int width,
        int height,
        Instant startAt,
        Instant onsetAt,
        List<Part> parts,
        List<Gap> gaps,
        String state) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Manifest {
        parts = parts == null ? List.of() : List.copyOf(parts);
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
    }

    /**
     * One object of a clip.
     *
     * @param key in the store
     * @param from when it begins, in seconds from the clip's first picture
     * @param seconds how long it lasts
     * @param sha256 of its bytes, 64 hex digits
     */
    public record Part(String key, double from, double seconds, long bytes, String sha256) {}

    /**
     * What is missing.
     *
     * @param from our time at the first picture missing
     * @param to our time at the last
     * @param bytes how much it was, as far as known
     */
    public record Gap(Instant from, Instant to, long bytes, String why) {}

    static Manifest open(String alert, String camera, Instant startAt, Instant onsetAt) {
        return new Manifest(alert, camera, null, 0, 0, startAt, onsetAt, List.of(), List.of(), ClipState.OPEN.word());
    }

    Manifest with(ClipState changed) {
        return new Manifest(alert, camera, codec, width, height, startAt, onsetAt, parts, gaps, changed.word());
    }

    Manifest withParts(List<Part> changed) {
        return new Manifest(alert, camera, codec, width, height, startAt, onsetAt, changed, gaps, state);
    }

    Manifest withGaps(List<Gap> changed) {
        return new Manifest(alert, camera, codec, width, height, startAt, onsetAt, parts, changed, state);
    }

    Manifest withPictures(String name, int wide, int high) {
        return new Manifest(alert, camera, name, wide, high, startAt, onsetAt, parts, gaps, state);
    }

    static String folder(String alert) {
        return "clips/" + alert + "/";
    }

    String initKey() {
        return folder(alert) + "init.mp4";
    }

    String key() {
        return folder(alert) + "manifest.json";
    }
}
