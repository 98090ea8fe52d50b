package io.kakou.benchmarks.watch;

import io.kakou.benchmarks.watch.Montage.Piece;
import io.kakou.benchmarks.watch.Montage.Touch;
import io.kakou.events.CameraKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Muck trucks of six photographs, laid over real traffic where its lane is empty: each passes in two to four seconds, with
 * ordinary traffic of 13 to 25 s between two. Half of the films are mirrored: other gates, and trucks that drive left.
 */
final class GateFilms {
    private static final String TRAFFIC = "video/street-traffic/input_video.mp4";
    private static final String TRUCKS = "synth/cutouts-truck";
    /** The clip ends here; its lane is empty from about 11 to 15, from 21 to 28 and from 31 on. */
    private static final double END = 37.4;

    private final Path data;

    GateFilms(Path data) {
        this.data = data;
    }

    boolean areThere() {
        return Files.isReadable(data.resolve(TRAFFIC)) && Files.isReadable(data.resolve(TRUCKS + "/05.png"));
    }

    private record Gate(String name, Piece piece, List<Planted> planted) {
        Draft draft() {
            return Draft.of(name, CameraKind.GATE, List.of(piece), planted);
        }
    }

    List<Draft> all() throws IOException {
        List<Gate> gates = List.of(
                gate("gate-1", 0, List.of(truck("05", 11, 2), truck("13", 33, 4))),
                mirrored("gate-2", 0, List.of(truck("15", 11.2, 3), truck("21", 33.5, 2))),
                gate("gate-3", 8, List.of(truck("19", 3.2, 4), truck("05", 25, 3))),
                mirrored("gate-4", 16, List.of(truck("07", 8.5, 3), truck("15", 17.5, 2))));
        return gates.stream().map(Gate::draft).toList();
    }

    private TruckPass truck(String number, double at, double seconds) throws IOException {
        return TruckPass.of(data.resolve(TRUCKS).resolve(number + ".png"), at, seconds);
    }

    private Gate gate(String name, double from, List<TruckPass> trucks) {
        Touch touch = Touch.NONE;
        List<Planted> planted = new ArrayList<>();
        for (TruckPass truck : trucks) {
            touch = touch.then(truck);
            planted.add(truck.planted());
        }
        return new Gate(name, Piece.of(data.resolve(TRAFFIC), from, END).with(touch), planted);
    }

    /** The lane as it is, and trucks that drive right on it; then all of it in a mirror. */
    private Gate mirrored(String name, double from, List<TruckPass> trucks) {
        Gate gate = gate(name, from, trucks.stream().map(TruckPass::turned).toList());
        Touch mirror = (picture, seconds) -> Paper.mirrored(picture);
        return new Gate(name, gate.piece().with(gate.piece().touch().then(mirror)), gate.planted());
    }
}
