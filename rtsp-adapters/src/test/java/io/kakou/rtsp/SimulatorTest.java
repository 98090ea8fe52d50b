package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.codec.AfterLoss;
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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A street of cameras that are not there, and what our client makes of their faults. */
class SimulatorTest {
    private static final double RATE = 100;
    private static final int GOP = 20;
    private static final SessionSettings HASTY =
            new SessionSettings(10, 5, 4, 2, 10, 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME);

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void startLoops() {
        loops.start();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        loops.close();
    }

    @Test
    void every_camera_shows_the_film_from_its_own_place_without_a_gap() throws Exception {
        MadeUp film = MadeUp.gop(GOP, RATE);
        List<Heard> street = watch(simulate(12, film));

        for (Heard camera : street) {
            List<AccessUnit> units = camera.take(2 * GOP);
            for (int i = 0; i < units.size(); i++) {
                AccessUnit unit = units.get(i);
                assertThat(place(unit, film)).isEqualTo(i % GOP);
                assertThat(unit.seconds()).isCloseTo(i / RATE, within(1e-4));
            }
            assertThat(camera.lost).hasValue(0);
        }
        assertThat(film.opened()).as("times that the film was read").hasValue(1);
    }

    /** At 100 a second, ten are due within a tenth. */
    @Test
    void a_camera_that_gathers_sends_the_same_film_in_fewer_pieces() throws Exception {
        MadeUp film = MadeUp.gop(GOP, RATE);
        Heard camera =
                watch(simulate(SimulatorSettings.of(1).gathering(0.1), film)).get(0);
        List<AccessUnit> units = camera.take(1);
        int pieces = 1;
        for (long before = System.nanoTime(); units.size() < 8 * GOP; before = System.nanoTime()) {
            units.addAll(camera.take(1));
            pieces += System.nanoTime() - before > TimeUnit.MILLISECONDS.toNanos(40) ? 1 : 0;
        }

        assertThat(pieces).isLessThanOrEqualTo(8 * GOP / 5);
        for (int i = 0; i < units.size(); i++) {
            assertThat(place(units.get(i), film)).isEqualTo(i % GOP);
        }
        assertThat(camera.lost).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0.6, Double.NaN})
    void a_camera_gathers_for_half_a_second_at_most(double seconds) {
        assertThatThrownBy(() -> SimulatorSettings.of(1).gathering(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gatherSeconds " + seconds + "; allowed: 0 to 0.5");
    }

    @Test
    void a_camera_whose_machine_was_busy_goes_on_where_its_film_is_now() throws Exception {
        MadeUp film = MadeUp.gop(GOP, RATE);
        Simulator simulator = simulate(1, film);
        Heard camera = watch(simulator).get(0);
        List<AccessUnit> units = new ArrayList<>(camera.take(GOP));
        CountDownLatch held = new CountDownLatch(1);
        loops.group().execute(() -> assertThat(await(held, 2.5)).isFalse());
        units.addAll(camera.take(8 * GOP));

        List<AccessUnit> late = new ArrayList<>();
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i).seconds() - units.get(i - 1).seconds() > 1.5) {
                late.add(units.get(i));
            }
        }

        assertThat(late)
                .as("what comes behind pictures that are not shown late")
                .isNotEmpty();
        assertThat(late).allSatisfy(unit -> {
            assertThat(unit.keyframe()).isTrue();
            assertThat(place(unit, film)).isZero();
        });
        assertThat(simulator.skips()).isPositive();
    }

    private static boolean await(CountDownLatch latch, double seconds) {
        try {
            return latch.await((long) (seconds * 1e3), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void two_clients_of_one_camera_see_the_same_at_the_same_time() throws Exception {
        MadeUp film = MadeUp.gop((int) (2 * RATE), RATE);
        Simulator simulator = simulate(1, film);
        Heard one = watch(simulator).get(0);
        one.take((int) RATE);
        Heard other = watch(simulator).get(0);

        AccessUnit theirs = firstKeyframe(other);
        one.units.clear();
        int ahead = place(one.take(1).get(0), film);

        assertThat(theirs.keyframe()).isTrue();
        assertThat(ahead)
                .as("what the first sees while the second sees the film's beginning")
                .satisfiesAnyOf(place -> assertThat(place).isLessThan((int) (RATE / 2)), place -> assertThat(place)
                        .isGreaterThan((int) (1.5 * RATE)));
        assertThat(Objects.requireNonNull(theirs.cameraTime())).isCloseTo(theirs.at(), within(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"clock-offset:3600, 3600", "clock-offset:-86400, -86400", "clock-jump:100:0.5, 200"})
    void a_wrong_clock_is_told_with_every_picture_and_harms_nothing(String fault, double least) throws Exception {
        Heard camera = watch(simulate(1, MadeUp.gop(GOP, RATE), fault)).get(0);
        List<AccessUnit> units = new ArrayList<>(camera.take((int) (1.5 * RATE)));

        AccessUnit last = units.get(units.size() - 1);
        double wrong = Duration.between(last.at(), Objects.requireNonNull(last.cameraTime()))
                        .toNanos()
                / 1e9;
        assertThat(Math.abs(wrong)).isBetween(Math.abs(least) - 1, Math.abs(least) + 101);
        assertThat(Math.signum(wrong)).isEqualTo(Math.signum(least));
        assertThat(units).extracting(AccessUnit::at).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock-silent", "clock-nonsense", "clock-drift:50000"})
    void a_camera_without_a_sensible_clock_gives_all_its_pictures(String fault) throws Exception {
        Heard camera = watch(simulate(1, MadeUp.gop(GOP, RATE), fault)).get(0);

        List<AccessUnit> units = camera.take(60);

        assertThat(units).extracting(AccessUnit::at).isSorted();
        assertThat(camera.failures).isEmpty();
        if (fault.equals("clock-silent")) {
            assertThat(units).extracting(AccessUnit::cameraTime).containsOnlyNulls();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss:0.02", "reorder:3:0.02", "stall:0.3:1", "slow:300000"})
    void what_is_lost_is_counted_and_pictures_go_on_at_a_keyframe(String fault) throws Exception {
        MadeUp film = MadeUp.gop(GOP, RATE);
        Heard camera = watch(simulate(1, film, fault)).get(0);

        List<AccessUnit> units = camera.take(GOP * 3);

        assertThat(camera.failures).isEmpty();
        assertThat(units).allSatisfy(unit -> assertThat(place(unit, film)).isNotNegative());
        for (int i = 1; i < units.size(); i++) {
            double step = units.get(i).seconds() - units.get(i - 1).seconds();
            assertThat(step < 1.5 / RATE || units.get(i).keyframe())
                    .as("goes on at a keyframe")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss:0.05", "stall:0.3:1", "lying-frames", "torn-sets"})
    void what_left_whole_is_no_less_than_what_a_client_took_and_less_than_what_was_sent(String fault) throws Exception {
        Simulator simulator = simulate(1, MadeUp.gop(GOP, RATE), fault);
        Heard camera = watch(simulator).get(0);

        List<AccessUnit> taken = camera.take(GOP * 3);

        assertThat(simulator.whole(1)).isGreaterThanOrEqualTo(taken.size());
        assertThat(simulator.whole(1)).isLessThanOrEqualTo(simulator.sent());
    }

    @Test
    void lengths_that_lie_inside_packets_cost_pictures_and_not_the_session() throws Exception {
        Heard camera = watch(simulate(1, MadeUp.gop(GOP, RATE), "lying-rtp")).get(0);

        camera.take(GOP * 5);

        assertThat(camera.failures).isEmpty();
        assertThat(camera.lost).hasValueGreaterThan(0);
    }

    @ParameterizedTest
    @CsvSource({
        "drop:0.4, CLOSED",
        "lying-sdp, TIMED_OUT",
        "lying-headers, GARBAGE",
        "stall:10:10, SILENT",
        "loss:1, SILENT",
        "tcp-silent, SILENT",
    })
    void a_session_with_it_fails_alone_in_one_line(String fault, Code code) throws Exception {
        List<Heard> street = watch(simulate(4, MadeUp.gop(GOP, RATE), fault + "@2"));

        RtspException why = street.get(1).failure();

        assertThat(why.code()).isEqualTo(code);
        assertThat(why.getMessage()).startsWith("cam-0002: ").doesNotContain("\n");
        for (Heard other : List.of(street.get(0), street.get(2), street.get(3))) {
            other.units.clear();
            other.take(10);
            assertThat(other.failures).isEmpty();
            assertThat(other.lost).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"tcp-silent, 1", "udp-silent, 0"})
    void a_camera_that_is_silent_one_way_is_watched_the_other_way(String fault, int failures) throws Exception {
        Heard camera = supervise(simulate(1, MadeUp.gop(GOP, RATE), fault));

        camera.take(GOP);

        assertThat(camera.failures).hasSize(failures).allSatisfy(why -> assertThat(why.reason())
                .startsWith("no packet for 0.2 s")
                .endsWith("; next over UDP"));
    }

    @Test
    void a_camera_that_is_silent_both_ways_is_asked_for_each_in_turn_ever_more_seldom() throws Exception {
        Heard camera = supervise(simulate(1, MadeUp.gop(GOP, RATE), "tcp-silent", "udp-silent"));

        for (String next : List.of("UDP", "TCP", "UDP", "TCP")) {
            assertThat(camera.failure().reason()).endsWith("; next over " + next);
        }

        assertThat(camera.retries).startsWith(0.05, 0.1, 0.2, 0.4);
    }

    @Test
    void a_frame_that_claims_to_be_longer_costs_what_it_swallows_and_no_more() throws Exception {
        Heard camera = watch(simulate(1, MadeUp.gop(GOP, RATE), "lying-frames")).get(0);

        camera.take(200);

        while (camera.lost.get() == 0) {
            camera.take(1);
        }
        assertThat(firstKeyframe(camera).keyframe()).isTrue();
        assertThat(camera.failures).isEmpty();
    }

    @Test
    void torn_parameter_sets_are_never_given_out() throws Exception {
        MadeUp film = MadeUp.gop(GOP, RATE);
        Heard camera = watch(simulate(1, film, "torn-sets")).get(0);

        List<AccessUnit> units = camera.take(3 * GOP);

        assertThat(units.stream().filter(AccessUnit::keyframe))
                .isNotEmpty()
                .allSatisfy(unit -> assertThat(place(unit, film)).isZero());
    }

    @Test
    void the_same_seed_strikes_the_same_cameras() {
        Fault fault = Fault.parse("loss:0.5@30%");
        Set<Integer> struck = struck(fault, 7);

        assertThat(struck).isEqualTo(struck(fault, 7)).isNotEqualTo(struck(fault, 8));
        assertThat(struck.size()).isBetween(240, 360);
        assertThat(struck(Fault.parse("loss:0.5@3,17"), 7)).containsExactlyInAnyOrder(3, 17);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "los:0.1|fault \"los\"; allowed: loss:P, reorder:N",
                "loss|fault loss with 0 values; allowed: loss:P",
                "loss:2|fault loss: 2.0; allowed: 0.0 to 1.0",
                "loss:x|fault \"loss:x\": \"x\" is no number",
                "stall:5|fault stall with 1 values; allowed: stall:S:T",
                "drop:5@150%|fault drop for a share of 1.5; allowed: 0 to 1",
            })
    void a_fault_that_makes_no_sense_is_refused_in_one_line(String text, String said) {
        assertThat(refusal(text)).startsWith(said).doesNotContain("\n");
    }

    private static @Nullable String refusal(String text) {
        try {
            return Fault.parse(text).toString();
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static Set<Integer> struck(Fault fault, long seed) {
        return IntStream.rangeClosed(1, 1000)
                .filter(camera -> fault.strikes(camera, seed))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Which unit of the film it is, or -1. */
    private static int place(AccessUnit unit, MadeUp film) {
        return IntStream.range(0, film.units().size())
                .filter(i -> Arrays.equals(film.units().get(i).annexB(), unit.bytes()))
                .findFirst()
                .orElse(-1);
    }

    private static AccessUnit firstKeyframe(Heard camera) throws InterruptedException {
        AccessUnit unit = camera.take(1).get(0);
        while (!unit.keyframe()) {
            unit = camera.take(1).get(0);
        }
        return unit;
    }

    private Simulator simulate(int cameras, MadeUp film, String... faults) throws Exception {
        List<Fault> parsed = Arrays.stream(faults).map(Fault::parse).toList();
        return simulate(new SimulatorSettings(cameras, parsed, 1), film);
    }

    private Simulator simulate(SimulatorSettings settings, MadeUp film) throws Exception {
        ServerSettings often =
                new ServerSettings("127.0.0.1", 0, null, DigestHash.MD5, InstantSource.system(), AtEnd.LOOP, 0.1, 60);
        Simulator simulator = new Simulator(loops, often, settings, List.of(film));
        opened.add(simulator);
        simulator.start();
        return simulator;
    }

    /** The first camera, session after session. */
    private Heard supervise(Simulator simulator) {
        SessionSettings impatient = new SessionSettings(10, 5, 0.2, 2, 10, 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME);
        Heard heard = new Heard();
        RtspAddress address = RtspAddress.of("cam-0001", simulator.urls().get(0));
        RtspCamera camera =
                new RtspCamera(loops, address, new CameraSettings(impatient, 0.05, 0.4, 0.4, 2, 0, 30), heard);
        opened.add(camera);
        camera.start();
        return heard;
    }

    private List<Heard> watch(Simulator simulator) {
        List<Heard> street = new ArrayList<>();
        for (String url : simulator.urls()) {
            Heard heard = new Heard();
            street.add(heard);
            RtspAddress address = RtspAddress.of(url.substring(url.lastIndexOf('/') + 1), url);
            RtspSession session = new RtspSession(loops, address, HASTY, heard);
            opened.add(session);
            session.start();
        }
        return street;
    }
}
