package io.kakou.analysis.sample;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.evidence.Jpeg;
import io.kakou.analysis.replay.Footage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look's picture out of the coded pictures around it. */
final class SamplePicture {
    private SamplePicture() {}

    /** As the camera sent it, at its size; null where the pictures do not hold it. */
    static byte @Nullable [] of(List<TimedUnit> units, double seconds) {
        try (Footage footage = new Footage(Footage.fromKeyframe(Footage.coded(units), seconds))) {
            DecodedFrame frame = footage.at(seconds);
            return frame == null ? null : Jpeg.of(frame);
        }
    }
}
