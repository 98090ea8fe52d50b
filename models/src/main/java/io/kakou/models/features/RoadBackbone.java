package io.kakou.models.features;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Stretch;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import java.nio.ByteBuffer;

/**
 * The stock detector's MobileNetV2 up to the map that its last layer widens: 320 channels of stride 32. What tells water
 * from wet road is texture, so it sees large pictures. Safe for many threads.
 */
public final class RoadBackbone implements AutoCloseable {
    /** Numbers a cell. */
    public static final int CHANNELS = 320;

    private static final Size INPUT = CocoPart.ROAD_736.input();
    private static final int HASH_SHOWN = 12;

    private final String identity;
    private final OnnxSession session;

    /**
     * A backbone; {@link #start} reads it.
     *
     * @param weights of {@link CocoPart#ROAD_736}
     */
    public RoadBackbone(Weights weights) {
        this.identity = weights.name() + "@" + weights.sha256().substring(0, HASH_SHOWN);
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

    /** Name and hash of the weights. */
    public String identity() {
        return identity;
    }

    public Size inputSize() {
        return INPUT;
    }

    /**
     * The map of a picture, which is stretched to the input where it has another size.
     *
     * @throws IllegalStateException before {@link #start} and after {@link #close}
     */
    public FeatureMap look(Picture picture) {
        return run(fitted(picture));
    }

    /**
     * The map of the picture's mirror image, its first column being the picture's last. Water looks like water in both, what
     * is taken for it often does not.
     *
     * @throws IllegalStateException as {@link #look}
     */
    public FeatureMap lookMirrored(Picture picture) {
        Picture straight = fitted(picture);
        Picture mirrored = Picture.allocate(INPUT.width(), INPUT.height());
        byte[] pixel = new byte[Picture.CHANNELS];
        for (int y = 0; y < INPUT.height(); y++) {
            int row = y * INPUT.width();
            for (int x = 0; x < INPUT.width(); x++) {
                straight.rgb().get((row + INPUT.width() - 1 - x) * Picture.CHANNELS, pixel);
                mirrored.rgb().put((row + x) * Picture.CHANNELS, pixel);
            }
        }
        return run(mirrored);
    }

    private static Picture fitted(Picture picture) {
        if (picture.width() == INPUT.width() && picture.height() == INPUT.height()) {
            return picture;
        }
        Picture fitted = Picture.allocate(INPUT.width(), INPUT.height());
        Stretch.into(fitted.rgb(), picture, INPUT);
        return fitted;
    }

    private FeatureMap run(Picture fitted) {
        int bytes = INPUT.width() * INPUT.height() * Picture.CHANNELS;
        ByteBuffer rgb = fitted.rgb().duplicate().clear().limit(bytes);
        return FeatureMap.square(
                CHANNELS,
                session.run(rgb, 1, INPUT.height(), INPUT.width(), Picture.CHANNELS)
                        .get(0));
    }

    @Override
    public void close() {
        session.close();
    }
}
