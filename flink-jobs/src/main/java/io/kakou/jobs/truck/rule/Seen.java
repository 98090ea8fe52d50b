package io.kakou.jobs.truck.rule;

import io.kakou.events.LabelledBox;
import io.kakou.events.Point;
import io.kakou.jobs.truck.plate.Belief;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a camera saw a truck.
 *
 * @param id of camera, worker, generation and track: the same when it is told again
 * @param place the camera's, or null
 * @param belief what its reading is worth
 * @param muck whether it is known to be a muck truck
 * @param worker which analysis worker saw it, and in which generation
 */
public record Seen(
        String id,
        String camera,
        @Nullable Point place,
        Instant at,
        Belief belief,
        boolean muck,
        LabelledBox box,
        String worker,
        long generation) {
    Law.Vehicle vehicle() {
        return muck ? Law.Vehicle.MUCK_TRUCK : Law.Vehicle.TRUCK;
    }

    /** The same, known to be a muck truck. */
    public Seen asMuckTruck() {
        return new Seen(id, camera, place, at, belief, true, box, worker, generation);
    }

    /** The same with another reading. */
    Seen with(Belief weighed) {
        return new Seen(id, camera, place, at, weighed, muck, box, worker, generation);
    }
}
