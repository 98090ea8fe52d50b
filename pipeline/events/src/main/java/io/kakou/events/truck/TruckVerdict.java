package io.kakou.events.truck;

import io.kakou.events.Id;
import io.kakou.events.Point;
import io.kakou.events.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a truck at one place and time; told again, with a higher version, where that changed. Topic {@code
 * truck-verdicts}, and {@code truck-cases} while or after it was a violation; key {@link #key()}.
 *
 * @param id the same through all versions
 * @param version from 1
 * @param plate what it says, or empty where it is not known
 * @param camera that saw it, or null: its terminal told
 * @param at when, our time; of a terminal's word the terminal's
 * @param permit the number of the permit that was held against it, or null
 * @param site whose gate it was at; of what was tipped: where the load is from; or null
 * @param instead the plate of the truck that it may have been, whose papers allow it, or null
 * @param sightings of this truck up to then and those that speak for the verdict, in order, {@value #MOST_SIGHTINGS} at most
 * @param alert id of the alert that was raised, or null
 * @param withdrawn why it had been a violation before, or null
 * @param judgedAt when that was said: the recorded time of what it was said on
 */
public record TruckVerdict(
        String id,
        long version,
        String plate,
        Judgement judgement,
        TruckReason reason,
        @Nullable String camera,
        @Nullable Point place,
        Instant at,
        @Nullable String permit,
        @Nullable String site,
        @Nullable String instead,
        List<SeenTruck> sightings,
        @Nullable String alert,
        @Nullable TruckReason withdrawn,
        Instant judgedAt) {
    public static final int MOST_SIGHTINGS = 20;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public TruckVerdict {
        Id.plain("verdict id", id);
        String named = id;
        plate = plate == null ? "" : plate;
        judgement = judgement == null ? Judgement.UNKNOWN : judgement;
        reason = reason == null ? TruckReason.UNKNOWN : reason;
        Required.field("at", at, () -> "verdict " + named);
        judgedAt = judgedAt == null ? at : judgedAt;
        sightings = sightings == null ? List.of() : List.copyOf(sightings);
    }

    /** The plate; of a truck without one the camera, marked so that no plate is taken for it. */
    public String key() {
        return plate.isEmpty() ? "unread~" + camera : plate;
    }

    /** Whether it is, or was, a violation: then it is a case. */
    public boolean isCase() {
        return judgement == Judgement.VIOLATION || withdrawn != null;
    }
}
