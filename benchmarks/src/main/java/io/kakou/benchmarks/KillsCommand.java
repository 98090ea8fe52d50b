package io.kakou.benchmarks;

import io.kakou.benchmarks.kills.Kills;
import io.kakou.benchmarks.kills.KillsFigures;
import io.kakou.benchmarks.kills.KillsPlan;
import io.kakou.benchmarks.process.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench kills}. */
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the rooms' job on a standalone Flink, every part a process of its own, and kills (SIGKILL) a TaskManager, the",
            "JobManager, the broker and everything in turn, at seeded random moments under load. Says whether each transition",
            "that went in came out, once: one line of JSON, and ends with 1 where not. Needs Linux and 4 GB of memory."
        })
final class KillsCommand implements Callable<Integer> {
    @Option(names = "--kills", defaultValue = "25", paramLabel = "N", description = "Of each.")
    private int kills;

    @Option(names = "--rate", defaultValue = "20", paramLabel = "R", description = "Alerts a second.")
    private double rate;

    @Option(names = "--pause", defaultValue = "4", paramLabel = "S", description = "Longest before the next kill.")
    private double pause;

    @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "Of the moments.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Option(names = "--keep", description = "Leaves the folder, with every part's log.")
    private boolean keep;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        KillsPlan plan = plan();
        Machine machine = Machine.here();
        Path folder = Files.createTempDirectory("kakou-kills");
        try {
            KillsFigures figures = Kills.measure(folder, plan, line -> System.err.println("kakou: " + line));
            Lines.tell("kills", figures, machine, out);
            return figures.isWhole() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } finally {
            if (keep) {
                System.err.println("kakou: the parts' logs are in " + folder);
            } else {
                Scratch.delete(folder);
            }
        }
    }

    private KillsPlan plan() {
        try {
            return new KillsPlan(kills, rate, seed, pause);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
