package io.kakou.jobs.room.incident;

import io.kakou.events.Incident;
import io.kakou.jobs.room.place.RoutedAlert;
import org.jspecify.annotations.Nullable;

/**
 * What may change an incident: an alert or an action, never both.
 *
 * @param mergeKey whose incidents it is about
 */
public record Happening(String mergeKey, @Nullable RoutedAlert alert, @Nullable ActionOnLog action) {
    public static Happening of(RoutedAlert routed) {
        return new Happening(routed.mergeKey(), routed, null);
    }

    static Happening of(ActionOnLog done) {
        return new Happening(Incident.mergeKeyOf(done.action().incident()), null, done);
    }
}
