package io.kakou.analysis.record.play;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Minutes coded anew in H.264, for browsers that play nothing else: one at a time, only those that are looked at. The
 * newest few are kept. Safe for many threads.
 */
public final class Rendition {
    private static final int KEPT = 16;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final int LONGER_SIDE = 1280;
    private static final int FRAMES_A_SECOND = 15;
    private static final int BITS_A_PIXEL_HUNDREDTHS = 435;
    private static final double GOP_SECONDS = 2;

    private final Path folder;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<String, Path> kept = new LinkedHashMap<>();
    private int made;

    /** What is to be coded anew. */
    public interface Source {
        /** The whole minute. */
        byte[] bytes() throws IOException;
    }

    /** @param folder for the files; what is in it is not read again by the next run */
    public Rendition(Path folder) {
        this.folder = folder;
    }

    /**
     * A minute in H.264.
     *
     * @param key of the minute
     * @return an MP4
     * @throws IOException where it cannot be read or coded, or others wait for theirs
     */
    public byte[] h264(String key, Codec codec, Source source) throws IOException, InterruptedException {
        if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("other footage is being coded anew; allowed: one at a time");
        }
        try {
            Path there = kept.get(key);
            return Files.readAllBytes(there == null ? make(key, codec, source.bytes()) : there);
        } finally {
            turn.release();
        }
    }

    private Path make(String key, Codec codec, byte[] movie) throws IOException {
        Files.createDirectories(folder);
        made++;
        Path file = folder.resolve("rendition-" + made + ".mp4");
        code(movie, codec, file);
        kept.put(key, file);
        Iterator<Path> oldest = kept.values().iterator();
        while (kept.size() > KEPT) {
            Files.deleteIfExists(oldest.next());
            oldest.remove();
        }
        return file;
    }

    private static void code(byte[] movie, Codec codec, Path file) throws IOException {
        try (Coding coding = new Coding(file);
                StreamDecoder decoder = new StreamDecoder(codec)) {
            for (Movie.Coded coded : Movie.pictures(movie, codec)) {
                decoder.send(coded.bytes(), coded.seconds());
                coding.addAll(decoder);
            }
            decoder.flush();
            coding.addAll(decoder);
            coding.finish();
        } catch (IllegalArgumentException e) {
            throw new IOException("it is not as it was recorded: " + e.getMessage(), e);
        }
    }

    /** A film that shows each picture until the next one's time. */
    private static final class Coding implements AutoCloseable {
        private final Path file;
        private @Nullable Scaler scaler;
        private @Nullable VideoWriter writer;
        private @Nullable Picture shown;
        private long written;

        Coding(Path file) {
            this.file = file;
        }

        void addAll(StreamDecoder decoder) throws IOException {
            for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                add(frame);
            }
        }

        private void add(DecodedFrame frame) throws IOException {
            Scaler scaling = scaler;
            if (scaling == null) {
                Size size = size(frame.size());
                int bits = Math.max(500_000, size.width() * size.height() * BITS_A_PIXEL_HUNDREDTHS / 100);
                scaling = new Scaler(size);
                scaler = scaling;
                writer = VideoWriter.create(file, new VideoWriter.Settings(size, FRAMES_A_SECOND, bits, GOP_SECONDS));
            }
            showUntil(frame.seconds());
            shown = scaling.picture(frame);
        }

        private void showUntil(double seconds) throws IOException {
            Picture picture = shown;
            VideoWriter film = writer;
            while (picture != null && film != null && written < seconds * FRAMES_A_SECOND) {
                film.add(picture);
                written++;
            }
        }

        void finish() throws IOException {
            VideoWriter film = writer;
            Picture last = shown;
            if (film == null || last == null) {
                throw new IOException("no picture of it can be decoded");
            }
            film.add(last);
            film.finish();
        }

        @Override
        public void close() {
            if (writer != null) {
                writer.close();
            }
            if (scaler != null) {
                scaler.close();
            }
        }

        private static Size size(Size shown) {
            double scale = Math.min(1, (double) LONGER_SIDE / Math.max(shown.width(), shown.height()));
            return new Size(even(shown.width() * scale), even(shown.height() * scale));
        }

        private static int even(double length) {
            return Math.max(16, (int) Math.round(length / 2) * 2);
        }
    }
}
