package io.kakou.benchmarks.tracks;

import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Tracker;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.analysis.track.Tracks;
import io.kakou.models.Detection;
import java.util.List;

/** Something that follows people from look to look, and remembers. */
public interface Follower {
    /** Who is seen in this look. */
    List<Place> step(double seconds, List<Detection> found);

    /** Kakou's, which has seen nothing. */
    static Follower kakou(TrackerSettings settings) {
        Tracker tracker = new Tracker(settings);
        Tracks[] tracks = {Tracks.NONE};
        return (seconds, found) -> {
            tracks[0] = tracker.step(tracks[0], seconds, found);
            return tracks[0].present().stream()
                    .filter(track -> track.subject() == Subject.PERSON)
                    .map(track -> new Place(track.id(), track.box()))
                    .toList();
        };
    }
}
