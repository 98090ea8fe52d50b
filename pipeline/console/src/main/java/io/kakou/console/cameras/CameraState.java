package io.kakou.console.cameras;

import io.kakou.events.Braked;
import io.kakou.events.EventKind;
import io.kakou.events.JudgedBy;
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
 * @param clockDriftPpm millionths that its clock gains on ours, or null while that is not known
 * @param advice what is to be changed on the camera, a line each
 * @param lookSeconds from one look to the next, at most, as it is given now; null while nobody looks
 * @param stretch how many times the interval that it should have; null likewise
 * @param braked of {@code notWatched} those that a person has switched off
 * @param judgedBy which model looks at it; null where its worker does not say
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
        List<EventKind> notWatched,
        @Nullable Double clockDriftPpm,
        List<String> advice,
        @Nullable Double lookSeconds,
        @Nullable Double stretch,
        List<Braked> braked,
        @Nullable JudgedBy judgedBy) {}
