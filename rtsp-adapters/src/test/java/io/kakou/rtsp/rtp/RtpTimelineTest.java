package io.kakou.rtsp.rtp;

import static io.kakou.rtsp.rtp.SyntheticCamera.SSRC;
import static io.kakou.rtsp.rtp.SyntheticCamera.SWITCHED_ON;
import static io.kakou.rtsp.rtp.SyntheticCamera.TICKS;
import static io.kakou.rtsp.rtp.SyntheticCamera.plus;
import static io.kakou.rtsp.rtp.SyntheticCamera.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.rtsp.rtp.SyntheticCamera.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What time it was, made of timelines that are known. */
class RtpTimelineTest {
    private final RtpTimeline timeline = new RtpTimeline(TICKS);

    /**
     * 33,333 ppm are 120 s in an hour, 1,389 in a day. Until something came through the network without much delay,
     * nobody can know; so behind jitter the first five seconds do not count.
     */
    @ParameterizedTest(name = "{0} a second, {1} ppm, {2} to {3} s late, for {4} s: {6} s after {5} s")
    @CsvSource({
        "25, 0, 0, 0, 60, 0, 0.001",
        "25, 33333, 0, 0.01, 3600, 0, 0.09",
        "25, -33333, 0, 0.01, 3600, 0, 0.09",
        "25, 1389, 0, 0.01, 600, 0, 0.02",
        "25, -1389, 0, 0.01, 600, 0, 0.02",
        "25, -200, 0.02, 0.2, 600, 5, 0.09",
        "25, 200, 0.02, 0.2, 600, 5, 0.09",
        "12, 0, 0.02, 0.2, 600, 5, 0.09",
        "5, 0, 0.02, 0.2, 600, 5, 0.15",
        "0.5, 50, 0, 0.05, 3600, 0, 0.1",
    })
    void ours_is_near_the_true_one_and_never_steps_back(
            double perSecond, double ppm, double least, double most, double length, double from, double limit) {
        List<Told> told = new SyntheticCamera(perSecond, ppm, least, most).play(timeline, length, 0);

        assertThat(told).extracting(each -> each.moment().at()).isSorted();
        assertThat(told).allSatisfy(each -> assertThat(each.moment().at()).isBeforeOrEqualTo(each.arrival()));
        Told worst = told.stream()
                .filter(each -> each.truth() >= from)
                .max(Comparator.comparingDouble(each -> Math.abs(each.error())))
                .orElseThrow();
        assertThat(worst.error()).as("at %s s", worst.truth()).isCloseTo(0, within(limit));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3600, 1389", "-86400, -1389", "-800000000, 33333"})
    void the_cameras_own_is_known_within_a_frame_however_wrong_it_is(double fast, double ppm) {
        SyntheticCamera camera = new SyntheticCamera(25, ppm, 0.02, 0.2);
        List<Told> told = camera.play(timeline, 600, fast);

        assertThat(told)
                .allSatisfy(each -> assertThat(each.cameraError(camera, fast)).isCloseTo(0, within(0.001)));
    }

    @ParameterizedTest(name = "by {0} s, sender {1}")
    @CsvSource({"-3000, 9", "3000, 9", "20, 9", "-3, 9", "0, 10", "-7, 10", "7, 10"})
    void a_timeline_that_begins_anew_goes_on_where_our_clock_is(double step, int sender) {
        SyntheticCamera camera = new SyntheticCamera(25, 0, 0, 0);
        Told last = camera.play(timeline, 30, 5).get(30 * 25 - 1);
        for (int i = 1; i <= 250; i++) {
            double truth = last.truth() + i / 25.0;
            RtpTimeline.Moment moment = timeline.place(camera.timestamp(truth + step), sender, plus(truth));
            assertThat(moment.seconds()).isCloseTo(truth, within(1e-4));
            assertThat(seconds(SWITCHED_ON, moment.at())).isCloseTo(truth, within(1e-4));
            assertThat(moment.cameraTime())
                    .as("of the old timeline nothing is known of the new one")
                    .isNull();
        }
    }

    @Test
    void a_line_that_jams_for_a_while_moves_nothing_and_one_that_stays_longer_is_followed() {
        SyntheticCamera camera = new SyntheticCamera(25, 0, 0, 0.01);
        camera.play(timeline, 60, 0);
        double jammed = atDelay(camera, 60, 75, 0.6);
        assertThat(jammed).as("after 15 s").isCloseTo(0, within(0.02));
        assertThat(atDelay(camera, 75, 77, 0)).isCloseTo(0, within(0.02));
        assertThat(atDelay(camera, 77, 77 + ArrivalLine.LASTING_SECONDS + 5, 0.6))
                .as("a longer way for good")
                .isCloseTo(0.6, within(0.02));
        assertThat(atDelay(camera, 103, 106, 0)).as("the short way again").isCloseTo(0, within(0.02));
    }

    @Test
    void a_clock_of_ours_that_is_set_back_makes_ours_wait_and_not_step_back() {
        SyntheticCamera camera = new SyntheticCamera(25, 0, 0, 0);
        Instant before = camera.play(timeline, 30, 0).get(30 * 25 - 1).moment().at();
        for (int i = 0; i < 250; i++) {
            double truth = 30 + i / 25.0;
            RtpTimeline.Moment moment = timeline.place(camera.timestamp(truth), SSRC, plus(truth - 5));
            assertThat(moment.seconds()).isCloseTo(truth, within(1e-4));
            assertThat(moment.at()).isCloseTo(latest(before, plus(truth - 5)), within(5, ChronoUnit.MILLIS));
            assertThat(moment.at()).isAfterOrEqualTo(before);
        }
    }

    /** Order of decoding I P B B: what is shown between is sent behind what it is made of. */
    @Test
    void pictures_that_are_shown_before_the_one_in_front_of_them_keep_their_own_place() {
        int[] shown = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};
        Instant last = Instant.MIN;
        for (int i = 0; i < shown.length; i++) {
            RtpTimeline.Moment moment = timeline.place(1_000 + shown[i] * 3600, SSRC, plus(0.12 + i * 0.04));
            assertThat(moment.seconds()).isCloseTo(shown[i] * 0.04, within(1e-6));
            assertThat(moment.at()).isAfterOrEqualTo(last);
            last = moment.at();
        }
    }

