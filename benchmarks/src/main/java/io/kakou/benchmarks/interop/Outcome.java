package io.kakou.benchmarks.interop;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What came of one case.
 *
 * @param program the server's, with its version; null where the machine has none
 * @param transport asked for
 * @param carried as the packets came; null where none could
 * @param ok whether all that is owed came as it should; null where the case cannot run here
 * @param owed pictures
 * @param delivered of these, in order and equal to the film's in all that {@link Pieces} names, from the first on
 * @param decoded of these, to intact frames
 * @param keyframes among them
 * @param gaps packets that never came
 * @param atMonotone whether our time never stepped back
 * @param cameraOffsetMillis of our time against the server's as its sender reports told it by the last picture; null
 *     where they did not
 * @param timelineErrorMillis the most by which a picture's place on the timeline differs from the film's; null without
 *     pictures
 * @param seconds from the session's start to the last picture
 * @param note why it is not ok or cannot run, or what the server itself did wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        Server server,
        @Nullable String program,
        Transport transport,
        @Nullable Transport carried,
        Codec codec,
        @Nullable Boolean ok,
        int owed,
        int delivered,
        int decoded,
        int keyframes,
        long gaps,
        boolean atMonotone,
        @Nullable Double cameraOffsetMillis,
        @Nullable Double timelineErrorMillis,
        double seconds,
        @Nullable String note) {
    /** Of a case in which nothing was played. */
    static Outcome without(Interop.Case which, @Nullable Boolean ok, String why) {
        return new Outcome(
                which.server(),
                null,
                which.transport(),
                null,
                which.codec(),
                ok,
                0,
                0,
                0,
                0,
                0,
                true,
                null,
                null,
                0,
                why);
    }
}
