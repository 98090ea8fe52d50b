package io.kakou.analysis.evidence;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.analysis.watch.Moment;
import io.kakou.rtsp.AccessUnit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A film shown to a watch as a live camera's stream is, picture by picture as it is coded, as fast as it is judged: by
 * the same steps and names, so that what is kept of it is what is kept of a camera.
 */
public final class ShownFilm {
    private final Path film;
    private final Instant from;

    /** @param from our time at its first picture */
    public ShownFilm(Path film, Instant from) {
        this.film = film;
        this.from = from;
    }

    /**
     * Shows it whole.
     *
     * @param watch not closed with this
     * @param units gets each coded picture, before it is decoded
     * @param looks gets each look
     */
    public void to(CameraWatch watch, Consumer<AccessUnit> units, Consumer<Judged> looks) throws UnreadableVideo {
        try (CodedFile file = CodedFile.open(film);
                StreamDecoder decoder = new StreamDecoder(file.codec())) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                Instant at = Look.instant(from, unit.seconds());
                units.accept(new AccessUnit(file.codec(), unit.keyframe(), unit.seconds(), at, null, unit.bytes()));
                decoder.send(unit.bytes(), unit.seconds());
                watchAll(decoder, watch, looks);
            }
            decoder.flush();
            watchAll(decoder, watch, looks);
        }
    }

    private void watchAll(StreamDecoder decoder, CameraWatch watch, Consumer<Judged> looks) {
        for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
            Instant at = Look.instant(from, frame.seconds());
            Judged judged = watch.see(frame, new Moment("t" + at.toEpochMilli(), frame.seconds(), at));
            if (judged != null) {
                looks.accept(judged);
            }
        }
    }
}
