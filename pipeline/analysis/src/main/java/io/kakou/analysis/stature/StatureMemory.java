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
    }
}
