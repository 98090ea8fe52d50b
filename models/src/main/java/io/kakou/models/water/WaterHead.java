package io.kakou.models.water;

import io.kakou.models.card.ModelCard;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The head: the road backbone's map in, evidence of water out for each cell; a picture's is the mean of its lower part's cells,
 * and the threshold lies at 0. It is counted in deviations: those of pictures of one kind from one source.
 */
public final class WaterHead implements AutoCloseable {
    /** Names of the two files that make one head. */
    public static final String ONNX = "waterlogging.onnx";

    public static final String CARD = "waterlogging.json";
    /** The map it takes has as many columns as rows. */
    public static final int SIDE = 23;

    /** Of the card's settings: the mean evidence of dry and wet roads. */
    public static final String USUAL_DRY = "usualDry";

    private final ModelCard card;
    private final float usualDry;
    private final OnnxSession session;

    private WaterHead(byte[] card, byte[] onnx) throws IOException {
        this.card = ModelCard.read(card);
        String hash = Sha256.of(onnx);
        if (!this.card.sha256().equals(hash)) {
            throw new IOException(
                    ONNX + " has the SHA-256 " + hash + "; allowed: " + this.card.sha256() + ", as " + CARD + " says");
        }
        try {
            this.usualDry = Float.parseFloat(this.card.settings().getOrDefault(USUAL_DRY, ""));
        } catch (NumberFormatException e) {
            throw new IOException(CARD + " has no number in its setting " + USUAL_DRY, e);
        }
        this.session = new OnnxSession(ONNX, onnx);
    }

    /** The head that comes with the program. */
    public static WaterHead committed() {
        try {
            return new WaterHead(resource(CARD), resource(ONNX));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own water head is broken", e);
        }
    }

    /**
     * Another head, from a folder that holds {@link #ONNX} and {@link #CARD}.
     *
     * @throws UnusableModel where there is none, or the two do not belong together
     */
    public static WaterHead in(Path folder) throws UnusableModel {
        try {
            return new WaterHead(Files.readAllBytes(folder.resolve(CARD)), Files.readAllBytes(folder.resolve(ONNX)));
        } catch (IOException e) {
            throw new UnusableModel("no water head in " + folder + ": " + e.getMessage(), e);
        }
    }

    public void start() throws UnusableModel {
        session.start();
    }

    public ModelCard card() {
        return card;
    }

    /** What the camera of a dry or wet road shows, as far as the training met such. */
    float usualDry() {
        return usualDry;
    }

    /** Row by row, {@link #SIDE} cells each. */
    float[] evidence(FloatBuffer map) {
        float[] evidence = new float[SIDE * SIDE];
        session.run(map.duplicate(), 1, SIDE, SIDE, RoadBackbone.CHANNELS)
                .get(0)
                .get(0, evidence);
        return evidence;
    }

    @Override
    public void close() {
        session.close();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = WaterHead.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " beside " + WaterHead.class.getName());
            }
            return in.readAllBytes();
        }
    }
}
