package io.kakou.analysis.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.analysis.gate.GreyPicture;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Films made at test time: none is committed. */
public final class Clips {
    static final Size SIZE = new Size(320, 180);

    private Clips() {}

    /** A bright square that moves one pixel a frame over a gradient. */
    static Picture picture(Size size, int frame) {
        Picture picture = Picture.allocate(size.width(), size.height());
        int side = size.height() / 4;
        int left = frame % (size.width() - side);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean square = x >= left && x < left + side && y >= side && y < 2 * side;
                int i = (y * size.width() + x) * 3;
                picture.rgb().put(i, (byte) (square ? 250 : 40 + x * 120 / size.width()));
                picture.rgb().put(i + 1, (byte) (square ? 240 : 60 + y * 120 / size.height()));
                picture.rgb().put(i + 2, (byte) (square ? 30 : 90));
            }
        }
        return picture;
    }

    /** An H.264 film at 25 frames and 400 kb a second, a keyframe each second. */
    public static Path film(Path file, Size size, int frames) throws IOException {
        try (VideoWriter writer = VideoWriter.create(file, new VideoWriter.Settings(size, 25, 400_000, 1))) {
            for (int i = 0; i < frames; i++) {
                writer.add(picture(size, i));
            }
            writer.finish();
        }
        return file;
    }

    /** An H.265 film of 320x180 at 25 frames a second, pictures reordered, a keyframe each 20. */
    public static Path h265(Path file, int frames) throws IOException, InterruptedException {
        String made =
                "-f lavfi -i testsrc2=s=320x180:r=25 -c:v libx265 -x265-params log-level=none:keyint=20:bframes=2";
        List<String> arguments = new ArrayList<>(List.of(made.split(" ", -1)));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-frames:v", String.valueOf(frames), file.toString()));
        byte[] unused = ffmpeg(arguments.toArray(String[]::new));
        return file;
    }

    /** What one decoded frame said and showed. */
    record Seen(
            String id, double seconds, Size size, boolean keyframe, boolean intact, ByteBuffer rgb, GreyPicture grey) {
        static Seen of(DecodedFrame frame, Scaler scaler) {
            Picture picture = scaler.picture(frame);
            return new Seen(
                    frame.id(),
                    frame.seconds(),
                    frame.size(),
                    frame.keyframe(),
                    frame.intact(),
                    picture.rgb(),
                    scaler.grey(frame));
        }
    }

    static List<Seen> decode(Path file, Size size) throws UnreadableVideo {
        List<Seen> seen = new ArrayList<>();
        try (VideoFile video = VideoFile.open(file);
                Scaler scaler = new Scaler(size)) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                seen.add(Seen.of(frame, scaler));
            }
        }
        return seen;
    }

    /** How many frames of a film decode, all of them whole. */
    public static int frames(Path file) throws UnreadableVideo {
        List<Seen> seen = decode(file, SIZE);
        assertThat(seen).allSatisfy(frame -> assertThat(frame.intact()).isTrue());
        return seen.size();
    }

    /** Runs the ffmpeg program; the test is skipped where there is none, or where it lacks what is asked for. */
    public static byte[] ffmpeg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        Path words = Files.createTempFile("ffmpeg", ".txt");
        Path out = Files.createTempFile("ffmpeg", ".out");
        Process process = started(command, words, out);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(words, UTF_8);
        byte[] result = Files.readAllBytes(out);
        Files.delete(words);
        Files.delete(out);
        assumeTrue(process.exitValue() == 0, "needs program: an ffmpeg that can: " + said);
        return result;
    }

    private static Process started(List<String> command, Path words, Path out) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(words.toFile())
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("needs program: ffmpeg", e);
        }
    }
}
