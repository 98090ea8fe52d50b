package io.kakou.jobs.room.place;

import io.kakou.events.Alert;
import io.kakou.events.ClockProfile;
import org.jspecify.annotations.Nullable;

/**
 * An alert and who answers for its place.
 *
 * @param area the deepest area that holds it, or null
 * @param room the room, or {@link io.kakou.events.Incident#NO_ROOM}
 * @param clock the profile that holds for it now
 */
public record RoutedAlert(Alert alert, long loggedAt, @Nullable String area, String room, ClockProfile clock) {
    RoutedAlert timedBy(ClockProfile profile) {
        return new RoutedAlert(alert, loggedAt, area, room, profile);
    }
}
