package io.kakou.analysis.journal;

import io.kakou.analysis.replay.Matching;
import io.kakou.events.Alert;
import java.time.Instant;
import java.util.List;

/**
 * A span judged again.
 *
 * @param looks judged in the span
 * @param leadIn looks judged before it, to have the memory it began with
 * @param inputs what the model was given
 * @param memories snapshots in the span
 * @param alerts of the span
 * @param other what another model or setting makes of it; its counts are 0 where none was asked for
 * @param gaps parts of the span of which something is missing
 * @param detectors identity of each that judged then, with that which judged now behind an arrow where it is another
 */
public record SpanReplayed(
        int looks,
        int leadIn,
        Inputs inputs,
        Memories memories,
        Alerts alerts,
        Other other,
        List<Gap> gaps,
        List<String> detectors) {
    public SpanReplayed {
        gaps = List.copyOf(gaps);
        detectors = List.copyOf(detectors);
    }

    /**
     * Looks whose picture a model was given.
     *
     * @param same the footage gives the very bytes
     * @param differ it gives others
     * @param missing it is not kept
     */
    public record Inputs(int same, int differ, int missing) {}

    /**
     * Snapshots of memory.
     *
     * @param same what judging again left is what judging left then
     * @param differ it is not
     */
    public record Memories(int same, int differ) {}

    /**
     * What was raised and released.
     *
     * @param same the same in every field
     * @param alike the same event at the same look, with another score or boxes
     * @param gone then alone
     * @param fresh now alone
     */
    public record Alerts(int same, int alike, List<Alert> gone, List<Alert> fresh) {
        public Alerts {
            gone = List.copyOf(gone);
            fresh = List.copyOf(fresh);
        }

        /** Whether each is the same event at the same look. */
        public boolean agree() {
            return gone.isEmpty() && fresh.isEmpty();
        }
    }

    /**
     * Another model or setting beside what judged then, look by look.
     *
     * @param looks compared
     * @param decided of those, otherwise
     */
    public record Other(int looks, int decided, Matching boxes) {}

    /** A part of the span of which something is missing. */
    public record Gap(Instant from, Instant to, Why why) {}

    /** Why something is missing. */
    public enum Why {
        /** Nothing says that anybody looked. */
        NO_LOOK_LOG,
        /** Looks were let go because too many waited for the disk. */
        LOOKS_LOST,
        /** It was looked, and the footage is not kept. */
        NOT_RECORDED
    }

    /** Whether everything that is kept comes to the same to the last bit. */
    public boolean isSame() {
        return decidesTheSame() && alerts.alike() == 0 && memories.differ() == 0;
    }

    /** Whether the same is raised at the same looks, of the same pictures. */
    public boolean decidesTheSame() {
        return alerts.agree() && inputs.differ() == 0 && other.decided() == 0;
    }
}
