package io.kakou.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One event in the care of one room; topic {@code incidents}, key its id.
 *
 * @param id {@code mergeKey~openedAt~firstAlert} (see {@link #id(String, Instant, String)}): an action that names the incident names the key it is routed by
 * @param mergeKey what alerts must share to be one incident; itself one id or several joined by {@code ~}
 * @param area the smallest area that holds the place, or null where no area does
 * @param room the command room that owns it, or {@link #NO_ROOM}
 * @param place of its first alert, or null
 * @param openedAt onset of its first alert, our time
 * @param updatedAt recorded time of its last transition
 * @param version counts transitions, so that an action can say what its author saw
 * @param alertCount alerts that joined it, duplicates not counted
 * @param alerts the first of them, {@value #MOST_ALERTS} at most
 * @param transitions in the order they were made: the first and the newest, {@value #MOST_TRANSITIONS} at most; joined
 *     and released alerts make room for what people and the clock did
 * @param unit the unit that was dispatched last, or null
 * @param deadlines its clock, or one a place, {@value #MOST_DEADLINES} steps at most; none where a writer knew no clock
 * @param road the road its places lie along, or null where it is of one camera
 * @param parts its places, {@value #MOST_PARTS} at most; none where it has one place, which is its camera's
 * @param informed rooms that know of it without owning it, {@value #MOST_INFORMED} at most
 * @param joinedInto the incident it goes on in, or null
 */
public record Incident(
        String id,
        EventKind kind,
        String mergeKey,
        @Nullable String area,
        String room,
        String camera,
        @Nullable Point place,
        IncidentState state,
        Instant openedAt,
        Instant updatedAt,
        long version,
        long alertCount,
        List<Alert> alerts,
        List<Transition> transitions,
        @Nullable String unit,
        List<Deadline> deadlines,
        @Nullable String road,
        List<Part> parts,
        List<Informed> informed,
        @Nullable String joinedInto) {
    /** The room of an incident that no area and no fallback claims; shown to everyone, never dropped. */
    public static final String NO_ROOM = "unassigned";

    public static final int MOST_ALERTS = 20;

    /** With {@link #MOST_ALERTS} it keeps an incident under 64 KB on the log. */
    public static final int MOST_TRANSITIONS = 64;

    public static final int MOST_PARTS = 64;
    public static final int MOST_INFORMED = 16;
    public static final int MOST_DEADLINES = 12 * MOST_PARTS;

    private static final Pattern FORM = Pattern.compile("(.+)~\\d{1,15}~[^~]+");

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Incident {
        String incident = Id.compound("incident id", id);
        Required.field("openedAt", openedAt, () -> "incident " + incident);
        mergeKey = mergeKey == null ? mergeKeyOf(id) : mergeKey;
        kind = kind == null ? EventKind.UNKNOWN : kind;
        room = room == null ? NO_ROOM : room;
        camera = camera == null ? "" : camera;
        state = state == null ? IncidentState.UNKNOWN : state;
        updatedAt = updatedAt == null ? openedAt : updatedAt;
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
        transitions = transitions == null ? List.of() : List.copyOf(transitions);
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        atMost("alerts", alerts, MOST_ALERTS, id);
        atMost("transitions", transitions, MOST_TRANSITIONS, id);
        parts = parts == null ? List.of() : List.copyOf(parts);
        informed = informed == null ? List.of() : List.copyOf(informed);
        atMost("deadlines", deadlines, MOST_DEADLINES, id);
        atMost("parts", parts, MOST_PARTS, id);
        atMost("informed rooms", informed, MOST_INFORMED, id);
    }

    /** Where that stands which a step of its clock is of: the step's place, or else the whole. */
    public IncidentState stateOf(Deadline deadline) {
        return parts.stream()
                .filter(part -> part.id().equals(deadline.part()))
                .map(Part::state)
                .findFirst()
                .orElse(state);
    }

    /** An incident of one camera that its own room alone knows of. */
    public Incident(
            String id,
            EventKind kind,
            String mergeKey,
            @Nullable String area,
            String room,
            String camera,
            @Nullable Point place,
            IncidentState state,
            Instant openedAt,
            Instant updatedAt,
            long version,
            long alertCount,
            List<Alert> alerts,
            List<Transition> transitions,
            @Nullable String unit,
            List<Deadline> deadlines) {
        this(
                id,
                kind,
                mergeKey,
                area,
                room,
                camera,
                place,
                state,
                openedAt,
                updatedAt,
                version,
                alertCount,
                alerts,
                transitions,
                unit,
                deadlines,
                null,
                List.of(),
                List.of(),
                null);
    }

    public Optional<Part> part(String part) {
        return parts.stream().filter(each -> each.id().equals(part)).findFirst();
    }

    /** The id of the incident that an alert opens: the same wherever and whenever it is computed. */
    public static String id(String mergeKey, Instant openedAt, String firstAlert) {
        return mergeKey + "~" + openedAt.toEpochMilli() + "~" + firstAlert;
    }

    /**
     * The merge key inside an incident's id.
     *
     * @throws IllegalArgumentException where the id is not of an incident's form
     */
    public static String mergeKeyOf(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "incident id \"" + id + "\" has another form; allowed: mergeKey~openedAt~firstAlert");
        }
        return form.group(1);
    }

    private static void atMost(String what, List<?> list, int most, String id) {
        if (list.size() > most) {
            throw new IllegalArgumentException(
                    "incident " + id + " carries " + list.size() + " " + what + "; allowed: 0 to " + most);
        }
    }
}
