package io.kakou.console.cameras;

import io.kakou.events.EventKind;
import io.kakou.events.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera as its worker saw it last.
 *
 * @param at when the worker said so, or null where none ever did
 * @param online whether its stream is looked at, and its worker still speaks
 * @param trouble what kind of thing is wrong, or null where nothing is
 * @param why what is wrong where it is not online or is blind, else null
 */
public record CameraState(
        String id,
        Stage stage,
        @Nullable Instant at,
        @Nullable Instant lastLook,
        @Nullable String blind,
        @Nullable Double clockOffsetSeconds,
        boolean online,
        @Nullable Trouble trouble,
        @Nullable String why,
        List<EventKind> watched,
        List<EventKind> notWatched) {}
