package io.kakou.app.cli.watch;

import io.kakou.analysis.track.TrackerSettings;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.models.Detector;
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
     * @throws CommandFailure where the weights cannot be had or read
     */
    public static Detector open(Consumer<String> people) {
        try {
            // The tracker takes doubtful boxes too; it knows what to do with them.
            CocoSettings settings = CocoSettings.DEFAULT.withMinScore(TrackerSettings.DEFAULT.leastScore());
            CocoDetector detector = new CocoDetector(CocoWeights.fetch(cache(), NpmCommand.ofPath(), people), settings);
            detector.start();
            return detector;
        } catch (WeightsUnavailable | UnusableModel e) {
            throw new CommandFailure(e);
        }
    }

    /** Where weights are kept. */
    public static Path cache() {
        return CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
