package io.kakou.events.truck;

import io.kakou.events.Id;
import io.kakou.events.Point;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site where muck is dug, or a tip where it is taken, with its paper: of a site the approval to dispose (处置核准), of a
 * tip the filing (备案); topic {@code registry}, key {@code site~<id>}.
 *
 * @param name what people call it; the id where nothing is given
 * @param paper the approval's or the filing's number, or null: there is none
 * @param from the first moment at which it holds, or null: always has
 * @param until the first at which it does not, or null: never ends
 * @param gates ids of the cameras at its registered gates
 * @param place its middle, or null where nobody said
 * @param colour how closely it is looked after
 * @param inspected the last day on which it was inspected, as in {@code 2026-05-01}, or null: never yet
 */
public record WorkSite(
        String id,
        String name,
        SiteKind kind,
        @Nullable String paper,
        @Nullable Instant from,
        @Nullable Instant until,
        List<String> gates,
        @Nullable Point place,
        SiteColour colour,
        @Nullable String inspected) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "site~";

    public static final int MOST_GATES = 50;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public WorkSite {
        Id.paper("site id", id);
        String named = id;
        name = name == null ? id : name;
        kind = kind == null ? SiteKind.SITE : kind;
        gates = gates == null ? List.of() : List.copyOf(gates);
        gates.forEach(gate -> Id.plain("a gate of site " + named, gate));
        colour = colour == null ? SiteColour.UNKNOWN : colour;
        if (gates.size() > MOST_GATES) {
            throw new IllegalArgumentException(
                    "site " + id + " has " + gates.size() + " gates; allowed: " + MOST_GATES + " at most");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "site " + id + " has a paper from " + from + " until " + until + "; allowed: from before until");
        }
        if (inspected != null) {
            LocalDate unused = day(id, inspected);
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    /** Whether its paper holds then. */
    public boolean inForce(Instant at) {
        return paper != null && (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /** The day by which it is to be inspected, or null: at once, for it never was. */
    public @Nullable LocalDate due() {
        return inspected == null ? null : colour.due(day(id, inspected));
    }

    /** The same, inspected then. */
    public WorkSite inspectedOn(LocalDate day) {
        return new WorkSite(id, name, kind, paper, from, until, gates, place, colour, day.toString());
    }

    private static LocalDate day(String id, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "site " + id + " was inspected on " + text + "; allowed: a day, as in 2026-05-01", e);
        }
    }
}
