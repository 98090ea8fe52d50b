package io.kakou.jobs.truck.follow;

import io.kakou.jobs.truck.rule.Seen;
import io.kakou.jobs.truck.rule.Stop;
import io.kakou.jobs.truck.rule.Tipped;
import org.jspecify.annotations.Nullable;

/**
 * Something new of one plate: it was seen, it was not it after all, muck was tipped there, its terminal told.
 *
 * @param withdrawn id of what was seen and was another truck
 * @param loggedAt when that came, epoch milliseconds
 */
public record TruckEvent(
        String plate,
        @Nullable Seen seen,
        @Nullable String withdrawn,
        @Nullable Tipped tipped,
        @Nullable Stop stop,
        long loggedAt) {
    static TruckEvent seen(Seen seen, long loggedAt) {
        return new TruckEvent(seen.belief().plate(), seen, null, null, null, loggedAt);
    }

    static TruckEvent withdrawn(Seen seen, long loggedAt) {
        return new TruckEvent(seen.belief().plate(), null, seen.id(), null, null, loggedAt);
    }

    static TruckEvent tipped(String plate, Tipped tipped, long loggedAt) {
        return new TruckEvent(plate, null, null, tipped, null, loggedAt);
    }

    static TruckEvent stop(String plate, Stop stop, long loggedAt) {
        return new TruckEvent(plate, null, null, null, stop, loggedAt);
    }
}
