package io.kakou.models.ebike;

import io.kakou.models.card.ModelCard;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The head: the backbone's map of stride 32 in, a heat map out, 0 to 1 for each cell. */
public final class EbikeHead implements AutoCloseable {
    /** Names of the two files that make one head. */
    public static final String ONNX = "ebike-in-lift.onnx";

    public static final String CARD = "ebike-in-lift.json";
    /** The map it takes has as many columns as rows, and so many channels a cell. */
    public static final int SIDE = 10;

    public static final int CHANNELS = 1280;

    private final ModelCard card;
    private final OnnxSession session;

    private EbikeHead(byte[] card, byte[] onnx) throws IOException {
        this.card = ModelCard.read(card);
        String hash = sha256(onnx);
        if (!this.card.sha256().equals(hash)) {
            throw new IOException(
                    ONNX + " has the SHA-256 " + hash + "; allowed: " + this.card.sha256() + ", as " + CARD + " says");
        }
        this.session = new OnnxSession(ONNX, onnx);
    }

    /** The head that comes with the program. */
    public static EbikeHead committed() {
        try {
            return new EbikeHead(resource(CARD), resource(ONNX));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own e-bike head is broken", e);
        }
    }

    /**
     * Another head, from a folder that holds {@link #ONNX} and {@link #CARD}.
     *
     * @throws UnusableModel where there is none, or the two do not belong together
     */
    public static EbikeHead in(Path folder) throws UnusableModel {
        try {
            return new EbikeHead(Files.readAllBytes(folder.resolve(CARD)), Files.readAllBytes(folder.resolve(ONNX)));
        } catch (IOException e) {
            throw new UnusableModel("no e-bike head in " + folder + ": " + e.getMessage(), e);
        }
    }

    public void start() throws UnusableModel {
        session.start();
    }

    public ModelCard card() {
        return card;
    }

    /** Row by row, {@link #SIDE} cells each; the threshold of {@link #card} applies to the highest. */
    public float[] heat(FloatBuffer map) {
        float[] heat = new float[SIDE * SIDE];
        session.run(map.duplicate(), 1, SIDE, SIDE, CHANNELS).get(0).get(0, heat);
        return heat;
    }

    @Override
    public void close() {
        session.close();
    }

    /** In lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = EbikeHead.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " beside " + EbikeHead.class.getName());
            }
            return in.readAllBytes();
        }
    }
}
