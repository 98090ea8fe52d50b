package io.kakou.rtsp.simulate;

import io.kakou.rtsp.serve.Programme;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.rtsp.RtspHeaderNames;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One camera: a film that goes on from its own place, whether somebody looks or not, and its own clock and faults.
 *
 * @param film shared
 * @param phase seconds into the film at the moment when the street was switched on
 * @param seed of its chances
 * @param street what all cameras share
 * @param whole counts pictures that left as they should, and so did all that they need
 */
record SimulatedCamera(Film film, double phase, long seed, Faults faults, Street street, LongAdder whole)
        implements Programme {
    private static final Pattern SETS = Pattern.compile("(?<=sprop-parameter-sets=)[^;\r\n]+");
    private static final int LONG_HEADER = 100 * 1024;

    /**
     * What is the same for all cameras.
     *
     * @param clock the true one
     * @param switchedOn by {@link System#nanoTime}
     * @param reportSeconds between sender reports
     * @param gatherSeconds as in {@link SimulatorSettings}
     * @param sent counts pictures
     * @param skips counts how often a camera was late and went on at a keyframe
     */
    record Street(
            InstantSource clock,
            long switchedOn,
            double reportSeconds,
            double gatherSeconds,
            LongAdder sent,
            LongAdder skips) {}

    @Override
    public String description() {
        String whole = film.description();
        return faults.have(FaultKind.TORN_SETS)
                ? SETS.matcher(whole).replaceAll(sets -> Matcher.quoteReplacement(half(sets.group())))
                : whole;
    }

    @Override
    public void amend(HttpHeaders described) {
        if (faults.have(FaultKind.LYING_SDP)) {
            described.setInt(RtspHeaderNames.CONTENT_LENGTH, 10 * described.getInt(RtspHeaderNames.CONTENT_LENGTH, 0));
        }
        if (faults.have(FaultKind.LYING_HEADERS)) {
            described.set("X-Long", "x".repeat(LONG_HEADER));
        }
    }

    @Override
    public Showing show(Channel connection, int rtpChannel) {
        return show(connection, rtpChannel, FaultKind.TCP_SILENT);
    }

    @Override
    public Showing showByDatagrams(Channel connection) {
        return show(connection, 0, FaultKind.UDP_SILENT);
    }

    private Showing show(Channel connection, int rtpChannel, FaultKind silent) {
        return faults.have(silent)
                ? new Silence()
                : new Sender(this, connection, rtpChannel, new SplittableRandom(seed));
    }

    /** Says yes and sends nothing. */
    private record Silence() implements Showing {
        @Override
        public CompletionStage<String> prepare() {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }
}
