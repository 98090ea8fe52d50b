package io.kakou.models.mucktruck;

import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.card.ModelCard;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Crop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The stock detector, and a second look at its vehicles: one that is a muck truck is called {@link #LABEL}. The second
 * look is the same model on the vehicle's crop, with context around it, about 18 ms a vehicle on one core.
 */
public final class MuckTruckDetector implements Detector {
    /** Muck truck, dump truck, tipper: 渣土车. */
    public static final String LABEL = "muck-truck";

    private static final Set<String> VEHICLES = Set.of("truck", "bus", "car", "train");
    /** On every side, of the box: with it the head finds more. */
    private static final double CONTEXT = 0.15;

    private final CocoDetector stock;
    private final MuckTruckHead head;
    private final Settings settings;

    /**
     * A detector over one that this does not own.
     *
     * @param stock made of {@link io.kakou.models.weights.CocoPart#DETECTOR_WITH_MAP}, started and closed by its owner
     */
    public MuckTruckDetector(CocoDetector stock, MuckTruckHead head, Settings settings) {
        this.stock = stock;
        this.head = head;
        this.settings = settings;
    }

    /**
     * Which vehicles get a second look.
     *
     * @param leastScore of the stock detector, 0 to 1
     * @param leastPixels of a vehicle's longer side; smaller ones show no tipping body
     * @param most vehicles of a picture, surest first; each costs a pass
     */
    public record Settings(double leastScore, int leastPixels, int most) {
        public static final Settings DEFAULT = new Settings(0.2, 40, 4);

        private boolean allow(Detection one, Picture picture) {
            double width = one.box().width() * picture.width();
            double height = one.box().height() * picture.height();
            return VEHICLES.contains(one.label())
                    && one.score() >= leastScore
                    && Math.max(width, height) >= leastPixels;
        }
    }

    /** A vehicle, and what speaks for its being a muck truck. */
    public record Judged(Detection vehicle, Evidence evidence) {}

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
        List<Detection> all = new ArrayList<>(stock.detect(picture));
        for (Judged judged : judge(picture, List.copyOf(all))) {
            double score = judged.evidence().score();
            if (score >= head.card().threshold()) {
                all.removeIf(one -> isSame(one, judged.vehicle()));
                all.add(new Detection(LABEL, score, judged.vehicle().box()));
            }
        }
        all.sort(Comparator.comparingDouble(Detection::score).reversed());
        return all;
    }

    /** The vehicles of a picture that get a second look, surest first, and what it gave. */
    public List<Judged> judge(Picture picture) {
        return judge(picture, stock.detect(picture));
    }

    private List<Judged> judge(Picture picture, List<Detection> found) {
        List<Judged> judged = new ArrayList<>();
        for (Detection vehicle : vehicles(picture, found, settings)) {
            CocoDetector.Seen crop = stock.look(crop(picture, vehicle));
            double body = head.body(crop.maps().get(0));
            judged.add(new Judged(vehicle, Evidence.of(vehicle.box(), found, crop.detections(), body)));
        }
        return judged;
    }

    /** Those that get a second look, each once, surest first. */
    public static List<Detection> vehicles(Picture picture, List<Detection> found, Settings settings) {
        List<Detection> vehicles = new ArrayList<>();
        for (Detection one : found) {
            boolean isNew = vehicles.stream().noneMatch(before -> isSame(one, before));
            if (isNew && vehicles.size() < settings.most() && settings.allow(one, picture)) {
                vehicles.add(one);
            }
        }
        return vehicles;
    }

    /** What the second look is at: the vehicle with some of what is around it. */
    public static Picture crop(Picture picture, Detection vehicle) {
        return Crop.of(picture, Crop.grown(vehicle.box(), CONTEXT));
    }

    private static boolean isSame(Detection one, Detection vehicle) {
        return VEHICLES.contains(one.label()) && Evidence.isOne(one.box(), vehicle.box());
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
