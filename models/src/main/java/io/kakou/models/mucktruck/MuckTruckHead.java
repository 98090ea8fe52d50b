package io.kakou.models.mucktruck;

import io.kakou.models.card.ModelCard;
import io.kakou.models.head.Head;
import io.kakou.models.onnx.UnusableModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** The head: the map of a vehicle's crop in, 0 to 1 out; its four quarters are seen apart, means over cells. */
public final class MuckTruckHead implements AutoCloseable {
    /** Of the two files that make one head. */
    public static final String NAME = "muck-truck";

    /** The map it takes has as many columns as rows, and so many channels a cell. */
    public static final int SIDE = 10;

    public static final int CHANNELS = 1280;

    private final Head head;

    private MuckTruckHead(Head head) {
        this.head = head;
    }

    /** The head that comes with the program. */
    public static MuckTruckHead committed() {
        return new MuckTruckHead(Head.committed(NAME, MuckTruckHead.class));
    }

    /**
     * Another head, from a folder.
     *
     * @throws UnusableModel where there is none, or head and card do not belong together
     */
    public static MuckTruckHead in(Path folder) throws UnusableModel {
        return new MuckTruckHead(Head.in(folder, NAME));
    }

    public void start() throws UnusableModel {
        head.start(1, 1, SIDE, SIDE, CHANNELS);
    }

    public ModelCard card() {
        return head.card();
    }

    /** How much of a muck truck the crop's map shows, 0 to 1. */
    public double body(FloatBuffer map) {
        return head.run(map, 1, SIDE, SIDE, CHANNELS)[0];
    }

    String identity() {
        return head.identity();
    }

    @Override
    public void close() {
        head.close();
    }
}
