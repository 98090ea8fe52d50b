package io.kakou.benchmarks.keyframes;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.benchmarks.process.Program;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A film as a camera would send it: H.264 of a constant rate, without B pictures, with the loop filter on.
 *
 * @param name of the film and of what coded it
 * @param keyframes access units, in order
 */
public record Recoded(String name, Size size, List<byte[]> keyframes) {
    private static final int RATE = 25;

    /**
     * How it is coded.
     *
     * @param gopFrames from keyframe to keyframe
     */
    public record Stream(Size size, int bitsPerSecond, int gopFrames) {}

    public Recoded {
        keyframes = List.copyOf(keyframes);
    }

    /** What codes it. */
    public enum Coder {
        /** The machine's, by its ffmpeg: with arithmetic coding, as most cameras have it. */
        X264,
        /** Comes with Kakou. */
        OPEN_H264;

        /** Whether this machine has it. */
        public boolean isThere() throws InterruptedException {
            return this == OPEN_H264 || Program.runs(List.of("ffmpeg", "-h", "encoder=libx264"));
        }
    }

    /** A film's keyframes after it was coded anew. */
    public static Recoded of(Path film, Coder coder, Stream stream)
            throws IOException, InterruptedException, UnreadableVideo {
        Path folder = Files.createTempDirectory("kakou-recoded");
        Path coded = folder.resolve("film.mp4");
        try {
            switch (coder) {
                case X264 -> Program.run(x264(film, stream, coded));
                case OPEN_H264 -> openH264(film, stream, coded);
            }
            return new Recoded(film.getFileName() + ", " + coder, stream.size, keyframesOf(coded));
        } finally {
            Files.deleteIfExists(coded);
            Files.delete(folder);
        }
    }

    private static List<String> x264(Path film, Stream stream, Path coded) {
        String size = stream.size.width() + ":" + stream.size.height();
        String bits = Integer.toString(stream.bitsPerSecond);
        String gop = Integer.toString(stream.gopFrames);
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i", film.toString(), "-an"));
        words.addAll(List.of(
                "-vf",
                "setpts=N/" + RATE + "/TB,scale=" + size + ",setsar=1",
                "-r",
                Integer.toString(RATE),
                "-threads",
                "1"));
        words.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-sc_threshold", "0"));
        words.addAll(List.of("-g", gop, "-keyint_min", gop, "-b:v", bits, "-maxrate", bits, "-bufsize", bits));
        words.add(coded.toString());
        return words;
    }

    private static void openH264(Path film, Stream stream, Path coded) throws IOException, UnreadableVideo {
        double gopSeconds = stream.gopFrames / (double) RATE;
        var settings = new VideoWriter.Settings(stream.size, RATE, stream.bitsPerSecond, gopSeconds);
        try (VideoFile video = VideoFile.open(film);
                Scaler scaler = new Scaler(stream.size);
                VideoWriter writer = VideoWriter.create(coded, settings)) {
            Picture picture = Picture.allocate(stream.size.width(), stream.size.height());
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                writer.add(scaler.picture(frame, picture));
            }
            writer.finish();
        }
    }

    private static List<byte[]> keyframesOf(Path coded) throws UnreadableVideo {
        List<byte[]> keyframes = new ArrayList<>();
        try (CodedFile file = CodedFile.open(coded)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
                if (unit.keyframe()) {
                    keyframes.add(unit.bytes());
                }
            }
        }
        return keyframes;
    }

    /** Mean bytes of a keyframe. */
    public double meanBytes() {
        return keyframes.stream().mapToInt(unit -> unit.length).average().orElse(0);
    }
}
