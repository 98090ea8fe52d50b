package io.kakou.benchmarks.lifts;

import com.ghgande.j2mod.modbus.ModbusException;
import io.kakou.analysis.lift.CabinLook;
import io.kakou.analysis.lift.LiftDesk;
import io.kakou.analysis.lift.LiftSettings;
import io.kakou.analysis.lift.Watcher;
import io.kakou.analysis.lift.wire.RealDoors;
import io.kakou.events.Lift;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDrive;
import io.kakou.events.LiftProof;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The desk of lifts in real time, against controllers of another library: how soon, and what goes wrong with the network. */
public final class LiftBench {
    private static final double RELEASE_SECONDS = 1;
    /** Short, so that minutes of a street pass in seconds. */
    private static final LiftSettings BRISK = new LiftSettings(2, 0.4, 120, 10, 3, 0.2, 3, 5, 30);

    private static final InstantSource CLOCK = InstantSource.system();

    private LiftBench() {}

    /** Milliseconds from the look that decides to the controller that has taken the command. */
    public record Delays(int holds, double p50Millis, double p99Millis, double mostMillis) {
        static Delays of(List<Double> millis) {
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Delays(
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[(int) Math.ceil(sorted.length * 0.99) - 1],
                    Arrays.stream(sorted).max().orElse(0));
        }
    }

    /** What real networks did. */
    public record Outcome(int lifts, double seconds, long commands, List<String> violations) {}

    /**
     * Has e-bikes come into lifts one after the other.
     *
     * @param lifts at one desk, each with its own controller
     * @param holds measured, after one of each lift that is not
     */
    public static Delays delays(int lifts, int holds) throws IOException, ModbusException, InterruptedException {
        List<Plc> controllers = new ArrayList<>();
        BlockingQueue<Long> taken = new LinkedBlockingQueue<>();
        try (RealDoors doors = new RealDoors(CLOCK);
                LiftDesk desk = new LiftDesk(LiftSettings.DEFAULT, LiftDesk.Peers.SOME, doors, CLOCK, state -> {})) {
            List<Lift> all = new ArrayList<>();
            for (int i = 0; i < lifts; i++) {
                Plc plc = new Plc(LiftDrive.PULSE, Plc.Watchdog.WORKS, 9, null, taken::add);
                controllers.add(plc);
                all.add(lift("lift-" + i, plc.controller(plc.port())));
            }
            desk.start();
            desk.lifts(all);
            Watcher watcher = new Watcher("bench", 1, () -> true);
            List<Double> millis = new ArrayList<>();
            for (int i = -lifts; i < holds; i++) {
                String camera = "lift-" + Math.floorMod(i, lifts);
                taken.clear();
                long begun = System.nanoTime();
                desk.looked(look(camera, "alert-" + (i + lifts)), watcher);
                Long at = taken.poll(5, TimeUnit.SECONDS);
                for (int again = 0; at == null && i < 0 && again < 5; again++) {
                    desk.looked(look(camera, "alert-" + (i + lifts)), watcher); // a cold start on a busy machine
                    at = taken.poll(5, TimeUnit.SECONDS);
                }
                if (at == null) {
                    throw new IllegalStateException(camera + " was not held within 5 s");
                }
                if (i >= 0) {
                    millis.add((at - begun) / 1e6);
                }
                desk.looked(new CabinLook(camera, null, CLOCK.instant(), null, null, false), watcher);
            }
            return Delays.of(millis);
        } finally {
            controllers.forEach(Plc::close);
        }
    }

    /** Lifts side by side, each on a network that is cut and slow at times, watched by two workers that do not agree. */
    public static Outcome storm(int lifts, double seconds, long seed)
            throws IOException, ModbusException, InterruptedException {
        List<Storm> storms = new ArrayList<>();
        try {
            for (int i = 0; i < lifts; i++) {
                storms.add(new Storm(seed + i));
            }
            for (Storm each : storms) {
                each.start();
            }
            boolean unused = new CountDownLatch(1).await(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
        } finally {
            for (Storm each : storms) {
                each.close();
            }
        }
        List<String> violations = new ArrayList<>();
        long commands = 0;
        for (Storm each : storms) {
            each.referee.settle(Plc.now());
            commands += each.referee.commands();
            violations.addAll(each.referee.violations());
        }
        return new Outcome(lifts, seconds, commands, violations);
    }

    static Lift lift(String id, LiftController controller) {
        LiftProof proof = new LiftProof(CLOCK.instant(), RELEASE_SECONDS, "bench", controller.fingerprint());
        return new Lift(id, id, id, controller, "", null, proof);
    }

    private static CabinLook look(String camera, String alert) {
        Instant now = CLOCK.instant();
        return new CabinLook(camera, null, now, alert, now, true);
    }

    /** One lift in bad weather. */
    private static final class Storm {
        private final Random random;
        private final Referee referee = new Referee(BRISK.reasonSeconds(), RELEASE_SECONDS, RELEASE_SECONDS);
        private final Plc plc;
        private final Wire wire;
        private final Thread thread = new Thread(this::rage, "storm");
        private final List<LiftDesk> desks = new ArrayList<>();
        private final List<RealDoors> doors = new ArrayList<>();
        private final AtomicBoolean closing = new AtomicBoolean();
        private long claims;

        Storm(long seed) throws IOException, ModbusException {
            random = new Random(seed);
            LiftDrive drive = random.nextBoolean() ? LiftDrive.PULSE : LiftDrive.HEARTBEAT;
            plc = new Plc(drive, Plc.Watchdog.WORKS, RELEASE_SECONDS, referee, at -> {});
            wire = new Wire(plc.port(), seed);
        }

        void start() {
            thread.start();
        }

        private void rage() {
            Watcher[] watchers = {begin(0), begin(1)};
            int stay = 0;
            try {
                while (!closing.get()) {
                    stay += random.nextInt(12) == 0 ? 1 : 0;
                    wire.cut(random.nextInt(6) == 0);
                    wire.slow(random.nextInt(3) == 0);
                    int which = random.nextInt(2);
                    if (random.nextInt(15) == 0) {
                        end(which);
                        watchers[which] = begin(which);
                    }
                    if (stay % 3 != 0) {
                        referee.reason(Plc.now());
                        desks.get(which).looked(look("lift", "stay-" + stay), watchers[which]);
                    } else {
                        desks.get(which)
                                .looked(
                                        new CabinLook("lift", null, CLOCK.instant(), null, null, false),
                                        watchers[which]);
                    }
                    Thread.sleep(random.nextInt(400));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Watcher begin(int which) {
            RealDoors way = new RealDoors(CLOCK);
            LiftDesk desk = new LiftDesk(BRISK, LiftDesk.Peers.SOME, way, CLOCK, state -> {});
            if (which < desks.size()) {
                desks.set(which, desk);
                doors.set(which, way);
            } else {
                desks.add(desk);
                doors.add(way);
            }
            desk.start();
            desk.lifts(List.of(lift("lift", plc.controller(wire.port()))));
            return new Watcher("worker-" + which, ++claims, () -> true);
        }

        private void end(int which) {
            desks.get(which).close();
            doors.get(which).close();
        }

        void close() throws IOException, InterruptedException {
            closing.set(true);
            thread.join();
            for (int i = 0; i < desks.size(); i++) {
                end(i);
            }
            wire.close();
            plc.close();
        }
    }
}
