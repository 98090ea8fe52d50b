package io.kakou.analysis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process's memory stays where it is after a first round, however much is decoded. */
@Timeout(300)
class MemoryTest {
    /** Room for the Java heap; a leak of frames or decoders would be many times this. */
    private static final long ROOM = 100L << 20;

    private static final Size LARGE = new Size(1280, 720);
    private final Path film;

    MemoryTest(@TempDir Path folder) throws Exception {
        film = Clips.film(folder.resolve("film.mp4"), LARGE, 50);
    }

    @Test
    void many_files_and_frames() throws Exception {
        decode(10);
        long before = settled();

        decode(60);

        assertThat(settled() - before).isLessThan(ROOM);
    }

    @Test
    void one_long_stream() throws Exception {
        List<byte[]> units = new ArrayList<>();
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                units.add(unit.bytes());
            }
        }
        try (StreamDecoder decoder = new StreamDecoder(Codec.H264);
                Scaler scaler = new Scaler(new Size(300, 300))) {
            play(decoder, scaler, units, 10);
            long before = settled();

            int frames = play(decoder, scaler, units, 60);

            assertThat(frames).isEqualTo(60 * units.size());
            assertThat(settled() - before).isLessThan(ROOM);
        }
    }

    private void decode(int times) throws UnreadableVideo {
        Picture picture = Picture.allocate(300, 300);
        for (int i = 0; i < times; i++) {
            try (VideoFile video = VideoFile.open(film);
                    Scaler scaler = new Scaler(new Size(300, 300))) {
                for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                    scaler.picture(frame, picture);
                    scaler.grey(frame);
                }
            }
        }
    }

    private static int play(StreamDecoder decoder, Scaler scaler, List<byte[]> units, int times) {
        int frames = 0;
        for (int i = 0; i < times * units.size(); i++) {
            decoder.send(units.get(i % units.size()), i / 25.0);
            for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                scaler.grey(frame);
                frames++;
            }
        }
        return frames;
    }

    private static long settled() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
