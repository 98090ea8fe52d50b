package io.kakou.benchmarks;

import io.kakou.benchmarks.endure.Endure;
import io.kakou.benchmarks.endure.EndureFigures;
import io.kakou.benchmarks.endure.Plan;
import io.kakou.benchmarks.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench endure}. */
@Command(
        name = "endure",
        mixinStandardHelpOptions = true,
        description = {
            "Watches and records simulated cameras by kakou run, half of them with faults (drops, hangs, loss, garbage, clocks",
            "that jump, sizes that change), kills the object store for a while, and says what grew, what was stuck, and what was",
            "lost beside what the faults destroyed: a line of JSON. Needs Linux, a JDK, ffmpeg with x264, and disk space:",
            "what the cameras send, and a third more."
        })
final class EndureCommand implements Callable<Integer> {
    @Option(names = "--cameras", defaultValue = "300", paramLabel = "N", description = "How many; ${DEFAULT-VALUE}")
    private int cameras;

    @Option(
            names = "--seconds",
            defaultValue = "3600",
            paramLabel = "S",
            description = "Measured so long; ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--away",
            defaultValue = "600",
            paramLabel = "S",
            description = "The store is killed for so long, from a third of that on; ${DEFAULT-VALUE}")
    private double away;

    @Option(
            names = "--kilobits",
            defaultValue = "130",
            paramLabel = "N",
            description = "What a camera sends a second, on average; ${DEFAULT-VALUE}")
    private int kilobits;

    @Option(
            names = "--set",
            paramLabel = "LINE",
            description = "A line more of kakou.yml, as in --set 'look: {cores: 0.3}'.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            paramLabel = "DIR",
            description = "Real footage; without it cameras show a test picture.")
    private Path data = Path.of("");

    @Option(names = "--films", paramLabel = "DIR", description = "Takes the coded films, for the next time.")
    private @Nullable Path films;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(Path.of("/proc/self/smaps")) || !Program.runs(List.of("ffmpeg", "-version"))) {
            System.err.println("kakou: no /proc, or no ffmpeg on the path; allowed: Linux with ffmpeg");
            return CommandLine.ExitCode.USAGE;
        }
        Plan plan = new Plan(cameras, seconds, away, kilobits);
        Endure endure = new Endure(plan, data, films, settings, line -> System.err.println("kakou: " + line));
        EndureFigures figures = endure.measure();
        Lines.tell("endure", figures, Machine.here(), out);
        return CommandLine.ExitCode.OK;
    }
}
