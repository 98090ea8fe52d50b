package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Attempts come one after the other, however many cameras want to try at once. */
class AdmissionTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void a_crowd_is_let_in_evenly_and_in_its_order() {
        Admission admission = new Admission(200);

        for (int i = 0; i < 1562; i++) {
            assertThat(admission.waitFor(7)).isEqualTo(i * SECOND / 200);
        }
    }

    @Test
    void who_comes_alone_waits_for_nobody() {
        Admission admission = new Admission(10);

        assertThat(admission.waitFor(-5 * SECOND)).isZero();
        assertThat(admission.waitFor(0)).isZero();
        assertThat(admission.waitFor(SECOND / 100)).isEqualTo(SECOND / 10 - SECOND / 100);
        assertThat(admission.waitFor(SECOND)).isZero();
    }

    @Test
    void a_rate_that_lets_nobody_in_is_refused() {
        assertThatThrownBy(() -> new Admission(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attemptsPerSecond 0.0; allowed: more than 0");
    }

    @Test
    void cameras_that_come_back_at_once_ask_one_after_the_other() throws Exception {
        int cameras = 20;
        double rate = 100;
        CameraSettings often = new CameraSettings(SessionSettings.defaults(), 0.01, 0.01, 0.01, 1, 0, 30);
        Heard heard = new Heard();
        List<RtspCamera> street = new ArrayList<>();
        int port = freePort();
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system(), rate)) {
            loops.start();
            long began = System.nanoTime();
            for (int i = 0; i < cameras; i++) {
                RtspCamera camera = new RtspCamera(
                        loops, RtspAddress.of("cam-" + i, "rtsp://127.0.0.1:" + port + "/x"), often, heard);
                street.add(camera);
                camera.start();
            }
            for (int attempt = 0; attempt < 3 * cameras; attempt++) {
                heard.failure();
            }
            assertThat((System.nanoTime() - began) / 1e9).isGreaterThanOrEqualTo((3 * cameras - 1) / rate);
            street.forEach(RtspCamera::close);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
