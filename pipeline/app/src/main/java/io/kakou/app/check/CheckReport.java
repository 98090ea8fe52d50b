package io.kakou.app.check;

import io.kakou.rtsp.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a camera sent while it was looked at.
 *
 * @param codec {@code H.264}, {@code H.265}, {@code MJPEG}
 * @param offer all that it offers: {@code video H264, audio PCMA}
 * @param transport how its packets came, {@link Transport#TCP} or {@link Transport#UDP}
 * @param profile {@code Main@3.1}, of H.265 as browsers name it, {@code hev1.1.6.L93.B0}; or null where it could not be read
 * @param width pixels, 0 where unknown
 * @param height pixels, 0 where unknown
 * @param framesPerSecond on the camera's timeline
 * @param kilobitsPerSecond of the video
 * @param gopSeconds from keyframe to keyframe, the longest seen; null where only one came
 * @param gopFrames the same in pictures, 0 where only one came
 * @param clockOffsetSeconds camera clock minus ours, or null where it sends no reports, or nonsense
 * @param clockDriftPpm millionths that the camera's clock gains on ours, or null where a minute was not looked at
 * @param connectSeconds from the start to the answer of PLAY
 * @param keyframeSeconds from the start to the first whole keyframe
 * @param seconds of video that were looked at
 * @param advice a line each; empty where nothing is to be done
 */
public record CheckReport(
        String codec,
        String offer,
        Transport transport,
        @Nullable String profile,
        int width,
        int height,
        double framesPerSecond,
        double kilobitsPerSecond,
        @Nullable Double gopSeconds,
        int gopFrames,
        @Nullable Double clockOffsetSeconds,
        @Nullable Double clockDriftPpm,
        double connectSeconds,
        double keyframeSeconds,
        double seconds,
        List<String> advice) {
    public CheckReport {
        advice = List.copyOf(advice);
    }

    /** The same with a line of advice before the others. */
    CheckReport advisedFirst(String line) {
        List<String> more = new ArrayList<>(advice);
        more.add(0, line);
        return new CheckReport(
                codec,
                offer,
                transport,
                profile,
                width,
                height,
                framesPerSecond,
                kilobitsPerSecond,
                gopSeconds,
                gopFrames,
                clockOffsetSeconds,
                clockDriftPpm,
                connectSeconds,
                keyframeSeconds,
                seconds,
                more);
    }
}
