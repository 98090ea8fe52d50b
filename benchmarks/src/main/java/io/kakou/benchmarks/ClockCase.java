package io.kakou.benchmarks;

import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.rtp.ClockOffset;
import io.kakou.rtsp.simulate.Fault;
import io.kakou.rtsp.simulate.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One simulated camera's pictures, beside the time at which they truly left. One thread, then another. */
final class ClockCase {
    private static final double SETTLE_SECONDS = 5;

    private final List<String> faults;
    private final Instant switchedOn;
    private final ClockOffset clock = new ClockOffset();
    private final List<Double> errors = new ArrayList<>();
    private Instant last = Instant.MIN;
    private boolean monotone = true;
    private int pictures;
    private int behind;

    ClockCase(List<String> faults, Instant switchedOn) {
        this.faults = faults;
        this.switchedOn = switchedOn;
    }

    /**
     * What was found.
     *
     * @param pictures that came
     * @param monotone whether our time never stepped back
     * @param offsetSeconds of the camera's clock, measured; null where it tells none
     * @param driftPpm measured; null where it tells none, or was watched too shortly
     * @param behindShare of pictures that the camera's clock was set before, without a report of it yet
     * @param atErrorMillisMedian of our time against the true one, after the first five seconds; null without a truth
     */
    record Found(
            List<String> faults,
            int pictures,
            boolean monotone,
            @Nullable Double offsetSeconds,
            @Nullable Double driftPpm,
            double behindShare,
            @Nullable Double atErrorMillisMedian,
            @Nullable Double atErrorMillisP99,
            @Nullable Double atErrorMillisMost) {}

    synchronized void saw(AccessUnit unit) {
        pictures++;
        monotone &= !unit.at().isBefore(last);
        last = unit.at();
        clock.saw(unit.cameraTime(), unit.at());
        if (unit.cameraTime() != null && unit.seconds() >= SETTLE_SECONDS) {
            double running = seconds(switchedOn, unit.at());
            double wrong = fault(FaultKind.CLOCK_OFFSET, 0) + fault(FaultKind.CLOCK_DRIFT, 0) / 1e6 * running;
            errors.add(1e3 * unset(seconds(unit.cameraTime(), unit.at()) + wrong, running));
        }
    }

    /** Without the times that the camera's clock was set, which it may not have told yet: they are nothing to our time. */
    private double unset(double error, double running) {
        double jump = fault(FaultKind.CLOCK_JUMP, 0);
        if (jump == 0) {
            return error;
        }
        double told = -Math.rint(error / jump);
        behind += told < Math.floor(running / fault(FaultKind.CLOCK_JUMP, 1)) ? 1 : 0;
        return error + told * jump;
    }

    synchronized Found figures() {
        return new Found(
                faults,
                pictures,
                monotone,
                clock.seconds(),
                clock.driftPpm(),
                pictures == 0 ? 0 : (double) behind / pictures,
                error(0.5),
                error(0.99),
                error(1));
    }

    /** The error that so many pictures' errors do not exceed. */
    private @Nullable Double error(double share) {
        double[] sorted = errors.stream().mapToDouble(Math::abs).sorted().toArray();
        return sorted.length == 0 ? null : sorted[(int) Math.round((sorted.length - 1) * share)];
    }

    private double fault(FaultKind kind, int value) {
        return faults.stream()
                .map(Fault::parse)
                .filter(fault -> fault.kind() == kind)
                .mapToDouble(fault -> fault.values().get(value))
                .sum();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
