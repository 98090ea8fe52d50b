package io.kakou.analysis.clip;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Films as a camera sends them. */
public final class Films {
    private Films() {}

    /** A film's pictures, the first of them shown at {@code from}. */
    public static List<AccessUnit> units(Path film, Instant from) throws Exception {
        List<AccessUnit> units = new ArrayList<>();
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                Instant at = from.plusNanos(Math.round(unit.seconds() * 1e9));
                units.add(new AccessUnit(Codec.H264, unit.keyframe(), unit.seconds(), at, null, unit.bytes()));
            }
        }
        return units;
    }
}
