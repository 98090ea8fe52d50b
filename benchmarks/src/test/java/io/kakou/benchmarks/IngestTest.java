package io.kakou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.benchmarks.ingest.Client;
import io.kakou.benchmarks.ingest.Figures;
import io.kakou.benchmarks.ingest.Ingest;
import io.kakou.benchmarks.ingest.Outage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each client on a few cameras for a moment, and a short outage, so that none rots; figures are for real runs. */
@SuppressWarnings("NullAway.Init") // JUnit stages the film first.
class IngestTest {
    private static Path film;

    @BeforeAll
    static void stage(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "needs platform: Linux's /proc");
        film = folder.resolve("street.mp4");
        Scene.film(film, 50);
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void takes_in_what_the_cameras_send(Client client) throws Exception {
        assumeTrue(client.here(), "needs program: gst-launch-1.0 with rtspsrc");

        Figures figures = new Ingest(List.of(film), 1, 0).measure(client, 3);

        assertThat(figures.connections()).isEqualTo(3);
        assertThat(figures.rssMiB()).isPositive();
        if (client == Client.KAKOU) {
            assertThat(figures.threads()).isEqualTo(1);
            assertThat(figures.gaps()).isZero();
        }
        if (client != Client.GSTREAMER) {
            assertThat(figures.deliveredShare()).isGreaterThan(0.5);
        }
    }

    @Test
    void cameras_come_back_after_an_outage() throws Exception {
        List<Outage.Figures> outages = new Outage(List.of(film), 1, 0).measure(3, 2);

        assertThat(outages).hasSize(2).allSatisfy(figures -> {
            assertThat(figures.stuck()).isZero();
            assertThat(figures.secondsToAll()).isNotNull();
            assertThat(figures.heapAfterMiB()).isPositive();
        });
    }
}
