package io.kakou.app.cli.models;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.evaluation.Paired;
import io.kakou.models.evaluation.Share;
import io.kakou.models.plate.PlateReading;
import io.kakou.models.scaling.Crop;
import io.kakou.models.scaling.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How plates of known text are read, beside the stock recogniser on the same pictures, and how that falls with their width. */
final class PlateTrial {
    private static final int[] WIDTHS = {120, 100, 80, 70, 60, 55, 50, 45, 40, 36, 32, 28, 24, 18, 12};

    private final PlateScorer scorer;
    private final Row given = new Row(0);
    private final List<Row> scaled = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private final SignCounts signs = new SignCounts();

    PlateTrial(PlateScorer scorer) {
        this.scorer = scorer;
        for (int width : WIDTHS) {
            scaled.add(new Row(width));
        }
    }

    /**
     * What readings of one width came to.
     *
     * @param width of the plates in pixels, 0 for as they are given
     * @param exact ours beside the stock recogniser's
     * @param told of all, how many would be told and are right
     * @param toldWrong how many would be told and are wrong; the others are unknown
     */
    record Line(int width, Paired exact, Share ours, Share stock, int told, int toldWrong) {}

    /** A plate read wrongly at its given size. */
    record Wrong(String file, String truth, String read, double confidence) {}

    /** All of it. */
    record Outcome(Line given, List<Line> byWidth, List<Wrong> wrong, double medianMillis) {}

    private static final class Row {
        private final int width;
        private Paired exact = Paired.NONE;
        private int told;
        private int toldWrong;

        private Row(int width) {
            this.width = width;
        }

        private Line line() {
            return new Line(
                    width,
                    exact,
                    Share.of(exact.first(), exact.all()),
                    Share.of(exact.second(), exact.all()),
                    told,
                    toldWrong);
        }
    }

    /** Reads one plate: as it is, and made smaller where it is known where the plate lies. */
    void add(PlateTruth.Labelled truth, Picture picture) {
        Picture plate = Crop.of(picture, truth.box(picture.width(), picture.height()));
        long begun = System.nanoTime();
        Optional<PlateReading> reading = truth.edges() == null ? scorer.read(plate) : scorer.readCrop(plate);
        millis.add((System.nanoTime() - begun) / 1e6);
        count(given, truth.text(), plate, reading.orElse(null));
        if (reading.isEmpty() || !reading.get().text().equals(truth.text())) {
            wrong.add(new Wrong(
                    truth.file().getFileName().toString(),
                    truth.text(),
                    reading.map(PlateReading::text).orElse(""),
                    reading.map(PlateReading::confidence).orElse(0.0)));
        }
        boolean alone = reading.map(one -> one.box().width() > 0.9).orElse(true);
        for (Row row : scaled) {
            if (alone && row.width <= plate.width()) {
                Picture small = narrowed(plate, row.width);
                count(row, truth.text(), small, scorer.readCrop(small).orElse(null));
            }
        }
    }

    Outcome outcome() {
        List<Double> sorted = millis.stream().sorted().toList();
        return new Outcome(
                given.line(),
                scaled.stream().map(Row::line).toList(),
                List.copyOf(wrong),
                sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
    }

    SignCounts signs() {
        return signs;
    }

    private void count(Row row, String truth, Picture plate, @Nullable PlateReading reading) {
        if (reading != null) {
            signs.add(truth, reading.text(), Math.round((float) reading.widthPixels()));
        }
        boolean right = reading != null && reading.text().equals(truth);
        boolean tells = reading != null && scorer.tells(reading);
        row.exact = row.exact.and(right, scorer.readStock(plate).text().equals(truth));
        row.told += tells && right ? 1 : 0;
        row.toldWrong += tells && !right ? 1 : 0;
    }

    private static Picture narrowed(Picture plate, int width) {
        int height = Math.max(4, Math.round(plate.height() * (width / (float) plate.width())));
        Picture small = Picture.allocate(width, height);
        Stretch.into(small.rgb(), plate, new Size(width, height));
        return small;
    }
}
