package io.kakou.benchmarks;

import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.alarms.Alarms;
import io.kakou.benchmarks.alarms.Cost;
import io.kakou.benchmarks.alarms.Judgement;
import io.kakou.models.evaluation.Rate;
import java.io.IOException;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench alarms}. */
@Command(
        name = "alarms",
        mixinStandardHelpOptions = true,
        description = {
            "Watches films in which nothing happens for every event, each film whole, and says what is raised all the same:",
            "a line a folder of films (rain, night, a crowd) and one for all, with the hours and an exact bound; then what a",
            "look costs under each judgement. Every alarm is named with its film and second."
        })
final class AlarmsCommand implements Callable<Integer> {
    private static final double SHIFT_HOURS = 8;
    private static final int STREET_CAMERAS = 1562;
    private static final String ALL = "all";

    @Option(names = "--films", required = true, paramLabel = "DIR", description = "Films, in folders by condition.")
    private Path films = Path.of("");

    @Option(
            names = "--cost-of",
            paramLabel = "FILE",
            description = "The film whose looks the cost is taken on. Default: the first of them.")
    private @Nullable Path costOf;

    @Option(names = "--looks", defaultValue = "60", paramLabel = "N", description = "So many of its looks.")
    private int looks;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    /** One line of the answer; {@code low} and {@code high} bound the rate at 95 %, the shift is one of 8 h at 1,562 cameras. */
    private record Line(
            String event,
            String condition,
            int films,
            double hours,
            int alarms,
            double perHour,
            double low,
            double high,
            double perShift,
            double perShiftHigh) {
        static Line of(Alarms.Row row) {
            Rate rate = row.rate();
            double shift = SHIFT_HOURS * STREET_CAMERAS;
            return new Line(
                    row.judgement().word(),
                    row.condition(),
                    row.films(),
                    rate.hours(),
                    rate.k(),
                    rate.value(),
                    rate.low(),
                    rate.high(),
                    rate.value() * shift,
                    rate.high() * shift);
        }
    }

    private record CostLine(String event, double millis, double stockMillis, int memoryBytes) {
        static CostLine of(Cost.Row row) {
            return new CostLine(row.judgement().word(), row.millis(), row.stockMillis(), row.memoryBytes());
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Path> found = Files.isDirectory(films) ? Alarms.films(films) : List.of();
        if (found.isEmpty() || looks < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--films " + films + ", --looks " + looks + "; allowed: a folder with films, 1 look or more");
        }
        Consumer<String> people = System.err::println;
        try (Detectors detectors = Detectors.open(people)) {
            // Not before: who asks ONNX Runtime its version first decides with what threads it runs.
            Machine machine = Machine.here();
            Alarms alarms = new Alarms(detectors, people);
            for (Judgement judgement : Judgement.values()) {
                tell(alarms.watch(judgement, found), machine);
            }
            for (Cost.Row row : new Cost(detectors, costOf == null ? found.get(0) : costOf, looks).measure()) {
                System.err.printf(
                        Locale.ROOT,
                        "%-14s %6.1f ms a look, the stock detector alone %.1f; memory %,d bytes%n",
                        row.judgement().word(),
                        row.millis(),
                        row.stockMillis(),
                        row.memoryBytes());
                Lines.tell("judgement-cost", CostLine.of(row), machine, out);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(List<Alarms.Row> rows, Machine machine) throws IOException {
        List<Alarms.Row> lines = new ArrayList<>(rows);
        rows.stream().reduce(AlarmsCommand::sum).ifPresent(lines::add);
        for (Alarms.Row row : lines) {
            Rate rate = row.rate();
            System.err.printf(
                    Locale.ROOT,
                    "%-14s %-16s %d in %.0f s: %.1f an hour [%.1f, %.1f]%n",
                    row.judgement().word(),
                    row.condition(),
                    rate.k(),
                    row.seconds(),
                    rate.value(),
                    rate.low(),
                    rate.high());
            Lines.tell("alarms", Line.of(row), machine, out);
        }
    }

    private static Alarms.Row sum(Alarms.Row one, Alarms.Row other) {
        return new Alarms.Row(
                one.judgement(),
                ALL,
                one.films() + other.films(),
                one.seconds() + other.seconds(),
                one.alarms() + other.alarms());
    }
}
