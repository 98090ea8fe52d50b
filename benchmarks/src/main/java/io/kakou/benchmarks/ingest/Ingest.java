package io.kakou.benchmarks.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.ProcessMeter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures what clients take for a street of simulated cameras.
 *
 * @param films that the cameras show in turn, 25 pictures a second
 * @param seconds measured
 * @param settleSeconds between the last camera's first picture and the measuring: compilers and collectors settle
 */
public record Ingest(List<Path> films, double seconds, double settleSeconds) {
    private static final double START_SECONDS = 180;
    /** One that does not talk gets time to come up: so long, and so long for each camera. */
    private static final double SILENT_START_SECONDS = 10;

    private static final double SILENT_START_A_CAMERA = 0.05;

    /**
     * One client, one street.
     *
     * @throws IOException in one line, where cameras or client do not come up, or end before their time
     */
    public Figures measure(Client client, int cameras) throws IOException, InterruptedException {
        try (SimulatedStreet street = SimulatedStreet.start(films, cameras, 0);
                Child child = client.start(street.urls())) {
            awaitReady(client, child, cameras);
            Pause.seconds(settleSeconds);
            return measure(client, child, street);
        }
    }

    private Figures measure(Client client, Child child, SimulatedStreet street)
            throws IOException, InterruptedException {
        int cameras = street.urls().size();
        ProcessMeter meter = child.meter();
        if (client.talks()) {
            child.tell(Talk.MEASURE + seconds);
        }
        double ownBefore = meter.cpuSeconds();
        double sourceBefore = street.meter().cpuSeconds();
        long began = System.nanoTime();
        Pause.seconds(seconds);
        double took = (System.nanoTime() - began) / 1e9;
        double own = meter.cpuSeconds() - ownBefore;
        double source = street.meter().cpuSeconds() - sourceBefore;
        double rss = meter.rssMiB();
        int threads = meter.threads(client.threads());
        int connections = ProcessMeter.connections(street.port());
        Talk.Got got = client.talks() ? got(child) : null;
        return new Figures(
                client,
                cameras,
                seconds,
                rounded(100 * own / took / cameras, 1e4),
                rounded(rss, 10),
                threads,
                meter.threads(""),
                got == null ? null : got.deliveredShare(),
                got == null ? null : got.gaps(),
                got == null ? null : got.broken(),
                got == null ? null : rounded(got.megabitsPerSecond(), 100),
                connections,
                rounded(100 * source / took, 10),
                rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 100));
    }

    private Talk.@Nullable Got got(Child child) throws IOException, InterruptedException {
        return new ObjectMapper().readValue(child.line(2 * Talk.PATIENCE_SECONDS), Talk.Got.class);
    }

    private static void awaitReady(Client client, Child child, int cameras) throws IOException, InterruptedException {
        if (client.talks()) {
            String said = child.line(START_SECONDS);
            if (!said.equals(Talk.READY)) {
                throw new IOException(client.word() + " says \"" + said + "\" where it should be ready");
            }
        } else {
            Pause.seconds(SILENT_START_SECONDS + SILENT_START_A_CAMERA * cameras);
            if (!child.alive()) {
                throw new IOException(client.word() + " ended before it was measured");
            }
        }
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
