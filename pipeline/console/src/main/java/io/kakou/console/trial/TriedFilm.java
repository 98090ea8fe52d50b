package io.kakou.console.trial;

/**
 * A film that a camera shows.
 *
 * @param address of the camera, RTSP
 * @param seconds it lasts until it begins again
 * @param how what was done to it
 */
public record TriedFilm(String address, double seconds, How how) {
    /** What was done to a film. */
    public enum How {
        /** It is shown as it was coded. */
        AS_IT_IS,
        /** It was coded anew: another codec, turned, too large, or too few keyframes. */
        CONVERTED,
        /** It was coded anew, and what came after the longest time allowed is left away. */
        CUT
    }
}
