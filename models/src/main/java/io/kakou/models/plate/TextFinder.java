package io.kakou.models.plate;

import io.kakou.models.Picture;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.OcrPart;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.FloatBuffer;
import java.util.List;

/** PP-OCRv3's detector: where a picture has lines of text (differentiable binarisation, Liao et al., AAAI 2020). */
final class TextFinder implements AutoCloseable {
    /** Sides of what goes in are its multiples. */
    private static final int MULTIPLE = 32;

    private final int longSide;
    private final OnnxSession session;

    /**
     * A finder that scales pictures.
     *
     * @param longSide to so many pixels; more: smaller plates, more work
     */
    TextFinder(int longSide) throws WeightsUnavailable {
        this.longSide = longSide;
        this.session = new OnnxSession(OcrPart.DETECTOR.title(), OcrPart.DETECTOR.bytes());
    }

    void start() throws UnusableModel {
        session.start();
    }

    /** Lines in the picture's pixels, surest first. */
    List<Strip> find(Picture picture) {
        double scale = longSide / (double) Math.max(picture.width(), picture.height());
        int width = side(picture.width() * scale);
        int height = side(picture.height() * scale);
        Patch patch = new Patch(width, height);
        patch.draw(picture, Patch.Scale.IMAGENET);
        FloatBuffer map =
                session.run(patch.planes(), 1, Picture.CHANNELS, height, width).get(0);
        return new TextMap(map, width, height)
                .strips(picture.width() / (double) width, picture.height() / (double) height);
    }

    private static int side(double pixels) {
        return (int) Math.max(MULTIPLE, Math.round(pixels / MULTIPLE) * MULTIPLE);
    }

    @Override
    public void close() {
        session.close();
    }
}
