package io.kakou.events.truck;

import io.kakou.events.Id;
import io.kakou.events.Point;
import io.kakou.events.Range;
import io.kakou.events.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a camera saw a truck.
 *
 * @param place the camera's, or null where nobody said
 * @param share of the belief that its plate is the verdict's, 0 to 1
 * @param site whose gate the camera is at, or null
 */
public record SeenTruck(String camera, Instant at, @Nullable Point place, double share, @Nullable String site) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and are refused here.
    public SeenTruck {
        Id.plain("camera of a truck seen", camera);
        Required.field("at", at, () -> "a truck seen at camera " + camera);
        Range.check("share of a truck seen at camera " + camera, share, 0, 1);
    }
}
