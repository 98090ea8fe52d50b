package io.kakou.app.staged;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.trial.FilmIntake;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts each film that appears in a folder on air, under its name. */
final class TriedFilms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TriedFilms.class);

    private final Path folder;
    private final OnAir air;
    private @Nullable WatchService watch;

    /** @param folder made where it is missing */
    TriedFilms(Path folder, OnAir air) {
        this.folder = folder;
        this.air = air;
    }

    /** The path of the camera that shows the film of that id. */
    static String path(String id) {
        return "tried/" + id;
    }

    void start() throws IOException {
        WatchService service = Files.createDirectories(folder).getFileSystem().newWatchService();
        watch = service;
        folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
        Thread thread = new Thread(() -> follow(service), "tried-films");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(WatchService service) {
        try {
            for (WatchKey key = service.take(); ; key = service.take()) {
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (event.context() instanceof Path name) {
                        appeared(name.toString());
                    }
                }
                boolean unused = key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("no more films");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void appeared(String name) {
        if (name.startsWith(".") || !name.endsWith(FilmIntake.SUFFIX)) {
            return;
        }
        try {
            String id = name.substring(0, name.length() - FilmIntake.SUFFIX.length());
            air.show(path(id), ServedFile.of(folder.resolve(name)));
        } catch (UnreadableVideo e) {
            LOG.warn("a film cannot be shown: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (watch != null) {
            watch.close();
        }
    }
}
