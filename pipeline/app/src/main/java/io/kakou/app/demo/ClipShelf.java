package io.kakou.app.demo;

import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Clips in the cache, each under its own hash: {@code demo-lift-1-0123456789abcdef.mp4}. So a damaged one is known by
 * its name alone, although no two kinds of machine need draw the very same bytes.
 */
final class ClipShelf {
    private static final int HASH_SHOWN = 16;
    private static final String SUFFIX = ".mp4";

    private final Path folder;
    private final String name;

    /** @param name of the clip and its recipe */
    ClipShelf(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Draws the clip into a file. */
    @FunctionalInterface
    interface Maker {
        void make(Path file) throws WeightsUnavailable, IOException;
    }

    /** The whole clip, or null; damaged ones are thrown away. */
    @Nullable
    Path find(Consumer<String> progress) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        for (Path clip : clips()) {
            if (clip.equals(place(clip))) {
                return clip;
            }
            progress.accept("the cached clip " + clip + " is damaged; it is made anew");
            Files.deleteIfExists(clip);
        }
        return null;
    }

    /** Makes the clip beside its place and moves it there in one step, so that nobody ever sees half of it. */
    Path put(Maker maker) throws WeightsUnavailable, IOException {
        Files.createDirectories(folder);
        Path workbench = Files.createTempDirectory(folder, "." + name + "-");
        Thread sweeper = new Thread(() -> sweep(workbench), "sweep:" + workbench.getFileName());
        Runtime.getRuntime().addShutdownHook(sweeper);
        try {
            Path made = workbench.resolve(name + SUFFIX);
            maker.make(made);
            return Files.move(made, place(made), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            sweep(workbench);
            forget(sweeper);
        }
    }

    private static void forget(Thread sweeper) {
        try {
            Runtime.getRuntime().removeShutdownHook(sweeper);
        } catch (IllegalStateException e) {
            // The program is being stopped, and the sweeper has run.
        }
    }

    private List<Path> clips() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9a-f]+\\.mp4"))
                    .sorted()
                    .toList();
        }
    }

    /** Where a clip of these bytes belongs. */
    private Path place(Path clip) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(clip));
            return folder.resolve(name + "-" + HexFormat.of().formatHex(hash).substring(0, HASH_SHOWN) + SUFFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A stop by Ctrl-C comes this way too, while the drawing goes on. */
    private static void sweep(Path workbench) {
        try (Stream<Path> all = Files.walk(workbench)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            workbench.toFile().deleteOnExit();
        }
    }
}
