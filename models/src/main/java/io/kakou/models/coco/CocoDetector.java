package io.kakou.models.coco;

import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.decoding.Kept;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Stretch;
import io.kakou.models.weights.Weights;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * SSDLite on MobileNetV2 at 300×300, as {@link io.kakou.models.weights.CocoWeights} fetches it: uint8 picture
 * [1,300,300,3] in; scores [1,1917,90] and decoded boxes [1,1917,1,4] out.
 */
public final class CocoDetector implements Detector {
    private static final int HASH_SHOWN = 12;

    private final String identity;
    private final OnnxSession session;
    private final Decoder decoder;
    private final Size size;
    private final ThreadLocal<ByteBuffer> stretched;

    /** The stock one, at 300×300. */
    public CocoDetector(Weights weights, Kept settings) {
        this(weights, new Size(300, 300), settings);
    }

    /**
     * At another size.
     *
     * @param size of the picture that the model of {@code weights} takes
     */
    public CocoDetector(Weights weights, Size size, Kept settings) {
        this.size = size;
        this.stretched = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(bytes(size)));
        this.identity = weights.name() + "@" + weights.sha256().substring(0, HASH_SHOWN);
        this.session = new OnnxSession(weights.onnx());
        this.decoder = new Decoder(settings);
    }

    /**
     * What one pass of the model gave.
     *
     * @param maps those of {@link io.kakou.models.weights.CocoPart#DETECTOR_WITH_MAP}; none from the plain detector
     */
    public record Seen(List<Detection> detections, List<FloatBuffer> maps) {
        public Seen {
            detections = List.copyOf(detections);
            maps = List.copyOf(maps);
        }
    }

    /**
     * Reads the model, about half a second.
     *
     * @throws UnusableModel where the file is none that runs
     */
    public void start() throws UnusableModel {
        session.start();
    }

    @Override
    public Size inputSize() {
        return size;
    }

    /**
     * {@inheritDoc} At the model's own size nothing is resized.
     *
     * @throws IllegalStateException before {@link #start} and after {@link #close}
     */
    @Override
    public List<Detection> detect(Picture picture) {
        return look(picture).detections();
    }

    /** {@link #detect}, and whatever else the model gives behind scores and boxes, for heads that judge further. */
    public Seen look(Picture picture) {
        List<FloatBuffer> outputs = session.run(input(picture), 1, size.height(), size.width(), Picture.CHANNELS);
        return new Seen(decoder.decode(outputs.get(0), outputs.get(1)), outputs.subList(2, outputs.size()));
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public void close() {
        session.close();
    }

    private ByteBuffer input(Picture picture) {
        if (picture.width() == size.width() && picture.height() == size.height()) {
            return picture.rgb().duplicate().clear().limit(bytes(size));
        }
        ByteBuffer target = stretched.get();
        Stretch.into(target, picture, size);
        return target.duplicate();
    }

    private static int bytes(Size size) {
        return size.width() * size.height() * Picture.CHANNELS;
    }
}
