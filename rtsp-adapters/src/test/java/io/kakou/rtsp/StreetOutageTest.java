package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A street behind one switch that fails and returns, with the waits that a street has. */
class StreetOutageTest {
    private static final int CAMERAS = 100;
    private static final double PATIENCE_SECONDS = 60;
    private static final double OUTAGE_SECONDS = 6;

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final RtspLoops theirs = new RtspLoops(1, InstantSource.system());
    private final Street street = new Street();
    private final List<RtspCamera> cameras = new ArrayList<>();

    @BeforeEach
    void start() {
        loops.start();
        theirs.start();
    }

    @AfterEach
    void close() {
        cameras.parallelStream().forEach(RtspCamera::close);
        loops.close();
        theirs.close();
    }

    @Test
    void a_hundred_cameras_fall_and_come_back_without_a_storm() throws Exception {
        RtspServer server = server(0);
        int port = server.port();
        for (int i = 0; i < CAMERAS; i++) {
            RtspAddress address = RtspAddress.of("cam-" + i, "rtsp://127.0.0.1:" + port + "/cam");
            RtspCamera camera = new RtspCamera(loops, address, CameraSettings.defaults(), street);
            cameras.add(camera);
            camera.start();
        }
        street.awaitStreaming();
        server.close();
        boolean unused = new CountDownLatch(1).await(Math.round(OUTAGE_SECONDS * 1e3), TimeUnit.MILLISECONDS);
        int tries = street.tries.get();
        // 1, 2 and 4 s between tries: three or four in six seconds, each spread by a fifth.
        assertThat(tries - CAMERAS).isBetween(2 * CAMERAS, 4 * CAMERAS);

        long back = System.nanoTime();
        try (RtspServer again = server(port)) {
            street.awaitStreaming();
            double seconds = (System.nanoTime() - back) / 1e9;
            int last = street.tries.get() - tries;
            System.out.printf("%d cameras back after %.1f s in %d tries%n", CAMERAS, seconds, last);
            assertThat(seconds).isLessThan(15);
            assertThat(last).as("tries after the return").isLessThanOrEqualTo(CAMERAS + CAMERAS / 5);
            assertThat(again.port()).isEqualTo(port);
        }
    }

    private RtspServer server(int port) throws Exception {
        RtspServer server =
                new RtspServer(theirs, ServerSettings.defaults().withPort(port), Map.of("cam", MadeUp.gop(20, 10)));
        server.start();
        return server;
    }

    private static final class Street implements RtspCamera.Listener {
        private final AtomicInteger tries = new AtomicInteger();
        private final BlockingQueue<State> streaming = new LinkedBlockingQueue<>();

        @Override
        public void reached(State state) {
            if (state == State.CONNECTING) {
                tries.incrementAndGet();
            } else if (state == State.STREAMING) {
                streaming.add(state);
            }
        }

        @Override
        public void accessUnit(AccessUnit unit) {}

        @Override
        public void retrying(RtspException why, double seconds) {}

        void awaitStreaming() throws InterruptedException {
            for (int i = 0; i < CAMERAS; i++) {
                assertThat(streaming.poll(Math.round(PATIENCE_SECONDS * 1e3), TimeUnit.MILLISECONDS))
                        .as("camera %d of %d", i + 1, CAMERAS)
                        .isNotNull();
            }
        }
    }
}
