package io.kakou.analysis.clip;

import io.kakou.analysis.mux.Sample;
import io.kakou.rtsp.AccessUnit;
import java.util.List;

/**
 * A coded picture with its place on the camera's timeline, which goes on over reconnects.
 *
 * @param seconds from the first picture the camera ever showed
 */
public record TimedUnit(AccessUnit unit, double seconds) {
    Sample sample() {
        return new Sample(unit.codec(), seconds, unit.keyframe(), unit.bytes());
    }

    /** Of all together. */
    public static long bytes(List<TimedUnit> units) {
        return units.stream().mapToLong(each -> each.unit.bytes().length).sum();
    }
}
