package io.kakou.models.ocr;

import io.kakou.models.Picture;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.OcrPart;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.FloatBuffer;
import java.util.List;

/** PP-OCRv3's detector: where a picture has lines of text (differentiable binarisation, Liao et al., AAAI 2020). */
public final class TextFinder implements AutoCloseable {
    /** Sides of what goes in are its multiples. */
    private static final int MULTIPLE = 32;

    /** Parts are made no larger than this along their longer side; on staged trucks 480 found half of the plates. */
    private static final int MOST_PIXELS = 800;
    /** And no smaller: small plates are found only where they are made larger. */
    private static final int LEAST_PIXELS = 480;

    private final OnnxSession session;

    public TextFinder() throws WeightsUnavailable {
        this.session = new OnnxSession(OcrPart.DETECTOR.title(), OcrPart.DETECTOR.bytes());
    }

    public void start() throws UnusableModel {
        session.start();
    }

    /** Lines of a part that is not turned, in the picture's pixels, surest first. */
    public List<Strip> find(Picture picture, Strip part) {
        double side = Math.max(part.width(), part.height());
        double scale = Math.max(LEAST_PIXELS, Math.min(MOST_PIXELS, side)) / side;
        int width = side(part.width() * scale);
        int height = side(part.height() * scale);
        Patch patch = new Patch(width, height);
        patch.draw(picture, part, Patch.Scale.IMAGENET);
        FloatBuffer map =
                session.run(patch.planes(), 1, Picture.CHANNELS, height, width).get(0);
        double left = part.x() - part.width() / 2;
        double top = part.y() - part.height() / 2;
        return new TextMap(map, width)
                .strips(part.width() / width, part.height() / height).stream()
                        .map(strip -> strip.moved(left, top))
                        .toList();
    }

    private static int side(double pixels) {
        return (int) Math.max(MULTIPLE, Math.round(pixels / MULTIPLE) * MULTIPLE);
    }

    @Override
    public void close() {
        session.close();
    }
}
