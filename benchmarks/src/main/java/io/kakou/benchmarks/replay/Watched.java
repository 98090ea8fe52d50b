package io.kakou.benchmarks.replay;

import io.kakou.analysis.look.PlannerSettings;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import java.util.List;
import java.util.Locale;

/**
 * A camera that shows a film.
 *
 * @param interval from look to look, in seconds: another one looks at other pictures of the same film
 */
record Watched(String id, CameraKind kind, double interval) {
    Camera camera() {
        return new Camera(id, id, kind, null, null, null, null, List.of(), kind.usualEvents());
    }

    PlannerSettings settings() {
        return new PlannerSettings(interval, PlannerSettings.of(kind).freshSeconds(), interval);
    }

    String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
