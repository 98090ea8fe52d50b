package io.kakou.benchmarks;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run ran on.
 *
 * @param cpu the processor's name
 * @param vectors the best of its instructions for vectors that ONNX Runtime makes use of: a detection takes twice the time
 *     where AVX-512 is missing; null where the machine does not tell
 * @param cores that this process may use
 * @param load mean number of running programs in the minute before; over half the cores, figures are doubtful
 * @param jdk version
 * @param ffmpeg version of the libraries that Kakou calls, and of the program built on them
 * @param systemFfmpeg version of the machine's own, null without one
 * @param onnxRuntime version
 */
record Machine(
        String cpu,
        @Nullable String vectors,
        int cores,
        double load,
        String jdk,
        @Nullable String ffmpeg,
        @Nullable String systemFfmpeg,
        String onnxRuntime) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final List<String> VECTORS = List.of("avx512_vnni", "avx_vnni", "avx512f", "avx2", "avx");

    static Machine here() throws IOException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                told("model name").orElse(System.getProperty("os.arch")),
                bestVectors(),
                Runtime.getRuntime().availableProcessors(),
                load,
                Runtime.version().toString(),
                new Ffmpeg(Ffmpeg.Build.BUNDLED).version(),
                new Ffmpeg(Ffmpeg.Build.SYSTEM).version(),
                OrtEnvironment.getEnvironment().getVersion());
    }

    /** One line for people. */
    String words() {
        return cpu + " (" + vectors + "), " + cores + " cores, load " + load + "; JDK " + jdk + ", FFmpeg " + ffmpeg
                + " (the machine's: " + systemFfmpeg + "), ONNX Runtime " + onnxRuntime;
    }

    private static @Nullable String bestVectors() throws IOException {
        List<String> flags = List.of(told("flags").orElse("").split(" ", -1));
        return VECTORS.stream().filter(flags::contains).findFirst().orElse(null);
    }

    /** What is said of the first processor. */
    private static Optional<String> told(String key) throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }
}
