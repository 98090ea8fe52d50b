package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.track.Subject;
import io.kakou.app.detector.Detectors;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Picture;
import io.kakou.models.plate.PlateReader;
import io.kakou.models.plate.PlateReading;
import io.kakou.models.plate.PlateSettings;
import io.kakou.models.plate.StockReading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plates in still pictures: of a plate alone, of a vehicle, of a street. A picture fires where a plate would be told; its box
 * bears the likeliest plate, told or not.
 */
final class PlateScorer implements EventScorer {
    private static final Box WHOLE = new Box(0, 0, 1, 1);

    private final Detectors detectors;
    private final PlateReader reader;
    private final PlateSettings settings;
    private final double begins;

    PlateScorer(Detectors detectors, JudgeSettings settings) {
        this.detectors = detectors;
        this.reader = detectors.plateReader();
        this.settings = settings.plates().told();
        this.begins = settings.tracker().beginScore();
    }

    /** Plates are what muck trucks are known by. */
    @Override
    public EventKind event() {
        return EventKind.MUCK_TRUCK;
    }

    @Override
    public StillAnswer judge(String camera, Picture picture) {
        return read(picture)
                .map(reading -> new StillAnswer(score(reading), List.of(box(reading))))
                .orElseGet(() -> new StillAnswer(0, List.of()));
    }

    boolean tells(PlateReading reading) {
        return settings.tells(reading);
    }

    /** The picture taken as one of a plate alone. */
    Optional<PlateReading> readCrop(Picture picture) {
        return reader.readCrop(picture, WHOLE);
    }

    StockReading readStock(Picture picture) {
        return reader.readStock(picture, WHOLE);
    }

    /** The surest plate; where the picture is no plate itself, of the vehicles in it, then of all of it. */
    Optional<PlateReading> read(Picture picture) {
        Optional<PlateReading> crop = readCrop(picture);
        if (crop.isPresent() && crop.get().confidence() >= settings.leastConfidence()) {
            return crop;
        }
        Stream<PlateReading> found = vehicles(picture).flatMap(vehicle -> reader.find(picture, vehicle).stream());
        return Stream.concat(crop.stream(), found).max(Comparator.comparingDouble(PlateReading::confidence));
    }

    private Stream<Box> vehicles(Picture picture) {
        Stream<Box> seen = detectors.of(CameraKind.GATE).detect(picture).stream()
                .filter(one -> Subject.of(one.label()) == Subject.VEHICLE && one.score() >= begins)
                .map(Detection::box);
        return Stream.concat(seen, Stream.of(WHOLE));
    }

    /** What is wide enough scores by its confidence; what is not never fires. */
    private double score(PlateReading reading) {
        double score = StillAnswer.bent(reading.confidence(), settings.leastConfidence());
        return settings.tells(reading) ? score : Math.min(score, Math.nextDown(StillAnswer.FIRES));
    }

    private static LabelledBox box(PlateReading reading) {
        Box box = reading.box();
        return new LabelledBox(reading.text(), reading.confidence(), box.left(), box.top(), box.right(), box.bottom());
    }
}
