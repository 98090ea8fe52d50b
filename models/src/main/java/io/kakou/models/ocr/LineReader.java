package io.kakou.models.ocr;

import io.kakou.models.Picture;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.OcrPart;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** PP-OCRv3's recogniser: a line of text to a share for each of its signs at each step. */
public final class LineReader implements AutoCloseable {
    static final int HEIGHT = 48;
    /** Steps are so many pixels of the line apart; widths are its multiples. */
    public static final int STEP = 8;

    /** PaddleOCR never gives the model less; what is narrower stands at the left of it. */
    public static final int STOCK_COLUMNS = 320;

    private static final int MOST_COLUMNS = 640;

    private final List<String> signs;
    private final OnnxSession session;

    public LineReader() throws WeightsUnavailable {
        this.signs = signs(new String(OcrPart.SIGNS.bytes(), StandardCharsets.UTF_8));
        this.session = new OnnxSession(OcrPart.RECOGNISER.title(), OcrPart.RECOGNISER.bytes());
    }

    /** In the order of the model's outputs; the first is none. */
    private static List<String> signs(String keys) {
        List<String> all = new ArrayList<>();
        all.add("");
        keys.lines().forEach(all::add);
        all.add(" ");
        return List.copyOf(all);
    }

    /** What the model says, step by step, {@code signs} shares each. */
    public record Steps(int count, int signs, FloatBuffer shares) {
        public float share(int step, int sign) {
            return shares.get(step * signs + sign);
        }
    }

    public void start() throws UnusableModel {
        session.start();
    }

    public List<String> signs() {
        return signs;
    }

    /**
     * A strip, and how wide it is drawn.
     *
     * @param columns at {@link #HEIGHT} rows
     */
    public record Drawn(Strip strip, int columns) {
        /** As wide as its shape makes it. */
        public static Drawn asIs(Strip strip) {
            double shape = strip.width() / Math.max(1e-6, strip.height());
            return new Drawn(strip, (int) Math.max(STEP, Math.min(MOST_COLUMNS, Math.round(HEIGHT * shape))));
        }
    }

    /** Reads what is drawn side by side; up to {@code leastWidth} the rest is left empty. */
    public Steps read(Picture picture, List<Drawn> all, int leastWidth) {
        int sum = all.stream().mapToInt(Drawn::columns).sum();
        int width = Math.max(leastWidth, (sum + STEP - 1) / STEP * STEP);
        Patch patch = new Patch(width, HEIGHT);
        int left = 0;
        for (Drawn drawn : all) {
            patch.draw(picture, drawn.strip(), left, drawn.columns());
            left += drawn.columns();
        }
        FloatBuffer shares =
                session.run(patch.planes(), 1, Picture.CHANNELS, HEIGHT, width).get(0);
        return new Steps(shares.remaining() / signs.size(), signs.size(), shares);
    }

    @Override
    public void close() {
        session.close();
    }
}
