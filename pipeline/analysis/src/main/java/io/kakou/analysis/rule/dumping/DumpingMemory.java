package io.kakou.analysis.rule.dumping;

import io.kakou.analysis.gate.GreyPicture;
import io.kakou.models.Box;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rule remembers of one zone: about 40 KB at most.
 *
 * @param ground as it lay when last nobody was in the zone and nothing was open, or null before the first such look
 * @param newest the picture of the newest look that had one: what a look without change shows still
 * @param visit somebody is in the zone, or has left and what lies there is not decided yet; or null
 * @param piles what was alerted and lies there still, oldest first
 * @param standing vehicles in the zone, which may tip
 */
public record DumpingMemory(
        @Nullable GreyPicture ground,
        @Nullable GreyPicture newest,
        @Nullable Visit visit,
        List<Pile> piles,
        List<Standing> standing) {
    public static final DumpingMemory EMPTY = new DumpingMemory(null, null, null, List.of(), List.of());

    public DumpingMemory {
        piles = List.copyOf(piles);
        standing = List.copyOf(Objects.requireNonNullElse(standing, List.of()));
    }

    /** What holds longer than minutes; of the piles the newest, so many at most. */
    public DumpingMemory lasting(int most) {
        List<Pile> newestPiles = piles.subList(Math.max(0, piles.size() - most), piles.size());
        return new DumpingMemory(ground, null, null, newestPiles, List.of());
    }

    DumpingMemory ground(@Nullable GreyPicture now) {
        return new DumpingMemory(now, newest, null, piles, standing);
    }

    DumpingMemory visit(Visit now) {
        return new DumpingMemory(ground, newest, now, piles, standing);
    }

    DumpingMemory newest(GreyPicture now) {
        return new DumpingMemory(ground, now, visit, piles, standing);
    }

    DumpingMemory piles(List<Pile> now) {
        return new DumpingMemory(ground, newest, visit, now, standing);
    }

    DumpingMemory standing(List<Standing> now) {
        return new DumpingMemory(ground, newest, visit, piles, now);
    }

    /**
     * Somebody in the zone.
     *
     * @param frame of the first look that saw them; {@code onset} our time of it
     * @param actors where they were last seen
     * @param left what was seen to lie there when nobody was in the zone, or null; who passes does not take it away
     */
    public record Visit(String frame, Instant onset, List<Box> actors, @Nullable Left left) {
        public Visit {
            actors = List.copyOf(actors);
        }
    }

    /**
     * What lies there.
     *
     * @param box where, in the newest look
     * @param sinceSeconds the first look that saw it, on the camera's timeline
     * @param looks at the empty zone that saw it, the newest
     */
    public record Left(Box box, double sinceSeconds, List<String> looks) {
        public Left {
            looks = List.copyOf(looks);
        }
    }

    /**
     * What was alerted.
     *
     * @param alert its id
     * @param onset the first evidence
     * @param before the ground without it
     */
    public record Pile(String alert, Instant onset, Box box, GreyPicture before) {}

    /**
     * A vehicle that stands in the zone.
     *
     * @param low its box while it stands, with the lowest top
     * @param raised looks that have seen its top risen, in order; what went down again starts anew
     * @param onset our time of the first of them, or null
     * @param alert what was told of it, or null
     */
    public record Standing(Box low, List<String> raised, @Nullable Instant onset, @Nullable String alert) {
        public Standing {
            raised = List.copyOf(raised);
        }
    }
}
