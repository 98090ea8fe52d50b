package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Outside programs that a test runs where the machine has them. */
final class Tool {
    private static final long LIMIT_SECONDS = 60;

    private Tool() {}

    /** Skips the test where a program does not run. */
    static void require(String... command) throws Exception {
        assumeTrue(runs(command), "needs program: " + String.join(" ", command) + " does not run here");
    }

    /** What it wrote to its standard output; it must end well. */
    static String run(Path folder, String... command) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(String.join(" ", command)).isTrue();
        assertThat(process.exitValue())
                .as(() -> String.join(" ", command) + ": " + text(err))
                .isZero();
        return text(out);
    }

    /** Three seconds of moving H.264 with B pictures in an MP4. */
    /** Three seconds, 75 pictures. */
    static Path sample(Path folder) throws Exception {
        return sample(folder, 3);
    }

    static Path sample(Path folder, int seconds) throws Exception {
        require("ffmpeg", "-version");
        assumeTrue(
                run(folder, "ffmpeg", "-hide_banner", "-encoders").contains(" libx264 "),
                "needs program: an ffmpeg with libx264");
        Path file = folder.resolve("sample.mp4");
        List<String> command = Stream.of(
                        "ffmpeg -v error -f lavfi -i testsrc2=size=320x180:rate=25 -t " + seconds
                                + " -pix_fmt yuv420p -c:v libx264",
                        "-g 25 -bf 2 -x264-params slices=1:sliced-threads=0",
                        file.toString())
                .flatMap(words -> Arrays.stream(words.split(" ", -1)))
                .toList();
        run(folder, command.toArray(String[]::new));
        return file;
    }

    /** The same pictures as a byte stream, as ffmpeg makes it from the file. */
    static byte[] annexB(Path folder, Path sample) throws Exception {
        Path stream = folder.resolve("sample.h264");
        run(folder, "ffmpeg", "-v", "error", "-y", "-i", sample.toString(), "-c", "copy", stream.toString());
        return Files.readAllBytes(stream);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
