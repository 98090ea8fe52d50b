package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.benchmarks.watch.Montage.Piece;
import io.kakou.events.CameraKind;
import io.kakou.events.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A film before a camera has coded it.
 *
 * @param zones that are drawn in it
 */
record Draft(String name, CameraKind kind, double seconds, List<Planted> planted, List<Zone> zones, Raw raw) {
    /** Writes its pictures, nearly without loss. */
    @FunctionalInterface
    interface Raw {
        void write(Path file) throws IOException, UnreadableVideo;
    }

    /** One of pieces. */
    static Draft of(String name, CameraKind kind, List<Piece> pieces, List<Planted> planted) {
        return new Draft(name, kind, Montage.seconds(pieces), planted, List.of(), file -> Montage.write(file, pieces));
    }

    StagedFilm staged(Path file) {
        return new StagedFilm(name, kind, file, seconds, planted, zones);
    }
}
