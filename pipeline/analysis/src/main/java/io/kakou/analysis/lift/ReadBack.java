package io.kakou.analysis.lift;

import io.kakou.events.LiftController;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The test of a controller when it is commissioned: its door is asked once to stay open, and then only watched until it is let
 * go. A controller that does not let go by itself is refused, whatever it is called.
 */
public final class ReadBack {
    private static final Logger LOG = LoggerFactory.getLogger(ReadBack.class);
    private static final double SEND_SECONDS = 2;
    /** A scan of a controller and the way there and back. */
    private static final double ALLOWANCE_SECONDS = 0.5;

    private static final long POLL_MILLIS = 50;
    private static final int FIRST_TRIES = 5;

    private final Door door;
    private final InstantSource clock;

    /**
     * How it went.
     *
     * @param releasedAfterSeconds from the command to the first reading that says it is not held; 0 where it was refused
     * @param line for people: what was seen, and why it is refused
     */
    public record Result(boolean passed, double releasedAfterSeconds, String line) {
        static Result refused(String why) {
            return new Result(false, 0, why);
        }
    }

    public ReadBack(Door door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    /** Takes as long as the controller holds, and a little longer where it does not let go. */
    public Result run(String lift, LiftController controller) throws InterruptedException {
        try {
            Answer before = first();
            if (before.held()) {
                return Result.refused(
                        "it is held before anybody asked: a coil that latches, an address that is another's,"
                                + " or somebody who commands it; allowed: a controller at rest");
            }
            return ask(lift, controller, before.generation());
        } catch (DoorFailure e) {
            return Result.refused(DoorFailure.line(e));
        }
    }

    /** The first words of a fresh process may take seconds on a busy machine; to read again harms nobody. */
    private Answer first() throws DoorFailure, InterruptedException {
        for (int tries = 1; tries < FIRST_TRIES; tries++) {
            try {
                return done(door.look());
            } catch (DoorFailure e) {
                LOG.info("read again: {}", e.getMessage());
            }
        }
        return done(door.look());
    }

    private Result ask(String lift, LiftController controller, long generation)
            throws DoorFailure, InterruptedException {
        int seconds = (int) Math.floor(controller.releaseSeconds());
        Instant until = clock.instant().plusNanos(Math.round(SEND_SECONDS * 1e9));
        long begun = System.nanoTime();
        // A watchdog wants to see its register change: two tests one after the other must not write the same.
        Answer held = done(door.hold(new Hold(lift, seconds, until, generation, clock.millis(), "test")));
        if (!held.held()) {
            return Result.refused(
                    "it was asked to hold its door and does not say that it does; allowed: a register, coil or"
                            + " heldInput that reads as set while the door is held");
        }
        double most = controller.releaseSeconds() + ALLOWANCE_SECONDS;
        CountDownLatch never = new CountDownLatch(1);
        while (seconds(begun) <= most) {
            if (!done(door.look()).held()) {
                double after = Math.min(LiftController.MOST_SECONDS, seconds(begun));
                return new Result(
                        true, after, String.format(Locale.ROOT, "it let the door go by itself after %.1f s", after));
            }
            boolean unused = never.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return latched(most);
    }

    private Result latched(double waited) throws InterruptedException {
        String taken;
        try {
            done(door.letGo());
            taken = "; it was taken back by hand";
        } catch (DoorFailure e) {
            taken = "; AND IT COULD NOT BE TAKEN BACK: " + DoorFailure.line(e);
        }
        return Result.refused(String.format(
                Locale.ROOT,
                "it latches: %.1f s after one command it still holds the door%s; allowed: a timed pulse, or a"
                        + " heartbeat with the controller's own watchdog, that ends within releaseSeconds",
                waited,
                taken));
    }

    private static <T> T done(CompletableFuture<T> future) throws DoorFailure, InterruptedException {
        try {
            return future.get((long) (SEND_SECONDS * 3000), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DoorFailure(DoorFailure.line(e));
        } catch (TimeoutException e) {
            throw new DoorFailure("it does not answer within " + SEND_SECONDS * 3 + " s");
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
