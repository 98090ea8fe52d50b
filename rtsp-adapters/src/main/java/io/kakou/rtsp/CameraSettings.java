package io.kakou.rtsp;

/**
 * How a camera is come back to. The n-th failure in a row waits {@code first * growth^(n-1)}, at most {@code most},
 * plus or minus a random share of it.
 *
 * @param session each attempt's
 * @param firstRetrySeconds 1
 * @param mostRetrySeconds 60: what a camera is blind longer than its outage at worst
 * @param loginRetrySeconds 120, at least, where the login was refused: cameras lock out an address, often for half an
 *     hour, after five to seven refusals in a row
 * @param growth 2
 * @param jitter 0.2; a street behind one switch must not come back in step
 * @param wellSeconds 30: a session that gave pictures this long begins the count anew
 */
public record CameraSettings(
        SessionSettings session,
        double firstRetrySeconds,
        double mostRetrySeconds,
        double loginRetrySeconds,
        double growth,
        double jitter,
        double wellSeconds) {
    public CameraSettings {
        allowed("firstRetrySeconds", firstRetrySeconds, 0.001, 3600);
        allowed("mostRetrySeconds", mostRetrySeconds, firstRetrySeconds, 3600);
        allowed("loginRetrySeconds", loginRetrySeconds, 0.001, 3600);
        allowed("growth", growth, 1, 10);
        allowed("jitter", jitter, 0, 0.9);
        allowed("wellSeconds", wellSeconds, 0, 3600);
    }

    public static CameraSettings defaults() {
        return new CameraSettings(SessionSettings.defaults(), 1, 60, 120, 2, 0.2, 30);
    }

    /**
     * The wait after a failure.
     *
     * @param code of the last failure
     * @param failures in a row, 1 and more
     * @param chance 0 to 1
     */
    double retrySeconds(RtspException.Code code, int failures, double chance) {
        double grown = Math.min(mostRetrySeconds, firstRetrySeconds * Math.pow(growth, failures - 1.0));
        double plain = code == RtspException.Code.UNAUTHORIZED ? Math.max(grown, loginRetrySeconds) : grown;
        return plain * (1 + jitter * (2 * chance - 1));
    }

    private static void allowed(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(key + ' ' + value + "; allowed: " + least + " to " + most);
        }
    }
}
