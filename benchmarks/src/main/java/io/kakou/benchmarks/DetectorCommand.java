package io.kakou.benchmarks;

import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.Stock;
import io.kakou.benchmarks.boxes.Comparison;
import io.kakou.benchmarks.boxes.Example;
import io.kakou.events.CameraKind;
import io.kakou.models.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench detector}. */
@Command(
        name = "detector",
        mixinStandardHelpOptions = true,
        description = {
            "Finds what people drew boxes around, with the stock detector as it is and as --stock says, picture by picture in",
            "turn: average precision at an IoU of .5 by class, the difference with its interval, milliseconds of one core."
        })
final class DetectorCommand implements Callable<Integer> {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--stock", defaultValue = "int8", paramLabel = "HOW", description = "int8 or fine.")
    private String how = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    /** Pictures or a film. */
    private static final class Source {
        @ArgGroup(exclusive = false)
        private @Nullable Pictures pictures;

        @ArgGroup(exclusive = false)
        private @Nullable Film film;
    }

    /** In YOLO's form. */
    private static final class Pictures {
        @Option(names = "--pictures", required = true, paramLabel = "DIR", description = "Pictures.")
        private Path folder = Path.of("");

        @Option(names = "--labels", required = true, paramLabel = "DIR", description = "Their boxes, in YOLO's form.")
        private Path labels = Path.of("");

        @Option(
                names = "--classes",
                split = ",",
                defaultValue = "0=person,1=bicycle,2=car,3=motorcycle,5=bus,7=truck",
                paramLabel = "N=WORD",
                description = "The detector's words by the boxes' numbers. Default: ${DEFAULT-VALUE}.")
        private Map<String, String> classes = Map.of();
    }

    /** With people's boxes. */
    private static final class Film {
        @Option(names = "--film", required = true, paramLabel = "FILE", description = "A film.")
        private Path file = Path.of("");

        @Option(names = "--people", required = true, paramLabel = "FILE", description = "People in it: a MOT table.")
        private Path table = Path.of("");

        @Option(names = "--size", required = true, paramLabel = "WxH", description = "The film's, in pixels.")
        private String size = "";
    }

    private record Line(String pictures, String stock, Comparison.Outcome found) {}

    @Override
    public Integer call() throws Exception {
        Stock stock = Stock.of(how).orElseThrow(() -> refused("--stock is " + how + "; allowed: " + Stock.words()));
        Consumer<String> people = System.err::println;
        try (Detectors plain = Detectors.open(people);
                Detectors other = Detectors.open(null, stock, people)) {
            Machine machine = Machine.here();
            Comparison.Outcome outcome = comparison().run(plain.of(CameraKind.STREET), other.of(CameraKind.STREET));
            System.err.printf(
                    Locale.ROOT,
                    "%d pictures: %.3f as it is, %.3f %s (difference %.3f to %.3f); %.1f and %.1f ms%n",
                    outcome.pictures(),
                    outcome.mean(),
                    outcome.otherMean(),
                    stock.word(),
                    outcome.differenceLow(),
                    outcome.differenceHigh(),
                    outcome.millis(),
                    outcome.otherMillis());
            Lines.tell("detector", new Line(name(), stock.word(), outcome), machine, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private Comparison comparison() throws Exception {
        Pictures pictures = source.pictures;
        if (pictures != null) {
            if (!Files.isDirectory(pictures.folder) || !Files.isDirectory(pictures.labels)) {
                throw refused("--pictures " + pictures.folder + ", --labels " + pictures.labels + "; allowed: folders");
            }
            List<String> words = List.copyOf(new LinkedHashSet<>(pictures.classes.values()));
            return new Comparison(Example.yolo(pictures.folder, pictures.labels, pictures.classes), words);
        }
        Film film = source.film;
        if (film == null || !film.size.matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}")) {
            throw refused("--size is " + (film == null ? "" : film.size) + "; allowed: like 768x576");
        }
        String[] sides = film.size.split("x", -1);
        Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        return new Comparison(Example.people(film.file, size, film.table), List.of("person"));
    }

    private String name() {
        Path folder = source.pictures == null ? null : source.pictures.folder;
        Path file = source.film == null ? folder : source.film.file;
        return file == null ? "" : String.valueOf(file.getFileName());
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
