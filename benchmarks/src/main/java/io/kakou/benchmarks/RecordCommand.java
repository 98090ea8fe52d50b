package io.kakou.benchmarks;

import io.kakou.benchmarks.record.RecordBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench record}. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = {
            "Records cameras of 1 Mb/s all the time into the embedded object store, from memory, and says what that",
            "costs: one line of JSON. Needs Linux, and disk space: 0.13 MB a second and camera, twice over."
        })
final class RecordCommand implements Callable<Integer> {
    private static final long GIB = 1L << 30;

    @Option(names = "--cameras", defaultValue = "300", paramLabel = "N", description = "How many; ${DEFAULT-VALUE}")
    private int cameras;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            paramLabel = "S",
            description = "Measured so long, after 70 s in which the first objects are made; ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--away",
            defaultValue = "0",
            paramLabel = "S",
            description = "The store is killed for so long within the measured time; ${DEFAULT-VALUE}")
    private double away;

    @Option(
            names = "--spool",
            defaultValue = "24",
            paramLabel = "GIB",
            description = "Most that may wait on the disk; ${DEFAULT-VALUE}")
    private double spool;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "For what is recorded; a new one where temporary files go.")
    private @Nullable Path folder;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            System.err.println("kakou: no /proc; allowed: Linux");
            return CommandLine.ExitCode.USAGE;
        }
        Path root = folder == null ? Files.createTempDirectory("kakou-record") : Files.createDirectories(folder);
        try (Films films = Films.make()) {
            RecordBench bench = new RecordBench(
                    films.files().get(0),
                    Files.createTempDirectory(root, "run"),
                    cameras,
                    seconds,
                    away,
                    Math.round(spool * GIB));
            Lines.tell("record", bench.measure(), Machine.here(), out);
        }
        return CommandLine.ExitCode.OK;
    }
}
