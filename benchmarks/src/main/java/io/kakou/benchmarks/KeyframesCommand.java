package io.kakou.benchmarks;

import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.keyframes.Recoded;
import io.kakou.benchmarks.keyframes.Recoded.Coder;
import io.kakou.benchmarks.keyframes.Recoded.Stream;
import io.kakou.benchmarks.keyframes.Sharing;
import io.kakou.benchmarks.keyframes.Smoothing;
import io.kakou.events.CameraKind;
import io.kakou.models.Detector;
import io.kakou.models.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou bench keyframes}. */
@Command(
        name = "keyframes",
        mixinStandardHelpOptions = true,
        description = {
            "Recodes films as cameras' sub streams and decodes keyframes alone: by a decoder a camera, by few that go from",
            "camera to camera, and without the loop filter; then what the filter's absence does to the gate and to detections."
        })
final class KeyframesCommand implements Callable<Integer> {
    /** 2 s of 25 pictures, as sub streams have it; short ones give more keyframes to compare. */
    private static final Stream SUB_STREAM = new Stream(new Size(640, 360), 1_000_000, 50);

    private static final Stream SHORT = new Stream(new Size(640, 360), 1_000_000, 10);
    private static final Stream D1 = new Stream(new Size(704, 576), 1_000_000, 50);
    private static final Stream CIF = new Stream(new Size(352, 288), 512_000, 50);

    @Parameters(paramLabel = "FILM", arity = "1..*", description = "Films of fixed cameras.")
    private List<Path> films = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        for (Path film : films) {
            if (!Files.isReadable(film)) {
                throw new ParameterException(spec.commandLine(), "film " + film + "; allowed: one that can be read");
            }
        }
        Consumer<String> people = System.err::println;
        try (Detectors detectors = Detectors.open(people)) {
            Machine machine = Machine.here();
            for (Coder coder : coders()) {
                tell(coder, List.of(SUB_STREAM), machine);
                tell(coder, List.of(SUB_STREAM, D1, CIF), machine);
            }
            Detector detector = detectors.of(CameraKind.STREET);
            for (Path film : films) {
                for (Coder coder : coders()) {
                    Smoothing.Figure figure = Smoothing.of(Recoded.of(film, coder, SHORT), detector);
                    Lines.tell("loop-filter", figure, machine, out);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static List<Coder> coders() throws InterruptedException {
        return Coder.X264.isThere() ? List.of(Coder.X264, Coder.OPEN_H264) : List.of(Coder.OPEN_H264);
    }

    /** A line of figures. */
    private record Line(Coder coder, Sharing.Figure shared) {}

    private void tell(Coder coder, List<Stream> streams, Machine machine) throws Exception {
        List<Recoded> recoded = new ArrayList<>();
        for (Path film : films) {
            for (Stream stream : streams) {
                recoded.add(Recoded.of(film, coder, stream));
            }
        }
        for (Sharing.Figure figure : new Sharing(recoded).measure()) {
            System.err.printf(
                    Locale.ROOT,
                    "%s, %-18s %d sizes: %7.1f µs a keyframe of %.0f bytes (%.0f + %.1f a kB), %.3f of a decoder a camera%n",
                    coder,
                    figure.how(),
                    figure.sizes(),
                    figure.micros(),
                    figure.meanBytes(),
                    figure.base(),
                    figure.aKilobyte(),
                    figure.ratio());
            Lines.tell("keyframes", new Line(coder, figure), machine, out);
        }
    }
}
