package io.kakou.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** The {@code ffmpeg} program as a peer: one thread to decode, one to filter, nothing kept of what comes out. */
public final class Ffmpeg {
    private static final Pattern USED = Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s");
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");
    private static final List<String> QUIETLY = List.of("-hide_banner", "-nostdin", "-nostats", "-benchmark");
    private static final double PATIENCE_SECONDS = 120;

    private final String program;

    /** Whose. */
    public enum Build {
        /** Built on the very libraries that Kakou calls: what differs is the calling. */
        BUNDLED,
        /** The machine's own, from the path. */
        SYSTEM
    }

    /** Which pictures are decoded. */
    enum Decoded {
        ALL,
        KEYFRAMES
    }

    /**
     * What is decoded, and what becomes of it.
     *
     * @param film its name
     * @param filter of libavfilter; {@code null} is the one that does nothing
     * @param frames after so many have come out it ends
     * @param decoded which of them are decoded
     */
    record Job(String film, String filter, int frames, Decoded decoded) {
        Job(String film, String filter, int frames) {
            this(film, filter, frames, Decoded.ALL);
        }

        List<String> arguments() {
            List<String> words = new ArrayList<>(QUIETLY);
            String skipped =
                    switch (decoded) {
                        case ALL -> "default";
                        case KEYFRAMES -> "nokey";
                    };
            words.addAll(List.of("-threads", "1", "-skip_frame", skipped, "-i", film, "-map", "0:v:0"));
            words.addAll(List.of("-frames:v", Integer.toString(frames), "-fps_mode", "passthrough"));
            words.addAll(List.of("-filter_threads", "1", "-vf", filter, "-f", "null", "-"));
            return words;
        }
    }

    Ffmpeg(Build build) {
        this.program = switch (build) {
            case BUNDLED -> Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
            case SYSTEM -> "ffmpeg";
        };
    }

    /** Its own word for itself, or null where there is none to run. */
    @Nullable
    String version() throws IOException, InterruptedException {
        try {
            Matcher version = VERSION.matcher(run(List.of("-version")));
            return version.find() ? version.group(1) : null;
        } catch (ProgramMissing e) {
            return null;
        }
    }

    /** CPU µs of the whole process, all its threads, in user and kernel. */
    double micros(Job job) throws IOException, InterruptedException {
        String said = run(job.arguments());
        Matcher used = USED.matcher(said);
        if (!used.find()) {
            throw new IOException(program + " " + String.join(" ", job.arguments()) + " failed: " + said);
        }
        return (Double.parseDouble(used.group(1)) + Double.parseDouble(used.group(2))) * 1e6;
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(arguments);
        Path said = Files.createTempFile("kakou-bench", ".txt");
        Process process = started(words, said);
        try {
            if (!process.waitFor((long) (PATIENCE_SECONDS * 1000), TimeUnit.MILLISECONDS)) {
                throw new IOException(String.join(" ", words) + " took longer than " + PATIENCE_SECONDS + " s");
            }
            return Files.readString(said, UTF_8);
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }

    private static Process started(List<String> words, Path said) throws IOException {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            Files.delete(said);
            throw new ProgramMissing(e);
        }
    }

    private static final class ProgramMissing extends IOException {
        private static final long serialVersionUID = 1L;

        ProgramMissing(IOException cause) {
            super("cannot be started", cause);
        }
    }
}
