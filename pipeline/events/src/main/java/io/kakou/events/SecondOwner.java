package io.kakou.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room that is told besides the one that owns the event (双脑联动): the police room of lost children, the enforcement
 * seat (综合行政执法队) of muck trucks; topic {@code registry}, key {@code also~<id>}.
 *
 * @param kinds events it is told of; none: all
 * @param area the area in which, those below included, or null: everywhere
 */
public record SecondOwner(String id, String room, List<EventKind> kinds, @Nullable String area) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "also~";

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public SecondOwner {
        Id.plain("second owner id", id);
        Id.plain("room of second owner " + id, room);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        if (area != null) {
            Id.plain("area of second owner " + id, area);
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }
}
