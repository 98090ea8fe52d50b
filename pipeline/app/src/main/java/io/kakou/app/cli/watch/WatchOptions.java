package io.kakou.app.cli.watch;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.Stock;
import io.kakou.events.Camera;
import io.kakou.events.Point;
import io.kakou.events.Zone;
import io.kakou.models.Detector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what a camera is watched for and where; shared by all commands that watch. */
public final class WatchOptions {
    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "What the camera looks at: lift, road, gate or street.")
    private String kind = "";

    @Option(
            names = "--zone",
            arity = "1..*",
            paramLabel = "X,Y",
            description = {
                "Corners of the zone that counts, 3 or more, as shares of the picture from 0,0 (left, top) to 1,1.",
                "For a lift: the cabin without the door; without it the whole picture counts. For a road: where water counts; without",
                "it the picture's lower three fifths count. For a gate: the ground where nothing may be dumped; without it dumping",
                "is not judged. For a street: where children go without adults (a school's",
                "gate, a playground), and it takes longer before one is called lost."
            })
    private List<String> zoneWords = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "CARD",
            description = "Look with a detector of your own: its card in JSON, beside its ONNX file (README: Models).")
    private @Nullable Path model;

    @Option(
            names = "--stock",
            paramLabel = "HOW",
            defaultValue = "float",
            converter = StockWord.class,
            description = {
                "How the project's own detector looks at streets and roads: float; int8 (faster, a little less accurate); fine",
                "(int8, and a second look for small things, at more time). Default: ${DEFAULT-VALUE}."
            })
    private Stock stock = Stock.FLOAT;

    /** Its words are lower-case. */
    static final class StockWord implements ITypeConverter<Stock> {
        @Override
        public Stock convert(String word) {
            return Stock.of(word)
                    .orElseThrow(
                            () -> new TypeConversionException("it is \"" + word + "\"; allowed: " + Stock.words()));
        }
    }

    /** How the project's own detector looks at streets and roads. */
    public Stock stock() {
        return stock;
    }

    /** The card of the detector to look with, or null for the project's own. */
    public @Nullable Path model() {
        return model;
    }

    /** Words after {@code --zone} that are no corners; they belong to the command. */
    public List<String> wordsAfterZone() {
        return zoneWords.stream().filter(word -> !Corners.isCorner(word)).toList();
    }

    Watched watched() {
        return Watched.of(kind);
    }

    /**
     * Null for the whole picture.
     *
     * @throws IllegalArgumentException naming the corner and what is allowed
     */
    public @Nullable Zone zone() {
        return Corners.zone(
                watched().zone(), zoneWords.stream().filter(Corners::isCorner).toList());
    }

    /** What a person should know before believing silence. */
    public List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        String caution = watched().caution();
        if (caution != null) {
            cautions.add(caution);
        }
        String withoutZone = watched().withoutZone();
        if (zone() == null && withoutZone != null) {
            cautions.add(withoutZone);
        }
        return cautions;
    }

    /** A camera that is watched so; its place null where nobody knows it. */
    public Camera camera(String id, @Nullable Point place) {
        Zone zone = zone();
        return new Camera(
                id,
                id,
                watched().camera(),
                place,
                null,
                null,
                null,
                zone == null ? List.of() : List.of(zone),
                watched().camera().usualEvents());
    }

    /** A camera's watch from its first frame on. */
    public CameraWatch over(Camera camera, Detectors detectors) {
        try {
            Detector detector = detectors.of(camera.kind());
            CameraJudge judge = new CameraJudge(camera, detector, detectors.readers(camera), JudgeSettings.DEFAULT);
            return new CameraWatch(judge, PlannerSettings.of(camera.kind()));
        } catch (IllegalStateException e) {
            throw new CommandFailure(e);
        }
    }
}
