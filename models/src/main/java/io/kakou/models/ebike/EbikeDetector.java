package io.kakou.models.ebike;

import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.card.ModelCard;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.onnx.UnusableModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The stock detector with an eye for e-bikes in cabins: one pass of its backbone gives both. Where the head sees an e-bike,
 * {@link #LABEL} joins the stock detections; a bicycle where the head is sure that there is none is called
 * {@link #PLAIN_BICYCLE}.
 */
public final class EbikeDetector implements Detector {
    /** E-bike, electric scooter, moped, motorcycle: 电动车. */
    public static final String LABEL = "e-bike";
    /** A bicycle without a motor. The stock detector's {@code bicycle} may be either. */
    public static final String PLAIN_BICYCLE = "plain-bicycle";

    private static final String BICYCLE = "bicycle";
    /**
     * Of the card's threshold: below this share of it all over a bicycle's box the head is sure. The e-bikes that it missed
     * when they were left out scored .47 to .94 of the threshold.
     */
    private static final double SURE = 0.4;

    private final CocoDetector stock;
    private final EbikeHead head;
    private final double leastScore;

    /**
     * A detector over one that this does not own.
     *
     * @param stock made of {@link io.kakou.models.weights.CocoPart#DETECTOR_WITH_MAP}, started and closed by its owner
     * @param leastScore from which an e-bike is told, 0 to 1; the card's threshold says from which one is sure
     */
    public EbikeDetector(CocoDetector stock, EbikeHead head, double leastScore) {
        this.stock = stock;
        this.head = head;
        this.leastScore = leastScore;
    }

    /** Reads the head; the stock detector is started by its owner. */
    public void start() throws UnusableModel {
        head.start();
    }

    public ModelCard card() {
        return head.card();
    }

    @Override
    public Size inputSize() {
        return stock.inputSize();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        CocoDetector.Seen seen = stock.look(picture);
        HeatMap heat = new HeatMap(EbikeHead.SIDE, head.heat(seen.maps().get(0)));
        List<Detection> all = new ArrayList<>();
        seen.detections().forEach(one -> all.add(told(one, heat)));
        if (heat.most() >= leastScore) {
            all.add(new Detection(LABEL, heat.most(), heat.box()));
            all.sort(Comparator.comparingDouble(Detection::score).reversed());
        }
        return all;
    }

    private Detection told(Detection one, HeatMap heat) {
        boolean isPlain = one.label().equals(BICYCLE) && heat.most(one.box()) < SURE * card().threshold();
        return isPlain ? new Detection(PLAIN_BICYCLE, one.score(), one.box()) : one;
    }

    @Override
    public String identity() {
        return stock.identity() + "+" + head.identity();
    }

    @Override
    public void close() {
        head.close();
    }
}
