package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a search at one camera: somebody who may be the child, or how far its footage was looked at; topic
 * {@code findings}, key {@link #search}. One of the two is there.
 *
 * @param seen who may be the child, or null
 * @param likeness how much more like the child than like anybody, natural logarithm
 * @param walk likewise of the time between the cameras
 * @param progress how far footage was looked at, or null
 */
public record Finding(
        String search,
        String camera,
        @Nullable PersonSighting seen,
        double likeness,
        double walk,
        @Nullable Progress progress) {
    /**
     * How far footage was looked at.
     *
     * @param from of the span that is wanted
     * @param to its end
     * @param seconds of it that were looked at
     * @param missing seconds of it of which nothing is kept
     * @param why in a line where something could not be looked at, or null
     */
    public record Progress(
            FootageLook state, Instant from, Instant to, double seconds, double missing, @Nullable String why) {
        @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
        public Progress {
            state = state == null ? FootageLook.UNKNOWN : state;
            Required.field("from", from, () -> "progress");
            Required.field("to", to, () -> "progress");
        }
    }

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null.
    public Finding {
        Id.plain("search of a finding", search);
        Id.plain("camera of a finding of search " + search, camera);
        if ((seen == null) == (progress == null)) {
            throw new IllegalArgumentException("finding of search " + search + " at camera " + camera
                    + " has neither or both of seen and progress; allowed: one");
        }
    }

    /** Somebody who may be the child. */
    public static Finding of(String search, PersonSighting seen, double likeness, double walk) {
        return new Finding(search, seen.camera(), seen, likeness, walk, null);
    }

    /** How far footage was looked at. */
    public static Finding of(String search, String camera, Progress progress) {
        return new Finding(search, camera, null, 0, 0, progress);
    }
}
