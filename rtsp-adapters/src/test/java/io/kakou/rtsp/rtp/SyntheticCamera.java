package io.kakou.rtsp.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A camera's pictures and reports in a time that only runs in here, behind a network that delays each picture evenly
 * between two bounds and keeps their order.
 *
 * @param perSecond pictures
 * @param ppm that its clock, and its media's, gains
 * @param leastDelay seconds
 * @param mostDelay seconds
 */
record SyntheticCamera(double perSecond, double ppm, double leastDelay, double mostDelay) {
    static final Instant SWITCHED_ON = Instant.parse("2026-05-01T00:00:00Z");
    static final int SSRC = 9;
    static final int TICKS = 90_000;
    private static final double REPORT_SECONDS = 5;

    /** What was made of a picture that was taken at a true second. */
    record Told(double truth, Instant arrival, RtpTimeline.Moment moment) {
        /** Seconds from the true time to ours. */
        double error() {
            return seconds(SWITCHED_ON, moment.at()) - truth;
        }

        /** Seconds from the camera's clock, as it truly was, to what was made of it. */
        double cameraError(SyntheticCamera camera, double fast) {
            Instant said = moment.cameraTime();
            return said == null ? Double.NaN : seconds(SWITCHED_ON, said) - camera.media(truth) - fast;
        }
    }

    /** Gives so many seconds of pictures to a timeline, with reports of a clock that is fast. */
    List<Told> play(RtpTimeline timeline, double seconds, double fast) {
        Random chance = new Random(7);
        List<Told> told = new ArrayList<>();
        double arrived = 0;
        double nextReport = 0;
        for (int i = 0; i < seconds * perSecond; i++) {
            double truth = i / perSecond;
            arrived = Math.max(arrived, truth + leastDelay + (mostDelay - leastDelay) * chance.nextDouble());
            if (truth >= nextReport) {
                nextReport += REPORT_SECONDS;
                timeline.reported(new SenderReport(SSRC, plus(media(truth) + fast), timestamp(truth)));
            }
            Instant arrival = plus(arrived);
            told.add(new Told(truth, arrival, timeline.place(timestamp(truth), SSRC, arrival)));
        }
        return told;
    }

    /** 32 bits of it, and they end after a minute. */
    int timestamp(double truth) {
        return (int) (Math.round(media(truth) * TICKS) - 60L * TICKS);
    }

    double media(double truth) {
        return truth * (1 + ppm / 1e6);
    }

    static Instant plus(double seconds) {
        return SWITCHED_ON.plusNanos(Math.round(seconds * 1e9));
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
