package io.kakou.analysis.rule;

import io.kakou.analysis.track.Track;
import io.kakou.events.Camera;
import java.time.Instant;
import java.util.List;

/**
 * What one look found, for the rules.
 *
 * @param frame id of the look's frame
 * @param seconds its place on the camera's timeline
 * @param at the same on our clock
 * @param present tracks that this look saw
 */
public record Scene(Camera camera, String frame, double seconds, Instant at, List<Track> present) {
    public Scene {
        present = List.copyOf(present);
    }
}
