package io.kakou.models.features;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Stretch;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * MobileNetV2 as the stock detector has it, trained on COCO, frozen. Input as the {@link CocoPart} says; pictures of
 * other sizes are stretched to it. Safe for many threads.
 */
public final class Backbone implements AutoCloseable {
    /** Features after ReLU6 lie between 0 and this. */
    public static final float MOST = 6;

    static final int STRIDE_16_CHANNELS = 576;
    static final int STRIDE_32_CHANNELS = 1280;

    private final Size input;
    private final OnnxSession session;

    /**
     * A backbone; {@link #start} reads it.
     *
     * @param part one of {@link CocoPart#ofMaps}; {@code weights} are its
     */
    public Backbone(CocoPart part, Weights weights) {
        if (CocoPart.ofMaps().noneMatch(part::equals)) {
            throw new IllegalArgumentException(
                    "backbone is " + part + "; allowed: " + CocoPart.ofMaps().toList());
        }
        this.input = part.input();
        this.session = new OnnxSession(weights.onnx());
    }

    /**
     * Reads the model.
     *
     * @throws UnusableModel where the file is none that runs
     */
    public void start() throws UnusableModel {
        session.start();
    }

    /** The two maps of a picture. */
    public record Maps(FeatureMap stride16, FeatureMap stride32) {}

    /**
     * Looks at a picture.
     *
     * @throws IllegalStateException before {@link #start} and after {@link #close}
     */
    public Maps look(Picture picture) {
        Picture fitted = Picture.allocate(input.width(), input.height());
        Stretch.into(fitted.rgb(), picture, input);
        List<FloatBuffer> maps = session.run(fitted.rgb(), 1, input.height(), input.width(), Picture.CHANNELS);
        return new Maps(
                FeatureMap.square(STRIDE_16_CHANNELS, maps.get(0)), FeatureMap.square(STRIDE_32_CHANNELS, maps.get(1)));
    }

    @Override
    public void close() {
        session.close();
    }
}
