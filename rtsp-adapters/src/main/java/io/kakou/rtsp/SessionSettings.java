package io.kakou.rtsp;

import io.kakou.rtsp.codec.AfterLoss;
import org.jspecify.annotations.Nullable;

/**
 * How patient one session is.
 *
 * @param connectSeconds for the TCP connection, 5; shorter misses cameras behind slow switches, longer blinds longer
 * @param responseSeconds for each answer, 5; cheap cameras take 2 to 3 for DESCRIBE
 * @param firstPacketSeconds from PLAY to the first packet, 10
 * @param silenceSeconds without a packet later on, 10
 * @param keyframeSeconds from PLAY to the first picture, 60; smart codecs stretch a GOP to 20 s and more
 * @param mostPictureBytes a larger picture is dropped, 8 MiB; a 4K keyframe stays below 2 MiB
 * @param afterLoss what is given out after lost packets, {@link AfterLoss#WAIT_FOR_KEYFRAME}
 * @param transport how packets are to come, {@link Transport#AUTO}
 * @param range what of a recorder's past is to be played; null plays what is shown now
 */
public record SessionSettings(
        double connectSeconds,
        double responseSeconds,
        double firstPacketSeconds,
        double silenceSeconds,
        double keyframeSeconds,
        int mostPictureBytes,
        AfterLoss afterLoss,
        Transport transport,
        @Nullable ClockRange range) {
    private static final double LONGEST_SECONDS = 3600;
    private static final int LEAST_PICTURE = 64 * 1024;
    private static final int MOST_PICTURE = 64 * 1024 * 1024;

    public SessionSettings {
        allowed("connectSeconds", connectSeconds);
        allowed("responseSeconds", responseSeconds);
        allowed("firstPacketSeconds", firstPacketSeconds);
        allowed("silenceSeconds", silenceSeconds);
        allowed("keyframeSeconds", keyframeSeconds);
        if (mostPictureBytes < LEAST_PICTURE || mostPictureBytes > MOST_PICTURE) {
            throw new IllegalArgumentException(
                    "mostPictureBytes " + mostPictureBytes + "; allowed: " + LEAST_PICTURE + " to " + MOST_PICTURE);
        }
    }

    /** With {@link Transport#AUTO}. */
    public SessionSettings(
            double connectSeconds,
            double responseSeconds,
            double firstPacketSeconds,
            double silenceSeconds,
            double keyframeSeconds,
            int mostPictureBytes,
            AfterLoss afterLoss) {
        this(
                connectSeconds,
                responseSeconds,
                firstPacketSeconds,
                silenceSeconds,
                keyframeSeconds,
                mostPictureBytes,
                afterLoss,
                Transport.AUTO);
    }

    /** Of what is shown now. */
    public SessionSettings(
            double connectSeconds,
            double responseSeconds,
            double firstPacketSeconds,
            double silenceSeconds,
            double keyframeSeconds,
            int mostPictureBytes,
            AfterLoss afterLoss,
            Transport transport) {
        this(
                connectSeconds,
                responseSeconds,
                firstPacketSeconds,
                silenceSeconds,
                keyframeSeconds,
                mostPictureBytes,
                afterLoss,
                transport,
                null);
    }

    /** The same with another transport. */
    public SessionSettings withTransport(Transport other) {
        return new SessionSettings(
                connectSeconds,
                responseSeconds,
                firstPacketSeconds,
                silenceSeconds,
                keyframeSeconds,
                mostPictureBytes,
                afterLoss,
                other,
                range);
    }

    /** The same, of a recorder's past. */
    public SessionSettings withRange(ClockRange past) {
        return new SessionSettings(
                connectSeconds,
                responseSeconds,
                firstPacketSeconds,
                silenceSeconds,
                keyframeSeconds,
                mostPictureBytes,
                afterLoss,
                transport,
                past);
    }

    public static SessionSettings defaults() {
        return new SessionSettings(5, 5, 10, 10, 60, 8 * 1024 * 1024, AfterLoss.WAIT_FOR_KEYFRAME);
    }

    private static void allowed(String key, double seconds) {
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException(key + ' ' + seconds + "; allowed: more than 0, at most 3600");
        }
    }
}
