package io.kakou.models.ebike;

import io.kakou.models.card.ModelCard;
import io.kakou.models.head.Head;
import io.kakou.models.onnx.UnusableModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** The head: the backbone's map of stride 32 in, a heat map out, 0 to 1 for each cell. */
public final class EbikeHead implements AutoCloseable {
    /** Of the two files that make one head. */
    public static final String NAME = "ebike-in-lift";

    /** The map it takes has as many columns as rows, and so many channels a cell. */
    public static final int SIDE = 10;

    public static final int CHANNELS = 1280;

    private final Head head;

    private EbikeHead(Head head) {
        this.head = head;
    }

    /** The head that comes with the program. */
    public static EbikeHead committed() {
        return new EbikeHead(Head.committed(NAME, EbikeHead.class));
    }

    /**
     * Another head, from a folder.
     *
     * @throws UnusableModel where there is none, or head and card do not belong together
     */
    public static EbikeHead in(Path folder) throws UnusableModel {
        return new EbikeHead(Head.in(folder, NAME));
    }

    public void start() throws UnusableModel {
        head.start(SIDE * SIDE, 1, SIDE, SIDE, CHANNELS);
    }

    public ModelCard card() {
        return head.card();
    }

    /** Row by row, {@link #SIDE} cells each; the threshold of {@link #card} applies to the highest. */
    public float[] heat(FloatBuffer map) {
        return head.run(map, 1, SIDE, SIDE, CHANNELS);
    }

    String identity() {
        return head.identity();
    }

    @Override
    public void close() {
        head.close();
    }
}
