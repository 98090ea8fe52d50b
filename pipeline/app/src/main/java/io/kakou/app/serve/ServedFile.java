package io.kakou.app.serve;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file's H.264 or H.265, as it was coded. */
public record ServedFile(Path file, StreamFormat format) implements StreamSource {
    /**
     * Reads what the file is coded in.
     *
     * @throws UnreadableVideo where it has no such video
     */
    public static ServedFile of(Path file) throws UnreadableVideo {
        try (CodedFile video = CodedFile.open(file)) {
            CodedFile.Unit first = video.next();
            byte[] sets = first == null ? new byte[0] : first.bytes();
            return new ServedFile(file, StreamFormat.of(video.codec(), sets));
        }
    }

    @Override
    public StreamReader open() throws IOException {
        try {
            return new Reader(CodedFile.open(file));
        } catch (UnreadableVideo e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private record Reader(CodedFile video) implements StreamReader {
        @Override
        public @Nullable StreamUnit next() throws IOException {
            try {
                CodedFile.Unit unit = video.next();
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
