package io.kakou.benchmarks;

import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession;
import io.kakou.rtsp.SessionSettings;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.simulate.Fault;
import io.kakou.rtsp.simulate.Simulator;
import io.kakou.rtsp.simulate.SimulatorSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench clock}. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = {
            "Watches simulated cameras with wrong clocks, and some behind a network that delays, beside the time at",
            "which they truly sent: a line of JSON each."
        })
final class ClockCommand implements Callable<Integer> {
    /** What each camera has; the network's delay does not go into the truth. */
    private static final List<List<String>> CASES = List.of(
            List.of(),
            List.of("clock-offset:3600"),
            List.of("clock-drift:33333"),
            List.of("clock-drift:-33333"),
            List.of("clock-drift:1389"),
            List.of("clock-jump:60:20"),
            List.of("loss:0.02"),
            List.of("clock-silent"),
            List.of("clock-nonsense"),
            List.of("jitter:0.02:0.2"),
            List.of("jitter:0.02:0.2", "clock-drift:-200"));

    @Option(names = "--seconds", defaultValue = "70", paramLabel = "S", description = "How long; ${DEFAULT-VALUE} s.")
    private double seconds;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.here();
        List<ClockCase> watched = new ArrayList<>();
        try (Films films = Films.make();
                RtspLoops cameras = new RtspLoops(1, InstantSource.system());
                RtspLoops loops = RtspLoops.gathering(1, InstantSource.system())) {
            cameras.start();
            loops.start();
            var settings = new SimulatorSettings(CASES.size(), faults(), 1);
            var source = ServedFile.of(films.files().get(0));
            try (Simulator street = new Simulator(cameras, ServerSettings.defaults(), settings, List.of(source))) {
                street.start();
                Instant switchedOn = Instant.now();
                for (int i = 0; i < CASES.size(); i++) {
                    ClockCase one = new ClockCase(CASES.get(i), switchedOn);
                    watched.add(one);
                    RtspAddress address = RtspAddress.of("cam", street.urls().get(i));
                    new RtspSession(loops, address, SessionSettings.defaults(), new Ear(one)).start();
                }
                boolean unused = new CountDownLatch(1).await(Math.round(seconds * 1e3), TimeUnit.MILLISECONDS);
            }
        }
        for (ClockCase one : watched) {
            Lines.tell("clock", one.figures(), machine, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            for (String fault : CASES.get(i)) {
                faults.add(Fault.parse(fault + '@' + (i + 1)));
            }
        }
        return faults;
    }

    /** Passes pictures on; a session that ends early has too few of them, and its line says so. */
    private record Ear(ClockCase to) implements RtspSession.Listener {
        @Override
        public void reached(RtspSession.State state) {}

        @Override
        public void accessUnit(AccessUnit unit) {
            to.saw(unit);
        }

        @Override
        public void failed(RtspException why) {}
    }
}
