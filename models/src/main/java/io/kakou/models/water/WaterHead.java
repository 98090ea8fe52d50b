package io.kakou.models.water;

import io.kakou.models.card.ModelCard;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.head.Head;
import io.kakou.models.onnx.UnusableModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * The head: the road backbone's map in, evidence of water out for each cell; a picture's is the mean of its lower part's cells,
 * and the threshold lies at 0. It is counted in deviations: those of pictures of one kind from one source.
 */
public final class WaterHead implements AutoCloseable {
    /** Of the two files that make one head. */
    public static final String NAME = "waterlogging";

    /** The map it takes has as many columns as rows. */
    public static final int SIDE = 23;

    /** Of the card's settings: the mean evidence of dry and wet roads. */
    public static final String USUAL_DRY = "usualDry";

    private final Head head;
    private final float usualDry;

    /** @throws NumberFormatException where the card does not say what is usual */
    private WaterHead(Head head) {
        this.head = head;
        this.usualDry = Float.parseFloat(head.card().settings().getOrDefault(USUAL_DRY, ""));
    }

    /** The head that comes with the program. */
    public static WaterHead committed() {
        return new WaterHead(Head.committed(NAME, WaterHead.class));
    }

    /**
     * Another head, from a folder.
     *
     * @throws UnusableModel where there is none, or head and card do not belong together, or the card does not say what is
     *     usual
     */
    public static WaterHead in(Path folder) throws UnusableModel {
        try {
            return new WaterHead(Head.in(folder, NAME));
        } catch (NumberFormatException e) {
            throw new UnusableModel(
                    "the card of head " + NAME + " in " + folder + " has no number in its setting " + USUAL_DRY, e);
        }
    }

    public void start() throws UnusableModel {
        head.start(SIDE * SIDE, 1, SIDE, SIDE, RoadBackbone.CHANNELS);
    }

    public ModelCard card() {
        return head.card();
    }

    /** What the camera of a dry or wet road shows, as far as the training met such. */
    float usualDry() {
        return usualDry;
    }

    /** Row by row, {@link #SIDE} cells each. */
    float[] evidence(FloatBuffer map) {
        return head.run(map, 1, SIDE, SIDE, RoadBackbone.CHANNELS);
    }

    String identity() {
        return head.identity();
    }

    @Override
    public void close() {
        head.close();
    }
}
