package io.kakou.app.embedded.flink;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a job left behind: {@code <run>/chk-<n>}, complete where it holds {@code _metadata} (Flink writes that last, under
 * another name first). Every run has a folder of its own and its checkpoints need no other run's files.
 */
final class RetainedCheckpoints {
    private static final Logger LOG = LoggerFactory.getLogger(RetainedCheckpoints.class);
    private static final String CHECKPOINT = "chk-";
    private static final String METADATA = "_metadata";
    private static final String ASIDE = "set-aside-";

    private final Path folder;

    RetainedCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** The complete ones, newest first. */
    List<Path> newestFirst() {
        return runs().stream()
                .flatMap(run -> children(run).stream())
                .filter(each -> name(each).startsWith(CHECKPOINT) && Files.isRegularFile(each.resolve(METADATA)))
                .sorted(comparing(RetainedCheckpoints::writtenAt)
                        .thenComparing(RetainedCheckpoints::number)
                        .reversed())
                .toList();
    }

    /** Takes one out of the choice without losing it. */
    void setAside(Path checkpoint) {
        try {
            Files.move(checkpoint, checkpoint.resolveSibling(ASIDE + name(checkpoint)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set aside " + checkpoint + ": " + e.getMessage(), e);
        }
    }

    /**
     * Deletes every other run, but for the newest that holds something set aside. A run that was resumed from is needed
     * until the one after it has a checkpoint of its own.
     */
    void keepOnly(List<String> needed) {
        List<Path> others = runs().stream()
                .filter(run -> !needed.contains(name(run)))
                .sorted(comparing(RetainedCheckpoints::writtenAt).reversed())
                .toList();
        Optional<Path> newestAside = others.stream()
                .filter(run ->
                        children(run).stream().anyMatch(each -> name(each).startsWith(ASIDE)))
                .findFirst();
        others.stream().filter(run -> !newestAside.equals(Optional.of(run))).forEach(RetainedCheckpoints::delete);
    }

    private List<Path> runs() {
        return children(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static FileTime writtenAt(Path path) {
        Path metadata = path.resolve(METADATA);
        try {
            return Files.getLastModifiedTime(Files.exists(metadata) ? metadata : path);
        } catch (NoSuchFileException e) {
            // A job that runs has let go of it since it was listed.
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the time of " + path + ": " + e.getMessage(), e);
        }
    }

    private static long number(Path checkpoint) {
        String digits = name(checkpoint).substring(CHECKPOINT.length());
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /** What cannot be deleted costs room on the disk and nothing else. */
    private static void delete(Path run) {
        try (Stream<Path> all = Files.walk(run)) {
            for (Path each : all.sorted(reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("an older checkpoint stays in {}: {}", run, e.getMessage());
        }
    }
}
