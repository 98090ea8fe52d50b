package io.kakou.models.water;

import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Seen;
import io.kakou.models.Size;
import io.kakou.models.WaterMap;
import io.kakou.models.card.ModelCard;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.onnx.UnusableModel;
import java.util.List;

/** Sees water on roads, and nothing else: its {@link #see} has a map, its {@link #detect} finds nothing. */
public final class WaterDetector implements Detector {
    /** Of a {@link WaterMap}: what neither speaks for water nor against it. */
    public static final int EVEN = 128;

    /** Levels a deviation: a map's levels reach from −32 to 32, which few cells leave. */
    public static final int LEVELS_A_DEVIATION = 4;

    private final RoadBackbone backbone;
    private final WaterHead head;

    /**
     * A detector; {@link #start} reads it.
     *
     * @param backbone closed with this, as the head is
     */
    public WaterDetector(RoadBackbone backbone, WaterHead head) {
        this.backbone = backbone;
        this.head = head;
    }

    public void start() throws UnusableModel {
        backbone.start();
        head.start();
    }

    public ModelCard card() {
        return head.card();
    }

    @Override
    public Size inputSize() {
        return backbone.inputSize();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return List.of();
    }

    @Override
    public Seen see(Picture picture) {
        return new Seen(List.of(), water(picture));
    }

    /** Where in the picture there is water. */
    public WaterMap water(Picture picture) {
        float[] seen = head.evidence(backbone.look(picture).values());
        float[] mirrored = head.evidence(backbone.lookMirrored(picture).values());
        byte[] levels = new byte[seen.length];
        for (int i = 0; i < levels.length; i++) {
            int column = i % WaterHead.SIDE;
            float other = mirrored[i - column + WaterHead.SIDE - 1 - column];
            levels[i] = (byte) level((seen[i] + other) / 2);
        }
        return new WaterMap(WaterHead.SIDE, WaterHead.SIDE, levels, Haze.of(picture), level(head.usualDry()));
    }

    /** A cell's level for so much evidence. */
    static int level(float evidence) {
        return Math.max(0, Math.min(WaterMap.MOST, Math.round(EVEN + LEVELS_A_DEVIATION * evidence)));
    }

    @Override
    public String identity() {
        return backbone.identity() + "+" + head.identity();
    }

    @Override
    public void close() {
        head.close();
        backbone.close();
    }
}
