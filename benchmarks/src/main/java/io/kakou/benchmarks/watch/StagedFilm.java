package io.kakou.benchmarks.watch;

import io.kakou.events.CameraKind;
import io.kakou.events.Zone;
import java.nio.file.Path;
import java.util.List;

/**
 * A film that cameras show in a loop.
 *
 * @param name says what is in it and how it is coded
 * @param seconds it lasts
 * @param zones that are drawn in it
 */
record StagedFilm(String name, CameraKind kind, Path file, double seconds, List<Planted> planted, List<Zone> zones) {
    StagedFilm {
        planted = List.copyOf(planted);
        zones = List.copyOf(zones);
    }

    StagedFilm coded(String how, Path other) {
        return new StagedFilm(name + '-' + how, kind, other, seconds, planted, zones);
    }
}
