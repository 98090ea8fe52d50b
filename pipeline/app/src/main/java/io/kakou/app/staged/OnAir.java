package io.kakou.app.staged;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.demo.DemoClip;
import io.kakou.app.demo.Figures;
import io.kakou.app.demo.street.StreetClip;
import io.kakou.app.serve.Playlist;
import io.kakou.app.serve.ServedFile;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.serve.StreamSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the demonstration's cameras show. Films that are not in the cache yet are drawn while the system starts: a
 * camera answers once its film is there, and its session comes back until then.
 */
final class OnAir implements AutoCloseable {
    private final Map<String, StreamSource> sources = new ConcurrentHashMap<>();
    private final Path cache;
    private final Consumer<String> people;
    private final Thread studio = new Thread(this::stage, "stage");

    /** @param people take lines, on the staging thread */
    OnAir(Path cache, Consumer<String> people) {
        this.cache = cache;
        this.people = people;
    }

    void start() {
        studio.start();
    }

    @Nullable
    StreamSource find(String path) {
        return sources.get(path);
    }

    void show(String path, StreamSource source) {
        sources.put(path, source);
    }

    /** The event first: it is what people wait for. */
    private void stage() {
        Figures.Art art = Figures.art(NpmCommand.ofPath(), people);
        try {
            Playlist lift =
                    new Playlist(ServedFile.of(DemoClip.story(art, people).staged(cache)));
            show(Cast.LIFT.id(), lift);
            show(Cast.STREET_1.id(), street(StreetClip.ONE, art));
            lift.add(ServedFile.of(DemoClip.quiet(art, people).staged(cache)));
            show(Cast.STREET_2.id(), street(StreetClip.TWO, art));
            show(Cast.STREET_3.id(), street(StreetClip.THREE, art));
        } catch (WeightsUnavailable | UnreadableVideo | IOException e) {
            if (!Thread.currentThread().isInterrupted()) {
                people.accept("not every camera is staged: " + e.getMessage());
            }
        }
    }

    private StreamSource street(StreetClip clip, Figures.Art art)
            throws WeightsUnavailable, IOException, UnreadableVideo {
        return ServedFile.of(clip.staged(cache, art, people));
    }

    @Override
    public void close() {
        studio.interrupt();
        try {
            studio.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
