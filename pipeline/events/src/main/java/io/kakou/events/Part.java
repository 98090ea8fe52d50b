package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of an incident that has several: dispatched and closed singly.
 *
 * @param id hash of the incident that it began in and of its first alert; it stays where the part is split off or joined
 * @param camera that saw it first
 * @param cameras that have seen it, that one first; {@value #MOST_CAMERAS} at most, the newest are left out
 * @param place of the first camera, or null
 * @param unit the unit that was dispatched last, or null
 * @param openedAt onset of its first alert, our time
 * @param lastAlertAt recorded time of its newest alert
 * @param present alerts that are not released yet
 */
public record Part(
        String id,
        String camera,
        List<String> cameras,
        @Nullable Point place,
        IncidentState state,
        @Nullable String unit,
        Instant openedAt,
        Instant lastAlertAt,
        long present) {
    public static final int MOST_CAMERAS = 32;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Part {
        String part = Id.plain("part id", id);
        camera = camera == null ? "" : camera;
        cameras = cameras == null ? List.of(camera) : List.copyOf(cameras);
        state = state == null ? IncidentState.UNKNOWN : state;
        Required.field("openedAt", openedAt, () -> "part " + part);
        lastAlertAt = lastAlertAt == null ? openedAt : lastAlertAt;
        if (cameras.size() > MOST_CAMERAS) {
            throw new IllegalArgumentException(
                    "part " + id + " carries " + cameras.size() + " cameras; allowed: 0 to " + MOST_CAMERAS);
        }
    }

    /**
     * An incident of one place as a part, where others are joined to it or it to another.
     *
     * @param present alerts that are not released yet
     */
    public static Part whole(Incident incident, Instant lastAlertAt, long present) {
        return new Part(
                Id.hash(incident.id(), "own"),
                incident.camera(),
                List.of(incident.camera()),
                incident.place(),
                incident.state(),
                incident.unit(),
                incident.openedAt(),
                lastAlertAt,
                present);
    }
}
