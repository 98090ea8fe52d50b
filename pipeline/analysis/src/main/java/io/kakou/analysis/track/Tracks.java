package io.kakou.analysis.track;

import java.util.List;

/**
 * All that a tracker remembers of one camera.
 *
 * @param seconds the newest look's place on the camera's timeline
 * @param nextId id of the next track to begin
 * @param tracks seen lately, by id
 */
public record Tracks(double seconds, long nextId, List<Track> tracks) {
    public static final Tracks NONE = new Tracks(0, 1, List.of());

    public Tracks {
        tracks = List.copyOf(tracks);
    }

    /** Those seen in the newest look. */
    public List<Track> present() {
        return tracks.stream().filter(track -> track.seenAt(seconds)).toList();
    }
}
