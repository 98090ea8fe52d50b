package io.kakou.analysis.plate;

import io.kakou.events.LabelledBox;
import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import io.kakou.models.Box;
import io.kakou.models.plate.PlateReading;
import io.kakou.models.plate.PlateReading.Guess;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle and its plate, as far as it was read.
 *
 * @param track id within the camera
 * @param label the model's word for the vehicle
 * @param vehicle where it was last seen
 * @param at when that was, our time; {@code seconds} on the camera's timeline
 * @param looks in which its plate was looked for
 * @param candidate the likeliest plate by all looks together, or null where none was seen at all
 * @param plate what it says, or null where it is unknown
 */
public record PlateSighting(
        long track,
        String label,
        Box vehicle,
        double seconds,
        Instant at,
        int looks,
        @Nullable PlateReading candidate,
        @Nullable String plate) {
    private static final String NOBODY = "";

    /** As it is told of a camera; of no worker yet. */
    public Sighting at(String camera) {
        List<Guess> guesses = candidate == null ? List.of() : candidate.guesses();
        return new Sighting(
                camera,
                track,
                new LabelledBox(label, 1, vehicle.left(), vehicle.top(), vehicle.right(), vehicle.bottom()),
                at,
                looks,
                plate,
                guesses.stream()
                        .map(guess -> new Candidate(guess.text(), guess.share()))
                        .toList(),
                candidate == null ? 0 : candidate.widthPixels(),
                NOBODY,
                0);
    }
}
