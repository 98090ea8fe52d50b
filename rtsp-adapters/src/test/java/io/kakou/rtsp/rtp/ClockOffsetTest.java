package io.kakou.rtsp.rtp;

import static io.kakou.rtsp.rtp.SyntheticCamera.plus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockOffsetTest {
    private final ClockOffset offset = new ClockOffset();

    @ParameterizedTest(name = "{0} s fast, gains {1} ppm, {2} s long: within {3} ppm")
    @CsvSource({
        "3600, 50, 61, 300",
        "3600, 50, 600, 10",
        "0, -20, 3600, 2",
        "-86400, 1389, 600, 10",
        "120, -33333, 600, 200",
    })
    void offset_and_drift_are_measured_through_jitter(double fast, double ppm, double length, double within) {
        SyntheticCamera camera = new SyntheticCamera(25, ppm, 0, 0.1);
        camera.play(new RtpTimeline(SyntheticCamera.TICKS), length, fast)
                .forEach(told ->
                        offset.saw(told.moment().cameraTime(), told.moment().at()));

        assertThat(offset.seconds()).isCloseTo(fast + length * ppm / 1e6, within(0.04));
        assertThat(offset.driftPpm()).isCloseTo(ppm, within(within));
    }

    @Test
    void no_drift_is_told_before_a_minute_was_watched_nor_after_the_clock_was_set() {
        watch(0, 59, 5);
        assertThat(offset.driftPpm()).isNull();
        watch(59, 70, 5);
        assertThat(offset.driftPpm()).isCloseTo(0, within(1e-6));
        watch(70, 71, 7);
        assertThat(offset.seconds()).isCloseTo(7, within(1e-6));
        assertThat(offset.driftPpm()).isNull();
    }

    @Test
    void a_camera_that_tells_no_time_any_more_has_no_offset() {
        watch(0, 70, 5);
        offset.saw(null, plus(71));
        assertThat(offset.seconds()).isNull();
        assertThat(offset.driftPpm()).isNull();
    }

    @Test
    void a_picture_that_was_given_anothers_time_tells_nothing() {
        offset.saw(plus(5), plus(1));
        offset.saw(plus(4.92), plus(1));
        assertThat(offset.seconds()).isCloseTo(4, within(1e-6));
    }

    private void watch(double from, double to, double fast) {
        for (double second = from; second < to; second += 0.5) {
            offset.saw(plus(second + fast), plus(second));
        }
    }
}
