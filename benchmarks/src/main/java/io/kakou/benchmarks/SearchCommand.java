package io.kakou.benchmarks;

import io.kakou.benchmarks.process.Scratch;
import io.kakou.benchmarks.search.SearchBench;
import io.kakou.benchmarks.search.SearchFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Searches for lost children over 1,562 cameras: six hours of passings as the planner's looks see them, in"
                    + " a real",
            "database, with mistaken colours and missed children. A line at the real rate, and one at ten times that:"
                    + " hops whose",
            "true camera is among the first ten candidates, routes found to their beginning, seconds to the first"
                    + " candidates."
        })
final class SearchCommand implements Callable<Integer> {
    @Option(
            names = "--routes",
            defaultValue = "60",
            paramLabel = "N",
            description = "Children that are lost. Default: 60.")
    private int routes;

    @Option(
            names = "--cores",
            defaultValue = "1.2",
            paramLabel = "N",
            description = "That the planner has. Default: 1.2.")
    private double cores;

    @Option(
            names = "--stored",
            description = "Every camera was recorded and its keyframes looked at again; else as the planner looks.")
    private boolean stored;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of all that is drawn by chance.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (routes < 1 || !(cores >= 0.05)) {
            throw new ParameterException(
                    spec.commandLine(), "--routes " + routes + ", --cores " + cores + "; allowed: 1, 0.05 and more");
        }
        Machine machine = Machine.here();
        SearchBench.Looks looks = stored ? SearchBench.Looks.STORED : SearchBench.Looks.PLANNED;
        Path folder = Files.createTempDirectory("kakou-search");
        Consumer<String> people = System.err::println;
        try (SearchBench bench = new SearchBench(folder, seed, cores, looks, people)) {
            bench.fill();
            tell(bench.search(routes), machine);
            bench.tenfold();
            tell(bench.search(routes), machine);
        } finally {
            Scratch.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(SearchFigures figures, Machine machine) throws Exception {
        Lines.tell("search", figures, machine, out);
    }
}
