package io.kakou.analysis.sample;

import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Camera;
import io.kakou.models.Detection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A look that was kept; {@code samples/<camera>/<day>/<frame>.json} beside its picture, {@code .jpg}, as the camera sent
 * it, without anything drawn.
 *
 * @param camera how it was judged: kind, zones, events; without its login
 * @param inputHash of what the model was given
 * @param model identity of what looked
 * @param detections what it found; empty where the gate saw no change and nothing looked
 * @param need what the rules wanted of the next look
 * @param memory what the rules remembered before it
 */
public record Sample(
        Camera camera,
        String frame,
        Instant at,
        double seconds,
        Why why,
        Depth depth,
        String inputHash,
        String model,
        List<Detection> detections,
        Need need,
        Memory memory) {
    public Sample {
        detections = List.copyOf(detections);
    }

    /** Why it was kept. */
    public enum Why {
        /** A hash chose its time. */
        RANDOM,
        /** A score stood near to where a rule decides, or a rule had begun to see something and was not sure. */
        NEAR
    }

    static Sample of(Camera camera, String model, Why why, Judged judged) {
        DatedLook look = judged.dated();
        return new Sample(
                camera,
                look.entry().frame(),
                look.at(),
                look.entry().seconds(),
                why,
                look.entry().depth(),
                look.entry().inputHash(),
                model,
                judged.judgement().detections(),
                judged.judgement().need(),
                judged.before());
    }

    /** Without an ending. */
    String key() {
        return "samples/" + camera.id() + '/' + at.atOffset(ZoneOffset.UTC).toLocalDate() + '/' + frame;
    }
}
