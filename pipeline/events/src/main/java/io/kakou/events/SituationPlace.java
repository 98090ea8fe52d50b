package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a situation's list: one incident of a flood, or one place's card of a ceiling.
 *
 * @param place the road, the camera, or of a card the area where there is one
 * @param incident the one to open: of a card its newest
 * @param road id of the road, or null
 * @param area the smallest area that holds it, or null
 * @param incidents how many, 1 in a flood
 * @param parts places within them
 * @param cameras that see it, {@value #MOST_CAMERAS} at most
 * @param since onset of the oldest of them, our time
 * @param state of the incident named; of a card, of the one that is least far
 * @param released whether the rule sees none of them any more
 * @param overdue whether nobody answered in time
 * @param shelvedUntil when it comes back, or null where it is not put aside
 * @param mute id of the mute that keeps it silent, or null
 */
public record SituationPlace(
        String place,
        String incident,
        @Nullable String road,
        @Nullable String area,
        long incidents,
        long parts,
        List<String> cameras,
        Instant since,
        IncidentState state,
        boolean released,
        boolean overdue,
        @Nullable Instant shelvedUntil,
        @Nullable String mute) {
    public static final int MOST_CAMERAS = 32;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public SituationPlace {
        String line = Id.plain("place of a situation", place);
        Id.compound("incident of place " + place, incident);
        cameras = cameras == null ? List.of() : List.copyOf(cameras);
        Required.field("since", since, () -> "place " + line);
        state = state == null ? IncidentState.UNKNOWN : state;
        if (cameras.size() > MOST_CAMERAS) {
            throw new IllegalArgumentException(
                    "place " + place + " carries " + cameras.size() + " cameras; allowed: 0 to " + MOST_CAMERAS);
        }
    }
}
