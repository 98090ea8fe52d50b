package io.kakou.models.features;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Stretch;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import java.util.EnumSet;
import java.util.Set;

/**
 * The stock detector's MobileNetV2 up to the map that its last layer widens: 320 channels of stride 32. What tells water
 * from wet road is texture, so it sees large pictures. Safe for many threads.
 */
public final class RoadBackbone implements AutoCloseable {
    /** Numbers a cell. */
    public static final int CHANNELS = 320;

    private static final Set<CocoPart> PARTS = EnumSet.of(CocoPart.ROAD_736, CocoPart.ROAD_416);
    private static final int HASH_SHOWN = 12;

    private final Size input;
    private final String identity;
    private final OnnxSession session;

    /**
     * A backbone; {@link #start} reads it.
     *
     * @param part {@link CocoPart#ROAD_736} or {@link CocoPart#ROAD_416}; {@code weights} are its
     */
    public RoadBackbone(CocoPart part, Weights weights) {
        if (!PARTS.contains(part)) {
            throw new IllegalArgumentException("road backbone is " + part + "; allowed: " + PARTS);
        }
        this.input = part.input();
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
        return input;
    }

    /**
     * The map of a picture, which is stretched to the input where it has another size.
     *
     * @throws IllegalStateException before {@link #start} and after {@link #close}
     */
    public FeatureMap look(Picture picture) {
        Picture fitted = picture;
        if (picture.width() != input.width() || picture.height() != input.height()) {
            fitted = Picture.allocate(input.width(), input.height());
            Stretch.into(fitted.rgb(), picture, input);
        }
        int bytes = input.width() * input.height() * Picture.CHANNELS;
        return FeatureMap.square(
                CHANNELS,
                session.run(
                                fitted.rgb().duplicate().clear().limit(bytes),
                                1,
                                input.height(),
                                input.width(),
                                Picture.CHANNELS)
                        .get(0));
    }

    @Override
    public void close() {
        session.close();
    }
}
