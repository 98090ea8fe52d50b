package io.kakou.benchmarks;

import io.kakou.benchmarks.ingest.Outage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench outage}. */
@Command(
        name = "outage",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in simulated cameras, kills them all for a while, and says how they come back: a line of JSON an outage.",
            "Needs Linux."
        })
final class OutageCommand implements Callable<Integer> {
    @Option(names = "--cameras", defaultValue = "1562", paramLabel = "N", description = "How many.")
    private int cameras;

    @Option(names = "--dark", defaultValue = "20", paramLabel = "S", description = "How long they are dead.")
    private double darkSeconds;

    @Option(names = "--times", defaultValue = "1", paramLabel = "T", description = "How often, of one client.")
    private int times;

    @Option(names = "--settle", defaultValue = "30", paramLabel = "S", description = "So long before memory is read.")
    private double settle;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.here();
        try (Films films = Films.make()) {
            Outage outage = new Outage(films.files(), darkSeconds, settle);
            for (Outage.Figures figures : outage.measure(cameras, times)) {
                Lines.tell("outage", figures, machine, out);
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
