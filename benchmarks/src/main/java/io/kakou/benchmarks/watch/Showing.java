package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.street.StreetCamera;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A coded film that a camera of a street is given at its own pace, again and again; a thread at a time. */
final class Showing {
    private final StreetCamera camera;
    private final Reel reel;
    private final Instant origin;
    private int next;
    private double pass;

    /**
     * A film's pictures.
     *
     * @param seconds it lasts
     */
    record Reel(Codec codec, List<CodedFile.Unit> units, double seconds) {
        static Reel of(Path file, double seconds) throws UnreadableVideo {
            List<CodedFile.Unit> units = new ArrayList<>();
            try (CodedFile coded = CodedFile.open(file)) {
                for (CodedFile.Unit unit = coded.next(); unit != null; unit = coded.next()) {
                    units.add(unit);
                }
                return new Reel(coded.codec(), List.copyOf(units), seconds);
            }
        }
    }

    /**
     * One that begins with the first keyframe from a place on.
     *
     * @param at the place, in seconds of the film
     * @param now what is shown at first
     */
    Showing(StreetCamera camera, Reel reel, double at, Instant now) {
        this.camera = camera;
        this.reel = reel;
        while (next < reel.units.size()
                && (reel.units.get(next).seconds() < at || !reel.units.get(next).keyframe())) {
            next++;
        }
        next %= reel.units.size();
        origin = now.minusNanos(Math.round(reel.units.get(next).seconds() * 1e9));
        camera.sessionBegins();
    }

    /** When the film would have begun, had it been shown before. */
    Instant origin() {
        return origin;
    }

    /** Shows what is due. */
    void showUntil(Instant now) {
        for (Instant due = due(); !due.isAfter(now); due = due()) {
            CodedFile.Unit unit = reel.units.get(next);
            camera.accept(new AccessUnit(reel.codec, unit.keyframe(), pass + unit.seconds(), due, null, unit.bytes()));
            next++;
            if (next == reel.units.size()) {
                next = 0;
                pass += reel.seconds;
            }
        }
    }

    private Instant due() {
        double seconds = pass + reel.units.get(next).seconds();
        return origin.plusNanos(Math.round(seconds * 1e9));
    }
}
