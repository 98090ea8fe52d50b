package io.kakou.models.coco;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.decoding.Candidates;
import io.kakou.models.decoding.Kept;
import io.kakou.models.onnx.UnusableModel;
import java.util.List;

/**
 * Two looks at a picture: at 300×300 for everything, and at a larger size for what is small. The larger look knows its
 * anchors' sizes in pixels alone, and so takes parts of large things for wholes: what is not small in it does not count.
 */
public final class FineDetector implements Detector {
    /** Longer side of a small box, as a share of the picture's: 90 pixels at 300×300. */
    static final double SMALL = 0.3;

    private final CocoDetector coarse;
    private final CocoDetector fine;
    private final Kept settings;

    /** Closes both when closed. */
    public FineDetector(CocoDetector coarse, CocoDetector fine, Kept settings) {
        this.coarse = coarse;
        this.fine = fine;
        this.settings = settings;
    }

    /**
     * Reads both models.
     *
     * @throws UnusableModel where one does not run
     */
    public void start() throws UnusableModel {
        coarse.start();
        fine.start();
    }

    @Override
    public Size inputSize() {
        return fine.inputSize();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return merged(coarse.detect(picture), fine.detect(picture), settings);
    }

    /** Everything of the first and what is small of the second, doubles dropped. */
    static List<Detection> merged(List<Detection> coarse, List<Detection> fine, Kept settings) {
        Candidates candidates = new Candidates();
        int order = 0;
        for (Detection each : coarse) {
            add(each, order++, candidates);
        }
        for (Detection each : fine) {
            if (isSmall(each.box())) {
                add(each, order++, candidates);
            }
        }
        return candidates.best(settings);
    }

    private static void add(Detection each, int order, Candidates candidates) {
        candidates.add(CocoLabels.id(each.label()), order, each.label(), each.score(), each.box());
    }

    private static boolean isSmall(Box box) {
        return Math.max(box.width(), box.height()) <= SMALL;
    }

    @Override
    public String identity() {
        return coarse.identity() + "+" + fine.identity();
    }

    @Override
    public void close() {
        fine.close();
        coarse.close();
    }
}
