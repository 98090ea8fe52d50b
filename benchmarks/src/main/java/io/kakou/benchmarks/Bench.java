package io.kakou.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code kakou bench}: measures, prints the table, writes the figures. */
@Command(
        name = "kakou bench",
        mixinStandardHelpOptions = true,
        version = "kakou 0.1.0",
        description = {
            "Measures decode, scale, gate, detect and track beside ffmpeg and ONNX Runtime, in about four minutes.",
            "What else is given goes to JMH: names to measure (decode, detect …), -i 30, -f 3, -v NORMAL."
        },
        subcommands = {
            AlarmsCommand.class,
            ChildCommand.class,
            ClockCommand.class,
            DetectorCommand.class,
            EndureCommand.class,
            FuzzCommand.class,
            GateCommand.class,
            IngestCommand.class,
            InteropCommand.class,
            KeyframesCommand.class,
            KillsCommand.class,
            LiftsCommand.class,
            OutageCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            RoomsCommand.class,
            SearchCommand.class,
            TrackCommand.class,
            TrucksCommand.class,
            WatchCommand.class,
            WorkersCommand.class
        })
public final class Bench implements Callable<Integer> {
    private static final int STAGED_FRAMES = 810;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the figures as JSON.")
    private @Nullable Path out;

    @Option(
            names = "--film",
            paramLabel = "FILE",
            description = "Measure on it instead of on a staged 360p sub stream.")
    private @Nullable Path film;

    @Unmatched
    private List<String> forJmh = new ArrayList<>();

    public static void main(String... words) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        System.exit(line.execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.here();
        System.err.println("kakou: measuring, for up to four minutes; with -v NORMAL each turn is shown");
        if (film != null && !Files.isReadable(film)) {
            System.err.println("kakou: --film " + film + "; allowed: a film that can be read");
            return CommandLine.ExitCode.USAGE;
        }
        Report report = film == null
                ? staged(machine)
                : measured(machine, film, film.getFileName().toString());
        Path file = out == null ? beside() : out;
        report.write(file);
        System.out.print(report.table());
        System.out.println(machine.words() + "; film: " + report.film() + "\nEvery turn is in " + file);
        return CommandLine.ExitCode.OK;
    }

    /** JMH's word for what went wrong in one line; where it is a bug of ours, its trace too. */
    private static int failed(Exception failure) throws Exception {
        if (failure instanceof RunnerException || failure instanceof CommandLineOptionException) {
            System.err.println("kakou: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private Report staged(Machine machine) throws Exception {
        Path folder = Files.createTempDirectory("kakou-bench");
        Path file = folder.resolve("staged.mp4");
        try {
            Scene.film(file, STAGED_FRAMES);
            return measured(machine, file, "staged");
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private Report measured(Machine machine, Path file, String name)
            throws CommandLineOptionException, RunnerException {
        // The class path is long, and each fork's would be on its command line.
        System.setProperty("jmh.separateClasspathJAR", "true");
        CommandLineOptions given = new CommandLineOptions(forJmh.toArray(new String[0]));
        var options = new OptionsBuilder()
                .parent(given)
                .verbosity(given.verbosity().orElse(VerboseMode.SILENT))
                .param("film", file.toAbsolutePath().toString())
                .shouldFailOnError(true);
        if (machine.systemFfmpeg() == null) {
            options.param("ffmpeg", Ffmpeg.Build.BUNDLED.name());
        }
        List<Row> rows = new Runner(options.build()).run().stream().map(Row::of).toList();
        return new Report(machine, name, rows);
    }

    /** In the build's own folder, wherever the command was given. */
    private static Path beside() throws URISyntaxException {
        Path classes = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return classes.resolveSibling("results.json");
    }
}
