package io.kakou.analysis.recall;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder with a file a camera, each replaced whole: after a kill or a power cut there is the old one or the new one. */
public final class HeightBook {
    private static final Logger LOG = LoggerFactory.getLogger(HeightBook.class);

    private final Path folder;

    /** A book in this folder, which is made with the first file. */
    public HeightBook(Path folder) {
        this.folder = folder;
    }

    /** A camera's own page; nothing is kept of one at which nobody looks for children. */
    public HeightKeeper of(Camera camera) {
        return camera.watched().contains(EventKind.LOST_CHILD)
                ? new HeightPage(this, camera.id(), Id.hash(Objects.requireNonNullElse(camera.watchedStream(), "")))
                : HeightKeeper.NONE;
    }

    /** What is kept of a camera. What cannot be used is put aside, so that it can be looked at, and said in one line. */
    Optional<KeptHeights> read(String camera) {
        Path file = file(camera);
        try {
            KeptHeights kept = Json.read(KeptHeights.class, Files.readAllBytes(file));
            if (!kept.camera().equals(camera)) {
                setAside(file, "it is of camera " + kept.camera());
                return Optional.empty();
            }
            return Optional.of(kept);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UnreadableRecord e) {
            setAside(file, e.reason());
        } catch (IOException e) {
            LOG.warn("learned heights of {} cannot be read ({}); they are learned anew", camera, e.toString());
        }
        return Optional.empty();
    }

    /** Returns when it is on the disk. */
    void write(KeptHeights kept) throws IOException {
        Files.createDirectories(folder);
        WholeFile.write(file(kept.camera()), Json.write(kept));
    }

    private static void setAside(Path file, String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            WholeFile.move(file, aside);
            LOG.warn("{} is set aside as {}, heights are learned anew: {}", file, aside.getFileName(), why);
        } catch (IOException e) {
            LOG.warn("{} cannot be used ({}) nor set aside ({}); heights are learned anew", file, why, e.toString());
        }
    }

    private Path file(String camera) {
        return folder.resolve(camera + ".json");
    }
}
