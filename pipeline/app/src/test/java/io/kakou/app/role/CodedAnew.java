package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Films in codecs that no library here writes, by the ffmpeg program. */
final class CodedAnew {
    private static final long PATIENCE_SECONDS = 120;

    private CodedAnew() {}

    /**
     * A whole film: H.264 without B pictures; H.265 with them and with open GOPs, a second each; JPEG with the Huffman
     * tables that RTP leaves out (RFC 2435 §4.1).
     */
    static Path as(Codec codec, Path from, Path to) throws InterruptedException {
        return by(coding(codec), from, to);
    }

    /** A film up to a time. */
    static Path until(double seconds, Codec codec, Path from, Path to) throws InterruptedException {
        return by("-t " + seconds + ' ' + coding(codec), from, to);
    }

    /** A film from a time on, at half the width and height. */
    static Path halvedFrom(double seconds, Codec codec, Path from, Path to) throws InterruptedException {
        return by("-ss " + seconds + " -vf scale=iw/2:ih/2:flags=area " + coding(codec), from, to);
    }

    private static String coding(Codec codec) {
        return switch (codec) {
            case H264 -> "-c:v libx264 -preset veryfast -g 25 -bf 0";
            case H265 ->
                "-c:v libx265 -preset veryfast -crf 20 -x265-params keyint=25:min-keyint=25:bframes=2:log-level=none";
            case JPEG -> "-c:v mjpeg -pix_fmt yuvj420p -q:v 3 -huffman default";
        };
    }

    private static Path by(String coding, Path from, Path to) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y", "-i", from.toString()));
        words.addAll(List.of(coding.split(" ", -1)));
        words.add(to.toString());
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assumeTrue(process.exitValue() == 0, "needs program: an ffmpeg with libx264 and libx265");
            return to;
        } catch (IOException e) {
            return abort("needs program: ffmpeg");
        }
    }
}
