package io.kakou.benchmarks;

import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.Stock;
import io.kakou.benchmarks.child.ChildBench;
import io.kakou.benchmarks.tracks.TrackBench;
import io.kakou.events.CameraKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench track}. */
@Command(
        name = "track",
        mixinStandardHelpOptions = true,
        description = {
            "Follows people through a film in which it is known where they are, and through staged streets, from 10 looks a",
            "second to bursts, by true boxes and by the detector's: MOTA, MOTP, IDF1, switches, beside a plain tracker."
        })
final class TrackCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Has video/opencv-doc and video/vtest-truth.")
    private Path data = Path.of("");

    @Option(names = "--stock", defaultValue = "float", paramLabel = "HOW", description = "float, int8 or fine.")
    private String how = "";

    @Option(
            names = "--tuned-on",
            description = "The staged streets by which settings were chosen, instead of the others.")
    private boolean tunedOn;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    /** A line of figures. */
    private record Line(String stock, TrackBench.Line followed) {}

    @Override
    public Integer call() throws Exception {
        Stock stock = Stock.of(how).orElseThrow(() -> refused("--stock is " + how + "; allowed: " + Stock.words()));
        if (!ChildBench.isThere(data)) {
            throw refused(
                    "--data " + data + "; allowed: a folder with video/opencv-doc/vtest.avi and video/vtest-truth");
        }
        Consumer<String> people = System.err::println;
        try (Detectors detectors = Detectors.open(null, stock, people)) {
            Machine machine = Machine.here();
            TrackBench bench = new TrackBench(data, detectors.of(CameraKind.STREET));
            tell(bench.real(), machine);
            tell(tunedOn ? bench.tunedOn(people) : bench.staged(people), machine);
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(TrackBench.Films films, Machine machine) throws IOException {
        for (TrackBench.Line line : TrackBench.follow(films)) {
            System.err.printf(
                    Locale.ROOT,
                    "%-11s %-28s %-10s %-16s MOTA %.3f [%.3f, %.3f] MOTP %.3f IDF1 %.3f, %d switches, %d broken, of %d%n",
                    line.footage(),
                    line.pace(),
                    line.boxes(),
                    line.tracker(),
                    line.score().mota(),
                    line.score().motaLow(),
                    line.score().motaHigh(),
                    line.score().motp(),
                    line.score().idf1(),
                    line.score().switches(),
                    line.score().fragmentations(),
                    line.score().there());
            Lines.tell("track", new Line(how, line), machine, out);
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
