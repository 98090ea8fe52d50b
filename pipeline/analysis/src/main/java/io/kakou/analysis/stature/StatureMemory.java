package io.kakou.analysis.stature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of people's heights at one camera.
 *
 * @param seen the newest in each strip of the picture, at most {@link Statures#MOST}
 * @param adults what they come to; null while too few
 * @param unlearned sights since {@code adults} was worked out
 */
public record StatureMemory(List<Standing> seen, @Nullable AdultHeight adults, int unlearned) {
    public static final StatureMemory EMPTY = new StatureMemory(List.of(), null, 0);

    public StatureMemory {
        seen = List.copyOf(seen);
        if (seen.size() > Statures.MOST) {
            throw new IllegalArgumentException(
                    "heights of " + seen.size() + " sights; allowed: at most " + Statures.MOST);
        }
    }

    /**
     * The same on a timeline that begins anew at 0: older than all that will be seen on it, and of nobody there. Tracks
     * are counted from 1 again, so these get numbers below 0.
     */
    public StatureMemory ofEarlier() {
        double newest = seen.stream().mapToDouble(Standing::seconds).max().orElse(0);
        List<Long> tracks = seen.stream().map(Standing::track).distinct().toList();
        List<Standing> earlier = seen.stream()
                .map(one -> one.as(-1L - tracks.indexOf(one.track()), one.seconds() - newest - 1))
                .toList();
        return new StatureMemory(earlier, adults, unlearned);
    }
}
