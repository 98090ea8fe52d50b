package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.demo.DemoClip;
import io.kakou.app.demo.Figures;
import io.kakou.app.demo.street.StreetClip;
import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.watch.Coding.Weather;
import io.kakou.benchmarks.watch.Montage.Piece;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.weights.Npm;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The films of a street: lifts drawn, with a bicycle in the cabin for three to eight seconds; gates, roads and streets real
 * where there is real footage, with trucks and children laid over it, else drawn and without. Each is coded twice.
 */
final class Films {
    /** In the drawn story somebody with a bicycle is seen from here to there, and stands still between these. */
    private static final double CYCLIST_COMES = 9.9;

    private static final double CYCLIST_STANDS = 12.7;
    private static final double CYCLIST_BACKS_OUT = 16.4;
    private static final double STORY_SECONDS = 26;
    private static final double QUIET_SECONDS = 34;
    /** A bicycle every four minutes: fewer, and two minutes of a hundred lifts do not see fifty. */
    private static final int QUIET_TIMES = 6;

    private final Path folder;
    private final Path data;
    private final Weather weather;
    private final Consumer<String> progress;
    private final Detectors detectors;
    private final List<StagedFilm> all = new ArrayList<>();

    /**
     * @param folder takes the films
     * @param data the folder of real footage; need not be there
     * @param tools by which films are made
     */
    Films(Path folder, Path data, Weather weather, Tools tools) {
        this.folder = folder;
        this.data = data;
        this.weather = weather;
        this.detectors = tools.detectors;
        this.progress = tools.progress;
    }

    /**
     * What it takes.
     *
     * @param detectors see who walks where
     * @param progress takes a line a film
     */
    record Tools(Detectors detectors, Consumer<String> progress) {}

    List<StagedFilm> make(Path cache, Npm npm)
            throws IOException, InterruptedException, WeightsUnavailable, UnreadableVideo {
        Figures.Art art = Figures.art(npm, progress);
        Path story = DemoClip.story(art, progress).staged(cache);
        Path quiet = DemoClip.quiet(art, progress).staged(cache);
        for (double stay : new double[] {0.3, 1.8, 3.4}) {
            lift(story, quiet, stay);
        }
        GateFilms gates = new GateFilms(data);
        ChildFilms children = new ChildFilms(data, () -> detectors.of(CameraKind.STREET));
        if (gates.areThere() && children.areThere()) {
            realStreet(gates, children);
        } else {
            progress.accept(
                    "there is no real footage beside the project: streets are drawn, no truck passes, no child is alone");
            drawnStreet(StreetClip.ONE.staged(cache, art, progress));
        }
        return List.copyOf(all);
    }

    private void lift(Path story, Path quiet, double stay) throws IOException, InterruptedException, UnreadableVideo {
        double cut = CYCLIST_BACKS_OUT - CYCLIST_STANDS - stay;
        double gone = 19.0 - cut;
        List<Piece> pieces = new ArrayList<>(
                List.of(Piece.of(story, 0, CYCLIST_STANDS + stay), Piece.of(story, CYCLIST_BACKS_OUT, STORY_SECONDS)));
        pieces.addAll(Collections.nCopies(QUIET_TIMES, Piece.of(quiet, 0, QUIET_SECONDS)));
        coded("lift-" + stay, CameraKind.LIFT, pieces, List.of(planted(EventKind.EBIKE_IN_LIFT, CYCLIST_COMES, gone)));
    }

    private void realStreet(GateFilms gates, ChildFilms children)
            throws IOException, InterruptedException, UnreadableVideo {
        Path traffic = data.resolve("video/street-traffic/input_video.mp4");
        Path people = data.resolve("video/opencv-doc/vtest.avi");
        Path person = data.resolve("video/intel-samples/one-by-one-person-detection.mp4");
        Path cars = data.resolve("video/intel-samples/car-detection.mp4");
        for (Draft gate : gates.all()) {
            coded(gate);
        }
        for (Draft child : children.all()) {
            coded(child);
        }
        coded("road", CameraKind.ROAD, List.of(Piece.of(traffic, 0, 37)), List.of());
        coded("road-still", CameraKind.ROAD, List.of(Piece.still(traffic, 5, 20)), List.of());
        coded("people", CameraKind.STREET, List.of(Piece.of(people, 0, 79)), List.of());
        coded("person", CameraKind.STREET, List.of(Piece.of(person, 0, 40)), List.of());
        coded("cars", CameraKind.STREET, List.of(Piece.of(cars, 0, 20)), List.of());
        coded("still", CameraKind.STREET, List.of(Piece.still(people, 20, 20)), List.of());
        coded("still-2", CameraKind.STREET, List.of(Piece.still(traffic, 20, 20)), List.of());
    }

    private void drawnStreet(Path film) throws IOException, InterruptedException, UnreadableVideo {
        for (CameraKind kind : List.of(CameraKind.GATE, CameraKind.ROAD, CameraKind.STREET)) {
            coded("drawn-" + kind, kind, List.of(Piece.of(film, 0, 26)), List.of());
            coded("drawn-still-" + kind, kind, List.of(Piece.still(film, 3, 20)), List.of());
        }
    }

    private static Planted planted(EventKind kind, double from, double to) {
        return new Planted(kind, from, to);
    }

    private void coded(String name, CameraKind kind, List<Piece> pieces, List<Planted> planted)
            throws IOException, InterruptedException, UnreadableVideo {
        coded(Draft.of(name, kind, pieces, planted));
    }

    private void coded(Draft draft) throws IOException, InterruptedException, UnreadableVideo {
        String whole = draft.name() + '-' + weather.word();
        Path raw = folder.resolve(whole + "-raw.mp4");
        StagedFilm film = draft.staged(raw);
        for (Coding coding : Coding.values()) {
            Path file = folder.resolve(whole + '-' + coding.word() + ".mp4");
            if (!Files.exists(file)) {
                if (!Files.exists(raw)) {
                    progress.accept("staging " + whole);
                    draft.raw().write(raw);
                }
                Path part = folder.resolve(whole + "-part.mp4");
                coding.code(raw, part, weather);
                Files.move(part, file);
            }
            all.add(film.coded(coding.word(), file));
        }
        Files.deleteIfExists(raw);
    }
}
