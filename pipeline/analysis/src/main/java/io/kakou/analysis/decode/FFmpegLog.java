package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_WARNING;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FFmpeg's own words: to SLF4J at debug, never to the console. */
final class FFmpegLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.kakou.analysis.decode.ffmpeg");

    /** Held for the life of the process: FFmpeg keeps only the address. */
    private static final LogCallback TO_SLF4J = new LogCallback() {
        @Override
        public void call(int level, BytePointer message) {
            LOG.debug("{}", message.getString(StandardCharsets.UTF_8).strip());
        }
    };

    static {
        boolean wanted = LOG.isDebugEnabled();
        av_log_set_level(wanted ? AV_LOG_WARNING : AV_LOG_QUIET);
        if (wanted) {
            setLogCallback(TO_SLF4J);
        }
    }

    private FFmpegLog() {}

    /** Loads the class, and with it the setting, which holds for the whole process. */
    static void route() {}

    /** FFmpeg's short text for an error code. */
    static String words(int error) {
        byte[] text = new byte[128];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