    @Test
    void two_pictures_with_one_timestamp_are_at_one_place() {
        timeline.place(1_000, SSRC, plus(0));
        RtpTimeline.Moment one = timeline.place(4_600, SSRC, plus(0.04));
        RtpTimeline.Moment other = timeline.place(4_600, SSRC, plus(0.05));
        assertThat(other.seconds()).isEqualTo(one.seconds());
        assertThat(other.at()).isEqualTo(one.at());
    }

    @ParameterizedTest
    @CsvSource({"1000", "8000", "48000", "90000", "27000000"})
    void the_descriptions_clock_rate_holds_and_its_bits_may_end(int rate) {
        RtpTimeline other = new RtpTimeline(rate);
        for (int i = 0; i < 25 * 300; i++) {
            int timestamp = (int) (Math.round(i * 0.04 * rate) - 10L * rate);
            RtpTimeline.Moment moment = other.place(timestamp, SSRC, plus(i * 0.04));
            assertThat(moment.seconds()).isCloseTo(i * 0.04, within(1e-6));
        }
    }

    /** 90 kHz in 32 bits last 13.3 hours; the nearest way round from one report would be wrong after half of them. */
    @Test
    void a_camera_that_reports_once_in_a_day_still_has_its_time() {
        timeline.reported(new SenderReport(SSRC, plus(-90), 77));
        RtpTimeline.Moment moment = timeline.place(77, SSRC, plus(0));
        for (int second = 1; second <= 86_400; second++) {
            moment = timeline.place((int) (77 + second * 90_000L), SSRC, plus(second));
        }
        assertThat(Objects.requireNonNull(moment.cameraTime())).isCloseTo(plus(86_310), within(1, ChronoUnit.MILLIS));
    }

    @Test
    void a_report_before_the_first_picture_counts_and_one_of_another_sender_does_not() {
        timeline.reported(new SenderReport(SSRC, plus(5), 0));
        assertThat(timeline.place(0, SSRC, plus(0)).cameraTime()).isEqualTo(plus(5));
        timeline.reported(new SenderReport(SSRC + 1, plus(500), 3600));
        assertThat(timeline.place(3600, SSRC, plus(0.04)).cameraTime()).isEqualTo(plus(5.04));
    }

    @Test
    void a_clock_that_is_set_is_followed_at_once_and_two_in_a_row_are_nonsense() {
        report(0, 100);
        assertThat(cameraTime(1)).isEqualTo(plus(101));
        report(5, 9_000);
        assertThat(cameraTime(6)).as("set").isEqualTo(plus(9_006));
        report(10, 9_000);
        assertThat(cameraTime(11)).isEqualTo(plus(9_011));
        report(15, -70_000);
        report(20, 40_000);
        assertThat(cameraTime(21)).as("nonsense").isNull();
        report(25, 40_000);
        assertThat(cameraTime(26)).as("two agree").isEqualTo(plus(40_026));
    }

    /** Of ones that happen to look like a report, one in 400 is for a time near the picture's. */
    @Test
    void reports_of_random_bytes_tell_no_time() {
        Random chance = new Random(3);
        int told = 0;
        for (int i = 0; i < 2_000; i++) {
            timeline.reported(new SenderReport(SSRC, plus(chance.nextInt()), chance.nextInt()));
            told += cameraTime(i * 5) == null ? 0 : 1;
        }
        assertThat(told).isLessThan(400);
    }

    private void report(double second, double fast) {
        timeline.reported(new SenderReport(SSRC, plus(second + fast), (int) (second * TICKS)));
    }

    private @Nullable Instant cameraTime(double second) {
        return timeline.place((int) (long) (second * TICKS), SSRC, plus(second)).cameraTime();
    }

    /** Lets seconds pass with a delay, and says how late the last picture is then taken for. */
    private double atDelay(SyntheticCamera camera, double from, double to, double delay) {
        double error = 0;
        for (int i = 0; i < (to - from) * 25; i++) {
            double truth = from + i / 25.0;
            Instant at = timeline.place(camera.timestamp(truth), SSRC, plus(truth + delay))
                    .at();
            error = seconds(SWITCHED_ON, at) - truth;
        }
        return error;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
