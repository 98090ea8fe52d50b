package io.kakou.benchmarks.watch;

import io.kakou.events.Camera;
import io.kakou.events.Corner;
import io.kakou.events.Recording;
import io.kakou.events.Zone;
import java.util.stream.Collectors;

/** The cameras as the system is told of them. */
final class Cameras {
    private Cameras() {}

    /** One that is watched for what its kind is usually watched for. */
    static Camera of(String id, String url, StagedFilm film, Recording recording) {
        return new Camera(
                id,
                id,
                film.kind(),
                null,
                null,
                null,
                url,
                film.zones(),
                film.kind().usualEvents(),
                null,
                recording);
    }

    /** Its line in a file that an empty system is filled with. */
    static String line(Camera camera) {
        return "- {id: " + camera.id() + ", kind: " + camera.kind() + ", subStream: \"" + camera.subStream()
                + "\", watched: " + camera.watched() + ", recording: " + camera.recording() + ", zones: "
                + camera.zones().stream().map(Cameras::word).toList() + "}";
    }

    private static String word(Zone zone) {
        return "{name: " + zone.name() + ", corners: "
                + zone.corners().stream().map(Cameras::word).collect(Collectors.joining(", ", "[", "]")) + "}";
    }

    private static String word(Corner corner) {
        return "{x: " + corner.x() + ", y: " + corner.y() + "}";
    }
}
