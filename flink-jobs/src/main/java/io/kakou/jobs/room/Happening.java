package io.kakou.jobs.room;

import io.kakou.events.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What may change an incident: an alert or an action, never both.
 *
 * @param mergeKey whose incidents it is about
 */
public record Happening(String mergeKey, @Nullable RoutedAlert alert, @Nullable ActionOnLog action) {
    static Happening of(RoutedAlert routed) {
        return new Happening(CommandRoomJob.mergeKey(routed.alert()), routed, null);
    }

    static Happening of(ActionOnLog done) {
        return new Happening(Incident.mergeKeyOf(done.action().incident()), null, done);
    }
}
