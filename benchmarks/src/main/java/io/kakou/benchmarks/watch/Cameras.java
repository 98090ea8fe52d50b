package io.kakou.benchmarks.watch;

import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import java.util.List;

/** The cameras as the system is told of them. */
final class Cameras {
    private Cameras() {}

    /** One that is watched for what its kind is usually watched for. */
    static Camera of(String id, String url, CameraKind kind) {
        return new Camera(id, id, kind, null, null, null, url, List.of(), kind.usualEvents());
    }

    /** Its line in a file that an empty system is filled with. */
    static String line(Camera camera) {
        return "- {id: " + camera.id() + ", kind: " + camera.kind() + ", subStream: \"" + camera.subStream()
                + "\", watched: " + camera.watched() + "}";
    }
}
