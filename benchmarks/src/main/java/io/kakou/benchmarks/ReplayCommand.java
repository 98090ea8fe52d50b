package io.kakou.benchmarks;

import io.kakou.app.demo.DemoClip;
import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.Stock;
import io.kakou.benchmarks.process.Scratch;
import io.kakou.benchmarks.replay.Found;
import io.kakou.benchmarks.replay.Replays;
import io.kakou.benchmarks.replay.Run;
import io.kakou.models.weights.NpmCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Raises alerts by judging films with the real detector, bundles each as an installation does, and judges each again",
            "from its bundle alone: how many agree to the last bit. Then the stock detector in eight bits beside the same in",
            "floats over the same bundles. Variants of the drawn lift film, and with --data real stills. Exit code 1 where any",
            "replay differs."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final double REAL_SHARE = 0.25;

    @Option(names = "--alerts", defaultValue = "1000", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int alerts;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--data", paramLabel = "DIR", description = "A folder with ebike/ and truck/, of stills.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    private record AgainLine(String source, Found.Again again) {}

    private record Int8Line(String source, Found.Int8 int8) {}

    @Override
    public Integer call() throws Exception {
        if (alerts < 1 || threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--alerts " + alerts + ", --threads " + threads + "; allowed: 1 and more");
        }
        Consumer<String> people = System.err::println;
        Path folder = Files.createTempDirectory("kakou-bench");
        try (Detectors detectors = Detectors.open(people);
                Detectors int8 = Detectors.open(null, Stock.INT8, people);
                Replays replays = new Replays(detectors, int8, folder)) {
            Machine machine = Machine.here();
            replays.start();
            Run run = new Run(replays, folder, threads);
            Path films = data;
            Found real = films == null ? new Found() : run.real(films, (int) (alerts * REAL_SHARE));
            Path drawn = DemoClip.stage(Detectors.cache(), NpmCommand.ofPath(), people);
            Found staged = run.staged(drawn, alerts - real.alerts());
            System.err.println(run.films() + " films shown");
            boolean same = films == null || told("real", real, machine);
            return told("staged", staged, machine) && same ? 0 : 1;
        } finally {
            Scratch.delete(folder);
        }
    }

    /** Whether all agree. */
    private boolean told(String source, Found found, Machine machine) throws IOException {
        Found.Again again = found.again();
        Found.Int8 int8 = found.int8();
        System.err.printf(
                Locale.ROOT,
                "%s: %d of %d alerts agree bit for bit, %d differ; %.0f KB a bundle, %.0f ms a replay%n",
                source,
                again.same(),
                again.alerts(),
                again.alike() + again.differ(),
                again.bundleBytes() / 1e3,
                again.millis());
        System.err.printf(
                Locale.ROOT,
                "%s: int8 raises %d of %d that floats raise, and %d more; %d of %d looks decide the same; boxes' scores"
                        + " differ by %.3f at most, %.4f in the mean%n",
                source,
                int8.agree(),
                int8.alerts(),
                int8.fresh(),
                int8.decide(),
                int8.looks(),
                int8.mostScore(),
                int8.meanScore());
        Lines.tell("replay", new AgainLine(source, again), machine, out);
        Lines.tell("replay-int8", new Int8Line(source, int8), machine, out);
        return again.same() == again.alerts();
    }
}
