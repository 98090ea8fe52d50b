package io.kakou.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.look.Depth;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.models.Size;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionChangeTest {
    private static final int LOOKS = 16;

    @TempDir
    private Path folder;

    private final BlockingQueue<Judged> looks = new LinkedBlockingQueue<>();
    private final AtomicInteger sessions = new AtomicInteger();

    /** The film of 2 s and the one of another size behind it are looped: two looks a second see both, twice. */
    @Test
    void a_camera_set_to_another_resolution_is_looked_at_without_a_gap() throws Exception {
        ServedFile small = ServedFile.of(SmallFilm.write(folder.resolve("a.mp4"), new Size(192, 112), 2, 0.5));
        ServedFile large = ServedFile.of(SmallFilm.write(folder.resolve("b.mp4"), new Size(320, 240), 2, 0.5));
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = new RtspServer(
                        loops, ServerSettings.defaults(), Map.of("live", new FilmsInTurn(small, large, 2)));
                Street street = PlainParts.running();
                CameraSet set = new CameraSet(
                        new PlainParts(loops, street, camera -> new Seeing(), CameraSettings.defaults()),
                        new Owner("w", 1),
                        new Deaf(),
                        InstantSource.system())) {
            loops.start();
            server.start();
            set.start();
            set.all(Map.of("cam", camera(server.url("live"))));
            List<Judged> seen = new ArrayList<>();
            while (seen.size() < LOOKS) {
                Judged next = looks.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("look %d", seen.size() + 1).isNotNull();
                seen.add(next);
            }
            assertThat(seen).extracting(look -> look.look().depth()).doesNotContain(Depth.UNKNOWN);
            for (int i = 1; i < LOOKS; i++) {
                double step =
                        seen.get(i).look().seconds() - seen.get(i - 1).look().seconds();
                assertThat(step).as("between looks %d and %d", i, i + 1).isBetween(0.3, 1.0);
            }
            assertThat(sessions).as("sessions that broke").hasValue(0);
        }
    }

    private static Camera camera(String url) {
        return new Camera(
                "cam", "cam", CameraKind.LIFT, null, null, null, url, List.of(), List.of(EventKind.EBIKE_IN_LIFT));
    }

    private final class Seeing extends QuietWitness {
        @Override
        public void judged(Judged judged, Consumer<Alert> publish) {
            looks.add(judged);
        }

        @Override
        public void sessionBegins() {
            sessions.incrementAndGet();
        }

        @Override
        public void accept(AccessUnit unit) {}
    }

    private static final class Deaf implements CameraSet.Listener {
        @Override
        public void raised(Alert alert) {}

        @Override
        public void sighted(Sighting sighting) {}

        @Override
        public void stands(Health health) {}

        @Override
        public void said(String line) {}
    }
}
