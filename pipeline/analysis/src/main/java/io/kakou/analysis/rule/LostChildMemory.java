package io.kakou.analysis.rule;

import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.walk.WalkMemory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule remembers of one camera; at most 64 KB as JSON, as it is kept.
 *
 * @param walks the people, and how tall adults are here
 * @param alone children without an adult, by walker
 */
public record LostChildMemory(WalkMemory walks, List<Alone> alone) {
    public static final LostChildMemory EMPTY = new LostChildMemory(WalkMemory.EMPTY, List.of());

    public LostChildMemory {
        alone = List.copyOf(alone);
    }

    /** The same with other heights of adults. */
    public LostChildMemory with(StatureMemory learned) {
        return new LostChildMemory(walks.with(learned), alone);
    }

    /**
     * One child alone.
     *
     * @param walker its id
     * @param since the first look that saw it so
     * @param lastSeconds the newest, on the camera's timeline
     * @param aloneSeconds how long it was seen so in all; while it is hidden nobody knows
     * @param looks that saw it so
     * @param frames of the first of them and the newest, at most {@link LostChild#MOST_FRAMES}
     * @param alert id of the alert it raised, or null
     */
    public record Alone(
            long walker,
            Instant since,
            double lastSeconds,
            double aloneSeconds,
            int looks,
            List<String> frames,
            @Nullable String alert) {
        public Alone {
            frames = List.copyOf(frames);
        }

        Alone raised(String id) {
            return new Alone(walker, since, lastSeconds, aloneSeconds, looks, frames, id);
        }
    }
}
