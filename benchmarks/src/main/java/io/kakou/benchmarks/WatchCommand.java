package io.kakou.benchmarks;

import io.kakou.benchmarks.process.Program;
import io.kakou.benchmarks.watch.CapacityTable;
import io.kakou.benchmarks.watch.Coding.Weather;
import io.kakou.benchmarks.watch.Watch;
import io.kakou.benchmarks.watch.WatchFigures;
import io.kakou.events.CameraKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Watches a street of simulated 360p cameras by kakou run, with events at known times in lifts, at gates and in",
            "streets, and from --seconds 900 on with water on roads. Says what was found, how soon, and what all of it",
            "cost: a line of JSON a number of cameras. Needs Linux and ffmpeg with x264."
        })
final class WatchCommand implements Callable<Integer> {
    @Option(
            names = "--cameras",
            split = ",",
            defaultValue = "1562",
            paramLabel = "N",
            description = "How many; 50,200 one after the other.")
    private List<Integer> cameras = List.of();

    @Option(names = "--seconds", defaultValue = "120", paramLabel = "S", description = "Measured so long.")
    private double seconds;

    @Option(names = "--settle", defaultValue = "60", paramLabel = "S", description = "So long before that, unmeasured.")
    private double settle;

    @Option(
            names = "--record",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Cameras of these kinds are recorded all the time, as in --record LIFT,GATE. All others are with"
                            + " their alerts.")
    private Set<CameraKind> recorded = EnumSet.noneOf(CameraKind.class);

    @Option(names = "--rain", description = "It rains.")
    private boolean rain;

    @Option(
            names = "--set",
            paramLabel = "LINE",
            description = "A line more of kakou.yml, as in --set 'look: {cores: 1.5}'.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            paramLabel = "DIR",
            description = "Real footage; without it, gates and streets are drawn.")
    private Path data = Path.of("");

    @Option(
            names = "--films",
            paramLabel = "DIR",
            description = "Takes the staged films, for the next time: making and judging them whole takes minutes.")
    private @Nullable Path films;

    @Option(
            names = "--uniform",
            paramLabel = "F",
            description = "Instead: what looking costs as it is planned beside F detections a second on everything.")
    private @Nullable Double uniform;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Instead: the lines of this file, written by --out before, as a table.")
    private @Nullable Path table;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (table != null) {
            System.out.print(CapacityTable.of(table));
            return CommandLine.ExitCode.OK;
        }
        if (!Files.exists(Path.of("/proc/self/stat")) || !Program.runs(List.of("ffmpeg", "-version"))) {
            System.err.println("kakou: no /proc, or no ffmpeg on the path; allowed: Linux with ffmpeg");
            return CommandLine.ExitCode.USAGE;
        }
        Watch watch = new Watch(
                data,
                films,
                rain ? Weather.RAIN : Weather.DRY,
                seconds,
                settle,
                recorded,
                settings,
                line -> System.err.println("kakou: " + line));
        if (uniform != null) {
            Lines.tell("watch-uniform", watch.beside(uniform), Machine.here(), out);
            return CommandLine.ExitCode.OK;
        }
        for (int number : cameras) {
            WatchFigures figures = watch.of(number);
            // Behind the run: asking ONNX Runtime for its version keeps DJL from setting it up.
            Lines.tell("watch", figures, Machine.here(), out);
        }
        return CommandLine.ExitCode.OK;
    }
}
