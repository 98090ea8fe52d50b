package io.kakou.benchmarks;

import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.child.ChildBench;
import io.kakou.benchmarks.wakes.GateBench;
import io.kakou.benchmarks.wakes.GateBench.Gates;
import io.kakou.benchmarks.wakes.GateBench.Half;
import io.kakou.events.CameraKind;
import io.kakou.models.evaluation.Share;
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

/** {@code kakou bench gate}. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "Lays noise, exposure, headlights, rain, insects, infrared light, shaking and leaves over real pictures, and people who",
            "come into them; codes them as a camera does, and counts what wakes the detector, beside the gate as it was. And fog,",
            "defocus and covers: whether they are told, and what is told though nothing is wrong."
        })
final class GateCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Has flood/street-camera, child, ebike, video/opencv-doc and video/vtest-truth.")
    private Path data = Path.of("");

    @Option(
            names = "--scenes",
            defaultValue = "20",
            paramLabel = "N",
            description = "So many. Default: ${DEFAULT-VALUE}.")
    private int scenes;

    @Option(
            names = "--half",
            defaultValue = "ODD",
            paramLabel = "HALF",
            description = "ODD, or EVEN: the scenes on which settings were chosen.")
    private Half half = Half.ODD;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!ChildBench.isThere(data) || scenes < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--data " + data + ", --scenes " + scenes
                            + "; allowed: a folder with video/opencv-doc/vtest.avi and video/vtest-truth, 1 and more");
        }
        Consumer<String> people = System.err::println;
        try (Detectors detectors = Detectors.open(people)) {
            Machine machine = Machine.here();
            GateBench bench = new GateBench(data, people);
            Gates gates = bench.ask(bench.stage(half, scenes, detectors.of(CameraKind.STREET)));
            for (GateBench.Line line : gates.lines()) {
                say(line.gate() + ", " + line.disturbance() + ": woken", line.woken());
                if (line.seen().n() > 0) {
                    say(line.gate() + ", " + line.disturbance() + ": who came seen", line.seen());
                }
                Lines.tell("gate", line, machine, out);
            }
            for (GateBench.Tall line : gates.byHeight()) {
                say(line.gate() + ": seen, " + line.pixels() + " pixels tall", line.seen());
                Lines.tell("gate-people", line, machine, out);
            }
            for (GateBench.Sight line : bench.sight(bench.blind(half, scenes))) {
                say(line.what() + ": told", line.told());
                Lines.tell("clarity", line, machine, out);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static void say(String what, Share share) {
        System.err.printf(
                Locale.ROOT, "%-48s %d of %d [%.3f, %.3f]%n", what, share.k(), share.n(), share.low(), share.high());
    }
}
