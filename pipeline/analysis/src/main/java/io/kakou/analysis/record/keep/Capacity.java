package io.kakou.analysis.record.keep;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a machine can keep of cameras that are recorded all the time.
 *
 * @param megabytesASecond what the store takes, in 10⁶ bytes a second
 * @param megabitsACamera what a camera sends, in 10⁶ bits a second
 * @param roomBytes what footage may take, or null where nobody knows
 * @param days so long it is to stay
 */
public record Capacity(double megabytesASecond, double megabitsACamera, @Nullable Long roomBytes, double days) {
    private static final double MEGA = 1e6;
    private static final double TERA = 1e12;
    private static final int BITS = 8;

    /** Cameras that can be recorded all the time. */
    public int most() {
        double bySpeed = megabytesASecond * BITS / megabitsACamera;
        double byRoom = roomBytes == null ? bySpeed : roomBytes / bytesACamera();
        return (int) Math.max(0, Math.floor(Math.min(bySpeed, byRoom)));
    }

    /** Why so many cannot be recorded all the time, the arithmetic in a line; null where they can. */
    public @Nullable String refusal(int cameras) {
        double wanted = cameras * megabitsACamera / BITS;
        if (wanted > megabytesASecond) {
            return line(
                    "%d cameras x %s Mb/s = %.1f MB/s, and the store takes %s MB/s; allowed: %d cameras",
                    cameras, number(megabitsACamera), wanted, number(megabytesASecond), most());
        }
        if (roomBytes != null && cameras * bytesACamera() > roomBytes) {
            return line(
                    "%d cameras x %s Mb/s x %s days = %.2f TB, and there is room for %.2f TB; allowed: %d cameras",
                    cameras,
                    number(megabitsACamera),
                    number(days),
                    cameras * bytesACamera() / TERA,
                    roomBytes / TERA,
                    most());
        }
        return null;
    }

    private double bytesACamera() {
        return megabitsACamera * MEGA / BITS * Retention.DAY_SECONDS * days;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
