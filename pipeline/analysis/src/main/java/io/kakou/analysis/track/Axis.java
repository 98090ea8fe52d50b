package io.kakou.analysis.track;

/**
 * One coordinate under a constant-velocity Kalman filter. The usual filter of box trackers is four of these: its
 * matrices couple a coordinate only with its own speed, so nothing is lost by keeping them apart.
 *
 * @param position in relative picture units
 * @param speed per second
 * @param pp variance of the position
 * @param ps covariance of position and speed
 * @param ss variance of the speed
 */
public record Axis(double position, double speed, double pp, double ps, double ss) {
    static Axis at(double position, double positionSigma, double speedSigma) {
        return new Axis(position, 0, positionSigma * positionSigma, 0, speedSigma * speedSigma);
    }

    /**
     * A time later, under white noise on the acceleration (Bar-Shalom et al., Estimation with Applications to Tracking
     * and Navigation, §6.2.2).
     */
    Axis after(double seconds, double accelerationSigma) {
        double q = accelerationSigma * accelerationSigma;
        double t2 = seconds * seconds;
        return new Axis(
                position + speed * seconds,
                speed,
                pp + 2 * seconds * ps + t2 * ss + q * t2 * t2 / 4,
                ps + seconds * ss + q * t2 * seconds / 2,
                ss + q * t2);
    }

    /** Corrected by a measurement. */
    Axis seenAt(double measured, double sigma) {
        double s = pp + sigma * sigma;
        double gainP = pp / s;
        double gainS = ps / s;
        double miss = measured - position;
        return new Axis(
                position + gainP * miss, speed + gainS * miss, (1 - gainP) * pp, (1 - gainP) * ps, ss - gainS * ps);
    }

    Axis standing() {
        return new Axis(position, 0, pp, 0, ss);
    }
}
