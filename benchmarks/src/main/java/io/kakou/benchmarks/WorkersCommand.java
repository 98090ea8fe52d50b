package io.kakou.benchmarks;

import io.kakou.benchmarks.workers.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench workers}. */
@Command(
        name = "workers",
        mixinStandardHelpOptions = true,
        description = {
            "Has several analysis workers share simulated cameras, kills one and stops one, again and again, and says how",
            "even the shares are, how soon their cameras are watched elsewhere, and whether any was watched twice:",
            "a line of JSON for each number of workers. Needs Linux."
        })
final class WorkersCommand implements Callable<Integer> {
    @Option(names = "--workers", split = ",", defaultValue = "2,4", paramLabel = "N", description = "How many.")
    private List<Integer> workers = List.of();

    @Option(names = "--cameras", defaultValue = "160", paramLabel = "N", description = "How many.")
    private int cameras;

    @Option(names = "--times", defaultValue = "2", paramLabel = "K", description = "So many kills, and so many stops.")
    private int times;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.here();
        for (int each : workers) {
            Path folder = Files.createTempDirectory("kakou-workers");
            try {
                Lines.tell("workers", new Workers(folder, cameras).measure(each, times), machine, out);
            } finally {
                delete(folder);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorkersCommand::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
