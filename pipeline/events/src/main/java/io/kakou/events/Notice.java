package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a seat hears or is shown; topic {@code notices}, key room. Written at least once: whoever reads one id twice has
 * been told once, also where the second says another kind.
 *
 * @param id hash of room, incident or situation, and cause
 * @param at recorded time of the cause; of a flood's, that of the incident that made it one
 * @param event kind of what happened
 * @param incident what it is about, or null where it is about a situation as a whole
 * @param situation id of the situation that it is part of, or null
 * @param place of a card the area or else the camera, or null
 * @param sound whether a sound is made
 * @param mute id of the mute that keeps it silent, or null
 * @param until of what was put aside, when it comes back; else null
 */
public record Notice(
        String id,
        String room,
        Instant at,
        NoticeKind kind,
        EventKind event,
        NoticeCause cause,
        @Nullable String incident,
        @Nullable String situation,
        @Nullable String place,
        boolean sound,
        @Nullable String mute,
        @Nullable Instant until) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Notice {
        String notice = Id.plain("notice id", id);
        Id.plain("room of notice " + id, room);
        Required.field("at", at, () -> "notice " + notice);
        kind = kind == null ? NoticeKind.UNKNOWN : kind;
        event = event == null ? EventKind.UNKNOWN : event;
        cause = cause == null ? NoticeCause.UNKNOWN : cause;
        if (incident != null) {
            Id.compound("incident of notice " + id, incident);
        }
    }
}
