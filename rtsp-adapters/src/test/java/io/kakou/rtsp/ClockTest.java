package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.rtsp.rtp.ClockOffset;
import io.kakou.rtsp.serve.AtEnd;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.simulate.Fault;
import io.kakou.rtsp.simulate.Simulator;
import io.kakou.rtsp.simulate.SimulatorSettings;
import io.kakou.rtsp.wire.DigestHash;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time pictures of simulated cameras are given, beside the time at which they were truly sent. */
class ClockTest {
    private static final double RATE = 25;
    private static final double FRAME_SECONDS = 1 / RATE;

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());

    @BeforeEach
    void start() {
        loops.start();
    }

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void a_cameras_offset_is_known_within_a_frame_and_one_that_tells_nonsense_has_none() throws Exception {
        List<List<AccessUnit>> street =
                watched(50, "clock-offset:3600@1", "clock-offset:-86400.5@2", "clock-silent@3", "clock-nonsense@4");

        assertThat(offset(street.get(0))).isCloseTo(3600, within(FRAME_SECONDS));
        assertThat(offset(street.get(1))).isCloseTo(-86_400.5, within(FRAME_SECONDS));
        assertThat(offset(street.get(2))).as("silent").isNull();
        assertThat(offset(street.get(3))).as("nonsense").isNull();
    }

    /** Where the camera's clock is right it tells when a picture truly left, whatever the network did then. */
    @Test
    void ours_is_within_a_frame_and_fifty_milliseconds_of_the_true_one() throws Exception {
        List<AccessUnit> units = watched(100, "clock-offset:0@1").get(0);

        assertThat(units).extracting(AccessUnit::at).isSorted();
        // Before its first report, which comes five times a second, a camera's clock is not known.
        assertThat(units)
                .filteredOn(unit -> unit.cameraTime() != null)
                .hasSizeGreaterThan(85)
                .allSatisfy(unit -> assertThat(Duration.between(Objects.requireNonNull(unit.cameraTime()), unit.at())
                                        .toNanos()
                                / 1e9)
                        .isCloseTo(0, within(FRAME_SECONDS + 0.05)));
    }

    private static @Nullable Double offset(List<AccessUnit> units) {
        ClockOffset measured = new ClockOffset();
        units.forEach(unit -> measured.saw(unit.cameraTime(), unit.at()));
        return measured.seconds();
    }

    /** So many pictures of as many cameras as there are faults, watched at once. */
    private List<List<AccessUnit>> watched(int pictures, String... faults) throws Exception {
        ServerSettings often =
                new ServerSettings("127.0.0.1", 0, null, DigestHash.MD5, InstantSource.system(), AtEnd.LOOP, 0.2, 60);
        SimulatorSettings settings = new SimulatorSettings(
                faults.length, Arrays.stream(faults).map(Fault::parse).toList(), 1);
        List<List<AccessUnit>> street = new ArrayList<>();
        try (Simulator simulator = new Simulator(loops, often, settings, List.of(MadeUp.gop(5, RATE)))) {
            simulator.start();
            List<Heard> cameras = simulator.urls().stream().map(this::open).toList();
            for (Heard camera : cameras) {
                street.add(camera.take(pictures));
            }
        }
        return street;
    }

    /** Ends with the loops. */
    private Heard open(String url) {
        Heard heard = new Heard();
        new RtspSession(loops, RtspAddress.of("cam", url), SessionSettings.defaults(), heard).start();
        return heard;
    }
}
