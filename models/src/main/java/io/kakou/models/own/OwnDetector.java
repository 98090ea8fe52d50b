package io.kakou.models.own;

import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.Sha256;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A detector by its card. */
public final class OwnDetector implements Detector {
    private static final int HASH_SHOWN = 12;

    private final DetectorCard card;
    private final OnnxSession session;
    private final YoloxDecoder decoder;
    private final ThreadLocal<Letterbox> letterbox;

    private OwnDetector(DetectorCard card, OnnxSession session, YoloxDecoder decoder) {
        this.card = card;
        this.session = session;
        this.decoder = decoder;
        this.letterbox = ThreadLocal.withInitial(() -> new Letterbox(card.input(), card.blueFirst()));
    }

    /**
     * What a card says of its model.
     *
     * @param sha256 of the ONNX file, as the card says
     * @param labels in the model's order
     */
    public record Described(String name, String sha256, List<String> labels) {}

    /**
     * Reads a card alone; its model is not looked at.
     *
     * @throws UnusableModel naming the file and every key that is wrong
     */
    public static Described describe(Path cardFile) throws UnusableModel {
        DetectorCard card = DetectorCard.read(cardFile);
        return new Described(card.name(), card.sha256(), card.labels());
    }

    /**
     * Reads a card and its model, runs it once on grey, and gives it ready to run.
     *
     * @param leastScore detections from here on are given, where the card's own {@code minScore} is higher
     * @throws UnusableModel naming the file, what is wrong and what is allowed
     */
    public static OwnDetector open(Path cardFile, double leastScore) throws UnusableModel {
        DetectorCard card = DetectorCard.read(cardFile);
        byte[] onnx = bytes(cardFile, card);
        double least = Math.min(leastScore, card.kept().minScore());
        YoloxDecoder decoder =
                new YoloxDecoder(card.input(), card.labels(), card.kept().withMinScore(least));
        OwnDetector detector = new OwnDetector(card, new OnnxSession(card.onnx().toString(), onnx), decoder);
        detector.session.start();
        try {
            detector.tryOn();
            return detector;
        } catch (UnusableModel | RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    @Override
    public Size inputSize() {
        return card.input();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        double scale = Letterbox.scale(picture, card.input());
        return decoder.decode(run(picture).get(0), picture.width() * scale, picture.height() * scale);
    }

    @Override
    public String identity() {
        return card.name() + "@" + card.sha256().substring(0, HASH_SHOWN);
    }

    @Override
    public void close() {
        session.close();
    }

    private List<FloatBuffer> run(Picture picture) {
        return session.run(
                letterbox.get().fit(picture),
                1,
                Picture.CHANNELS,
                card.input().height(),
                card.input().width());
    }

    /** What a wrong card gives is not found out in the midst of a night. */
    private void tryOn() throws UnusableModel {
        Picture grey = Picture.allocate(card.input().width(), card.input().height());
        List<FloatBuffer> outputs;
        try {
            outputs = run(grey);
        } catch (RuntimeException e) {
            throw new UnusableModel(
                    card.onnx() + " does not take [1,3," + card.input().height() + ','
                            + card.input().width() + "] of floats, as its card says",
                    e);
        }
        int given = outputs.get(0).limit();
        if (outputs.size() != 1 || given != decoder.values()) {
            throw new UnusableModel(card.onnx() + " gives " + outputs.size() + " outputs, the first of " + given
                    + " numbers; allowed for yolox, its card's size and its "
                    + card.labels().size() + " labels: one of "
                    + decoder.values());
        }
    }

    private static byte[] bytes(Path cardFile, DetectorCard card) throws UnusableModel {
        try {
            byte[] onnx = Files.readAllBytes(card.onnx());
            String hash = Sha256.of(onnx);
            if (!hash.equals(card.sha256())) {
                throw new UnusableModel(
                        cardFile + ": sha256 is " + card.sha256() + "; that of " + card.onnx() + " is " + hash);
            }
            return onnx;
        } catch (IOException e) {
            throw new UnusableModel(
                    cardFile + ": onnx is " + card.onnx() + ", which cannot be read; allowed: a file beside the card",
                    e);
        }
    }
}
