package io.kakou.benchmarks;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run ran on.
 *
 * @param cpu the processor's name
 * @param cores that this process may use
 * @param load mean number of running programs in the minute before; over half the cores, figures are doubtful
 * @param jdk version
 * @param ffmpeg version of the libraries that Kakou calls, and of the program built on them
 * @param systemFfmpeg version of the machine's own, null without one
 * @param onnxRuntime version
 */
record Machine(
        String cpu,
        int cores,
        double load,
        String jdk,
        @Nullable String ffmpeg,
        @Nullable String systemFfmpeg,
        String onnxRuntime) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here() throws IOException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                load,
                Runtime.version().toString(),
                new Ffmpeg(Ffmpeg.Build.BUNDLED).version(),
                new Ffmpeg(Ffmpeg.Build.SYSTEM).version(),
                OrtEnvironment.getEnvironment().getVersion());
    }

    /** One line for people. */
    String words() {
        return cpu + ", " + cores + " cores, load " + load + "; JDK " + jdk + ", FFmpeg " + ffmpeg + " (the machine's: "
                + systemFfmpeg + "), ONNX Runtime " + onnxRuntime;
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
