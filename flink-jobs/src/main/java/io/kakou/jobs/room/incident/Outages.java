package io.kakou.jobs.room.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Knows a time in which the system was down by what it missed: while it runs, a step is told within a fraction of a
 * second of its deadline. One that is found more than {@value #UNSEEN_SECONDS} s later ran out while the job was dead,
 * stopped, cut off from its alerts, or skipped by a step of the machine's clock, and is not laid at the room's door.
 * No heartbeat is needed, and none can be wrong.
 *
 * <p>A step told in the last seconds before a kill, and not in a checkpoint yet, is found again afterwards and counted
 * as unseen; its transition keeps its id, so nobody is told twice.
 */
final class Outages {
    private static final int UNSEEN_SECONDS = 2;
    private static final int TOGETHER_SECONDS = 10;

    private @Nullable String outage;
    private Instant lastFound = Instant.MIN;

    boolean ranOutUnseen(Instant deadline, Instant now) {
        return now.isAfter(deadline.plusSeconds(UNSEEN_SECONDS));
    }

    /** The id of what was found now, the same for all that is found in one go. */
    String found(Instant now) {
        boolean together = outage != null && Duration.between(lastFound, now).toSeconds() < TOGETHER_SECONDS;
        outage = together && outage != null ? outage : "down-" + now.toEpochMilli();
        lastFound = now;
        return outage;
    }
}
