package io.kakou.models.plate;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.ocr.LineReader;
import io.kakou.models.ocr.Strip;
import io.kakou.models.plate.grammar.GrammarDecoder;
import io.kakou.models.plate.grammar.Lookalikes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one strip in several ways and takes what they agree on. The recogniser knows lines of print: a plate is drawn for it
 * in print's shape, upright, with room behind; where that is not sure, also with room around, turned where the line slopes, and,
 * where the shape may hold them, as two rows laid side by side.
 */
final class PlateViews {
    /** A plate's seven signs as print would set them. */
    private static final int COLUMNS = 200;

    private static final int UPPER_COLUMNS = 80;
    private static final int LOWER_COLUMNS = 150;
    /** From this share on the first view is taken alone. */
    private static final double SURE = 0.85;
    /** Plates of one row are 3.1 wide to 1 high, of two rows 2: a crop's edges blur the border. */
    private static final double MOST_TWO_ROWS = 2.7;

    private static final double SLOPING = Math.toRadians(2);
    private static final int GUESSES = 6;
    /** Below it a line is no plate but other writing. */
    private static final double LEAST_SHARE = 1e-4;

    private final LineReader reader;
    private final Lookalikes lookalikes;

    PlateViews(LineReader reader) {
        this.reader = reader;
        this.lookalikes = new Lookalikes(reader.signs());
    }

    Optional<PlateReading> read(Picture picture, Strip strip) {
        Map<String, Double> sum = new HashMap<>();
        // A line slopes more often because it is seen from the side than because the camera hangs askew.
        Strip first = slopes(strip) ? strip.sheared() : strip;
        add(sum, picture, List.of(new LineReader.Drawn(first, COLUMNS)), LineReader.STOCK_COLUMNS);
        int views = 1;
        if (sum.values().stream().allMatch(share -> share < SURE)) {
            for (List<LineReader.Drawn> other : others(strip)) {
                add(sum, picture, other, LineReader.STEP);
                views++;
            }
        }
        return told(picture, strip, guesses(sum, views));
    }

    private static List<List<LineReader.Drawn>> others(Strip strip) {
        List<List<LineReader.Drawn>> others = new ArrayList<>();
        others.add(List.of(new LineReader.Drawn(strip.part(-0.05, -0.1, 1.05, 1.1), COLUMNS)));
        if (strip.width() < MOST_TWO_ROWS * strip.height()) {
            others.add(List.of(
                    new LineReader.Drawn(strip.part(0.2, 0, 0.8, 0.42), UPPER_COLUMNS),
                    new LineReader.Drawn(strip.part(0, 0.36, 1, 1), LOWER_COLUMNS)));
        }
        if (slopes(strip)) {
            others.add(List.of(new LineReader.Drawn(strip, COLUMNS)));
        }
        return others;
    }

    private static boolean slopes(Strip strip) {
        return Math.abs(Math.atan2(strip.acrossY(), strip.acrossX())) > SLOPING;
    }

    private void add(Map<String, Double> sum, Picture picture, List<LineReader.Drawn> view, int leastWidth) {
        LineReader.Steps steps = reader.read(picture, view, leastWidth);
        GrammarDecoder.decode(lookalikes.shares(steps))
                .forEach(candidate -> sum.merge(candidate.text(), candidate.probability(), Double::sum));
    }

    private static List<PlateReading.Guess> guesses(Map<String, Double> sum, int views) {
        return sum.entrySet().stream()
                .map(entry -> new PlateReading.Guess(entry.getKey(), Math.min(1, entry.getValue() / views)))
                .sorted(Comparator.comparingDouble(PlateReading.Guess::share)
                        .reversed()
                        .thenComparing(PlateReading.Guess::text))
                .limit(GUESSES)
                .toList();
    }

    private static Optional<PlateReading> told(Picture picture, Strip strip, List<PlateReading.Guess> guesses) {
        if (guesses.isEmpty() || guesses.get(0).share() < LEAST_SHARE) {
            return Optional.empty();
        }
        PlateReading.Guess best = guesses.get(0);
        double all = guesses.stream().mapToDouble(PlateReading.Guess::share).sum();
        return Optional.of(new PlateReading(
                best.text(),
                PlateConfidence.of(best.share(), all, strip.width()),
                strip.width(),
                PlateColour.of(picture, strip),
                box(picture, strip),
                guesses));
    }

    private static Box box(Picture picture, Strip strip) {
        double across = Math.abs(strip.acrossX()) + Math.abs(strip.downX());
        double down = Math.abs(strip.acrossY()) + Math.abs(strip.downY());
        return Box.clipped(
                (strip.x() - across) / picture.width(),
                (strip.y() - down) / picture.height(),
                (strip.x() + across) / picture.width(),
                (strip.y() + down) / picture.height());
    }
}
