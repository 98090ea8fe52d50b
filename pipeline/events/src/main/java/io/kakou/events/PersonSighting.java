package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's passing of one camera, in words: size, clothing, company, path. Told while it is there, and again when it has
 * left; topic {@code sightings}, key camera id, beside {@link Sighting}. Nobody is recognised: it holds no face, no template
 * and no picture. A worker counts its tracks anew after each start, so {@link #id} takes the time along.
 *
 * @param track id within the camera and its worker's generation
 * @param size against the adults of this camera
 * @param heightShare of an adult's height, 0 where it is not known
 * @param underWay how, in most of its looks
 * @param above colours of the upper half, most first; their shares add up to 1 at most
 * @param below colours of the lower half, likewise
 * @param companions who moved along with it
 * @param withAdult whether one of them was surely no child
 * @param path where its feet stood, in shares of the picture, the oldest first, {@value #MOST_PLACES} at most
 * @param box where it was seen last
 * @param firstSeen our time
 * @param lastSeen our time, not before {@code firstSeen}
 * @param looks that saw it
 * @param search the case for which stored footage was looked at again, or null where it was seen live
 * @param worker which analysis worker saw it
 * @param generation of that worker's ownership of the camera; readers keep the highest
 */
public record PersonSighting(
        String camera,
        long track,
        PersonSize size,
        double heightShare,
        UnderWay underWay,
        List<ColourShare> above,
        List<ColourShare> below,
        int companions,
        boolean withAdult,
        List<Step> path,
        LabelledBox box,
        Instant firstSeen,
        Instant lastSeen,
        int looks,
        @Nullable String search,
        String worker,
        long generation) {
    public static final int MOST_PLACES = 16;

    /** What is longer is no sighting, in bytes of JSON. */
    public static final int MOST_BYTES = 16 << 10;

    private static final int MOST_COLOURS = ClothColour.values().length;

    /** Shares of a garment add up to 1; each is told in hundredths. */
    private static final double MOST_TOGETHER = 1 + 0.005 * MOST_COLOURS;

    private static double together(List<ColourShare> shares) {
        return shares.stream().mapToDouble(ColourShare::share).sum();
    }

    /** A place on its way. */
    public record Step(double x, double y, Instant at) {
        @SuppressWarnings("NullAway") // A field a writer left out arrives as null.
        public Step {
            Range.check("x of a step", x, 0, 1);
            Range.check("y of a step", y, 0, 1);
            Required.field("at", at, () -> "a step");
        }
    }

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public PersonSighting {
        String whose = "person " + track + " at camera " + Id.plain("camera of person " + track, camera);
        size = size == null ? PersonSize.UNKNOWN : size;
        underWay = underWay == null ? UnderWay.UNKNOWN : underWay;
        above = above == null ? List.of() : List.copyOf(above);
        below = below == null ? List.of() : List.copyOf(below);
        path = path == null ? List.of() : List.copyOf(path);
        worker = worker == null ? "" : worker;
        Required.field("box", box, () -> whose);
        Required.field("firstSeen", firstSeen, () -> whose);
        Required.field("lastSeen", lastSeen, () -> whose);
        Range.check("heightShare of " + whose, heightShare, 0, 3);
        Range.check("companions of " + whose, companions, 0, 100);
        Range.check("looks of " + whose, looks, 1, Integer.MAX_VALUE);
        Range.check("colours of " + whose, Math.max(above.size(), below.size()), 0, MOST_COLOURS);
        Range.check("shares above together of " + whose, together(above), 0, MOST_TOGETHER);
        Range.check("shares below together of " + whose, together(below), 0, MOST_TOGETHER);
        Range.check("path's length of " + whose, path.size(), 0, MOST_PLACES);
        if (search != null) {
            Id.plain("search of " + whose, search);
        }
        if (firstSeen.isAfter(lastSeen)) {
            throw new IllegalArgumentException(whose + " was first seen at " + firstSeen + " and last at " + lastSeen
                    + "; allowed: first not after last");
        }
    }

    /** The same for whoever reads it twice. */
    public String id() {
        return Id.hash(camera, worker, String.valueOf(generation), String.valueOf(track), firstSeen.toString());
    }

    /** The same, seen by this worker in this generation. */
    public PersonSighting by(String otherWorker, long otherGeneration) {
        return new PersonSighting(
                camera,
                track,
                size,
                heightShare,
                underWay,
                above,
                below,
                companions,
                withAdult,
                path,
                box,
                firstSeen,
                lastSeen,
                looks,
                search,
                otherWorker,
                otherGeneration);
    }

    /** The same, seen in footage that was looked at again for a case. */
    public PersonSighting lookedFor(String searchId) {
        return new PersonSighting(
                camera,
                track,
                size,
                heightShare,
                underWay,
                above,
                below,
                companions,
                withAdult,
                path,
                box,
                firstSeen,
                lastSeen,
                looks,
                searchId,
                worker,
                generation);
    }
}
