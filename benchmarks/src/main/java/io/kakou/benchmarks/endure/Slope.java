package io.kakou.benchmarks.endure;

/**
 * How something grows: the line of least squares through its values.
 *
 * @param perHour its slope
 * @param margin half the interval that holds the slope with 95 %, were the values' errors independent of one another
 */
record Slope(double perHour, double margin) {
    private static final double NORMAL_95 = 1.96;
    private static final double MINUTES = 60;

    /**
     * @param minutes when
     * @param values as many; of less than three nothing is known, and the slope is 0
     */
    static Slope of(double[] minutes, double[] values) {
        int n = minutes.length;
        double meanX = mean(minutes);
        double meanY = mean(values);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (minutes[i] - meanX) * (minutes[i] - meanX);
            xy += (minutes[i] - meanX) * (values[i] - meanY);
        }
        if (n < 3 || xx == 0) {
            return new Slope(0, 0);
        }
        double slope = xy / xx;
        double left = 0;
        for (int i = 0; i < n; i++) {
            double error = values[i] - meanY - slope * (minutes[i] - meanX);
            left += error * error;
        }
        double deviation = Math.sqrt(left / (n - 2) / xx);
        return new Slope(MINUTES * slope, MINUTES * NORMAL_95 * deviation);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
