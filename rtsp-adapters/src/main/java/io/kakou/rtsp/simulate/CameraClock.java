package io.kakou.rtsp.simulate;

import java.time.Instant;

/** What a camera's clock says, and how fast its media's runs. */
final class CameraClock {
    private final double offset;
    private final double gain;
    private final double jump;
    private final double jumpEvery;

    CameraClock(Faults faults) {
        this.offset = faults.value(FaultKind.CLOCK_OFFSET, 0);
        this.gain = faults.value(FaultKind.CLOCK_DRIFT, 0) / 1e6;
        this.jump = faults.value(FaultKind.CLOCK_JUMP, 0);
        this.jumpEvery = faults.value(FaultKind.CLOCK_JUMP, 1, Double.POSITIVE_INFINITY);
    }

    /** @param running true seconds since the camera was switched on */
    Instant at(Instant truth, double running) {
        double wrong = offset + gain * running + jump * Math.floor(running / jumpEvery);
        return truth.plusNanos(Math.round(wrong * 1e9));
    }

    /** Seconds of the camera in so many true ones. */
    double media(double seconds) {
        return seconds * (1 + gain);
    }
}
