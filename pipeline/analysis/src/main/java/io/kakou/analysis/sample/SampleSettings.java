package io.kakou.analysis.sample;

/**
 * What is kept for learning.
 *
 * @param random looks a camera a day, at times that a hash chooses; more: rarer things are in it, more to label
 * @param near looks a camera a day with a score near to where a rule decides; what a model learns most from
 * @param days for which they are kept
 * @param megabytes of all cameras together; past it the oldest go
 */
public record SampleSettings(int random, int near, int days, int megabytes) {
    /** Four and four: a street's 1,562 cameras give up to 12,500 pictures a day, half a gigabyte; 90 days, 5 GB. */
    public static final SampleSettings DEFAULT = new SampleSettings(4, 4, 90, 5_000);

    public static final int MOST_A_DAY = 1000;
    public static final int MOST_DAYS = 3650;
    public static final int MOST_MEGABYTES = 1_000_000_000;

    public SampleSettings {
        check("random", random, 0, MOST_A_DAY);
        check("near", near, 0, MOST_A_DAY);
        check("days", days, 1, MOST_DAYS);
        check("megabytes", megabytes, 0, MOST_MEGABYTES);
    }

    private static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "samples." + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
