package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many incidents of one kind in one room, told as one; topic {@code situations}, key {@code <room>~<event>}; compacted.
 * At once when it begins, makes a sound or ends, else at most once a second.
 *
 * @param id hash of room, kind and the incident that made it one
 * @param event kind of its incidents
 * @param since recorded time of the incident that made it one
 * @param until when it ended, or null
 * @param version counts what was told of it
 * @param announced sounds made for it, those of its incidents before it began included
 * @param listed incidents that made no sound
 * @param miscalibrated whether the rule is to be looked at, at {@code cameras}
 * @param cameras that raised more than the ceiling, {@value #MOST_CAMERAS} at most; none in a flood
 * @param places worst first: most parts, then most cameras, then oldest; {@value #MOST_PLACES} at most
 * @param leftOut lines that are not in the list
 */
public record Situation(
        String id,
        String room,
        EventKind event,
        SituationKind kind,
        Instant since,
        @Nullable Instant until,
        long version,
        long announced,
        long listed,
        boolean miscalibrated,
        List<String> cameras,
        List<SituationPlace> places,
        long leftOut) {
    public static final int MOST_PLACES = 200;
    public static final int MOST_CAMERAS = 200;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Situation {
        String situation = Id.plain("situation id", id);
        Id.plain("room of situation " + id, room);
        event = event == null ? EventKind.UNKNOWN : event;
        kind = kind == null ? SituationKind.UNKNOWN : kind;
        Required.field("since", since, () -> "situation " + situation);
        cameras = cameras == null ? List.of() : List.copyOf(cameras);
        places = places == null ? List.of() : List.copyOf(places);
        atMost("cameras", cameras, MOST_CAMERAS, id);
        atMost("places", places, MOST_PLACES, id);
    }

    /** Its key on the topic {@code situations}. */
    public String key() {
        return room + "~" + event.name();
    }

    private static void atMost(String what, List<?> list, int most, String id) {
        if (list.size() > most) {
            throw new IllegalArgumentException(
                    "situation " + id + " carries " + list.size() + " " + what + "; allowed: 0 to " + most);
        }
    }
}
