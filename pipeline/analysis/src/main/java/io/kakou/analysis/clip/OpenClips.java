package io.kakou.analysis.clip;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clips that grow now, a small file each, so that the next start knows which were cut by a kill. A part is noted
 * here before it is stored.
 */
final class OpenClips {
    private static final Logger LOG = LoggerFactory.getLogger(OpenClips.class);
    private static final String SUFFIX = ".json";

    private final Path folder;

    OpenClips(Path folder) {
        this.folder = folder;
    }

    void note(Manifest manifest) throws IOException {
        Files.createDirectories(folder);
        WholeFile.write(folder.resolve(manifest.alert() + SUFFIX), Json.write(manifest));
    }

    void forget(String alert) throws IOException {
        Files.deleteIfExists(folder.resolve(alert + SUFFIX));
    }

    /** Those a process before this one left open; what cannot be read is said and left. */
    List<Manifest> left() throws IOException {
        List<Manifest> left = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                try {
                    left.add(Json.read(Manifest.class, Files.readAllBytes(file)));
                } catch (UnreadableRecord e) {
                    LOG.warn("{} is {}", file, e.reason());
                }
            }
        }
        return left;
    }
}
