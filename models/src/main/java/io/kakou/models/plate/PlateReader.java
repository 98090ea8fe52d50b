package io.kakou.models.plate;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.ocr.LineReader;
import io.kakou.models.ocr.Strip;
import io.kakou.models.ocr.TextFinder;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.OcrPart;
import io.kakou.models.weights.WeightsUnavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads plates: PP-OCR finds lines and gives signs, the grammar of GA 36 says which plates these may be. A pure function of
 * the picture; safe for many threads.
 */
public final class PlateReader implements AutoCloseable {
    /** A vehicle bears more writing than its plate; the surest lines are tried. */
    private static final int MOST_LINES = 6;

    private final TextFinder finder;
    private final LineReader reader;
    private final PlateViews views;

    public PlateReader() throws WeightsUnavailable {
        this.finder = new TextFinder();
        this.reader = new LineReader();
        this.views = new PlateViews(reader);
    }

    /**
     * Reads the models, about half a second.
     *
     * @throws UnusableModel where they do not run here
     */
    public void start() throws UnusableModel {
        finder.start();
        reader.start();
    }

    /** Name and hash of the recogniser, for the record of what judged. */
    public String identity() {
        return OcrPart.RECOGNISER.title() + "@" + OcrPart.RECOGNISER.sha256();
    }

    /** The plates on a vehicle, surest first. */
    public List<PlateReading> find(Picture picture, Box vehicle) {
        List<PlateReading> found = new ArrayList<>();
        Strip part = Strip.of(picture, vehicle);
        if (Math.min(part.width(), part.height()) < 1) {
            return found;
        }
        for (Strip strip : PlateLines.of(finder.find(picture, part), MOST_LINES)) {
            views.read(picture, strip).ifPresent(found::add);
        }
        found.sort(Comparator.comparingDouble(PlateReading::confidence).reversed());
        return found;
    }

    /** What shows a plate and nothing else; empty where no plate can be read at all. */
    public Optional<PlateReading> readCrop(Picture picture, Box plate) {
        return views.read(picture, Strip.of(picture, plate));
    }

    /** What the recogniser says of the same crop without us, scaled and padded as PaddleOCR does. */
    public StockReading readStock(Picture picture, Box plate) {
        LineReader.Drawn drawn = LineReader.Drawn.asIs(Strip.of(picture, plate));
        LineReader.Steps steps = reader.read(picture, List.of(drawn), LineReader.STOCK_COLUMNS);
        return StockReading.of(steps, reader.signs());
    }

    @Override
    public void close() {
        finder.close();
        reader.close();
    }
}
