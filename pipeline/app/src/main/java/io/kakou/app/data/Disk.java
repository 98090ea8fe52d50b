package io.kakou.app.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Makes what was written outlive a power cut, which is more than a kill: the system's own memory goes with it. */
public final class Disk {
    private Disk() {}

    /**
     * Returns when a file's bytes, or a folder's names, are on the disk.
     *
     * @throws IOException where the disk does not take them
     */
    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The same for a folder and all that is in it; links are left. */
    public static void forceAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                force(each);
            }
        }
    }

    /** Puts a file that was forced in another's place: after a power cut there is the one or the other, whole. */
    public static void move(Path forced, Path place) throws IOException {
        Files.move(forced, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(place.toAbsolutePath().resolveSibling("."));
    }
}
