package io.kakou.app.serve;

import io.kakou.analysis.decode.H264File;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file's H.264, as it was coded. */
public record ServedFile(Path file, StreamFormat format) implements StreamSource {
    /**
     * Reads what the file is coded in.
     *
     * @throws UnreadableVideo where it has no H.264 video
     */
    public static ServedFile of(Path file) throws UnreadableVideo {
        try (H264File video = H264File.open(file)) {
            H264File.Unit first = video.next();
            byte[] sets = first == null ? new byte[0] : first.bytes();
            return new ServedFile(file, StreamFormat.h264(sets));
        }
    }

    @Override
    public StreamReader open() throws IOException {
        try {
            return new Reader(H264File.open(file));
        } catch (UnreadableVideo e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private record Reader(H264File video) implements StreamReader {
        @Override
        public @Nullable StreamUnit next() throws IOException {
            try {
                H264File.Unit unit = video.next();
                return unit == null ? null : new StreamUnit(unit.seconds(), unit.keyframe(), unit.bytes());
            } catch (UnreadableVideo e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            video.close();
        }
    }
}
