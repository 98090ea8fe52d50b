package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle and its plate, told once the plate is sure, again where later looks changed it, and as unknown when the vehicle has
 * left without one; topic {@code sightings}, key camera id.
 *
 * @param track id within the camera and its worker's generation
 * @param vehicle where it was last seen, in the model's word for it
 * @param at when that was, our time
 * @param looks in which its plate was looked for
 * @param plate what it says (GA 36), or null where it is unknown
 * @param candidates the likeliest plates with their shares, best first; they add up to 1 at most
 * @param widthPixels of the plate in the best look; 0 where none was seen
 * @param worker which analysis worker saw it
 * @param generation of that worker's ownership of the camera; readers keep the highest
 */
public record Sighting(
        String camera,
        long track,
        LabelledBox vehicle,
        Instant at,
        int looks,
        @Nullable String plate,
        List<Candidate> candidates,
        double widthPixels,
        String worker,
        long generation) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Sighting {
        Id.plain("camera of sighting " + track, camera);
        Required.field("vehicle", vehicle, () -> "sighting " + track + " at camera " + camera);
        Required.field("at", at, () -> "sighting " + track + " at camera " + camera);
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
        worker = worker == null ? "" : worker;
    }

    /**
     * A plate it may be.
     *
     * @param share of the belief, 0 to 1
     */
    public record Candidate(String plate, double share) {
        @SuppressWarnings("NullAway") // A field a writer left out arrives as null and gets its default here.
        public Candidate {
            plate = plate == null ? "" : plate;
            Range.check("share of plate " + plate, share, 0, 1);
        }
    }

    /** The same, seen by this worker in this generation. */
    public Sighting by(String otherWorker, long otherGeneration) {
        return new Sighting(
                camera, track, vehicle, at, looks, plate, candidates, widthPixels, otherWorker, otherGeneration);
    }
}
