package io.kakou.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder's version, in the file {@code version}. Version n + 1 is made from n by the n-th step. */
final class Version {
    /** What a step changes; it may run again after a kill in its middle. */
    interface Step {
        void upgrade(Path folder) throws IOException;
    }

    /** The small files of the folder itself; what the log, the database and the store hold has its own versions. */
    private static final String BACKUP = "backup-of-version-";

    private final List<Step> steps;

    /** @param steps from version 1 on */
    Version(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    int current() {
        return steps.size() + 1;
    }

    /** Brings an empty or older folder to the current version. */
    void prepare(Path folder) throws UnusableFolder, IOException {
        int version = read(folder);
        if (version > current()) {
            throw new UnusableFolder(folder + " is of version " + version + "; allowed: 1 to " + current()
                    + " (it was written by a newer release of kakou)");
        }
        for (int from = version; from < current(); from++) {
            if (from > 0) {
                backUp(folder, from);
                steps.get(from - 1).upgrade(folder);
            }
            write(folder, from + 1);
        }
    }

    private static int read(Path folder) throws UnusableFolder, IOException {
        Path file = folder.resolve("version");
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new UnusableFolder(file + " holds \"" + text + "\"; allowed: a version, 1 or more");
        }
        return Integer.parseInt(text);
    }

    private void write(Path folder, int version) throws IOException {
        // An empty folder begins at the newest.
        int reached = Files.exists(folder.resolve("version")) ? version : current();
        Path fresh = folder.resolve("version.new");
        Files.writeString(fresh, reached + "\n");
        Disk.force(fresh);
        Disk.move(fresh, folder.resolve("version"));
    }

    private static void backUp(Path folder, int version) throws IOException {
        Path backup = Files.createDirectories(folder.resolve(BACKUP + version));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, backup.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Disk.forceAll(backup);
    }
}
