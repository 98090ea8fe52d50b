package io.kakou.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Staged sub streams for simulated cameras, one of an even rate and one of a varying, gone when closed. */
record Films(Path folder, List<Path> files) implements AutoCloseable {
    private static final int FRAMES = 1000;

    static Films make() throws IOException {
        Path folder = Files.createTempDirectory("kakou-bench");
        Path street = folder.resolve("street.mp4");
        Path varying = folder.resolve("varying.mp4");
        Scene.film(street, FRAMES);
        Scene.varyingFilm(varying, FRAMES);
        return new Films(folder, List.of(street, varying));
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}
