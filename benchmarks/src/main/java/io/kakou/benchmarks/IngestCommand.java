package io.kakou.benchmarks;

import io.kakou.benchmarks.ingest.Client;
import io.kakou.benchmarks.ingest.Ingest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in simulated 360p cameras of 1 Mb/s over TCP, from another process, and says what that costs:",
            "one line of JSON a measurement. Needs Linux."
        })
final class IngestCommand implements Callable<Integer> {
    private static final List<Integer> SCALE = List.of(1, 50, 200, 800, 1562);

    @Option(
            names = "--cameras",
            split = ",",
            defaultValue = "1562",
            paramLabel = "N",
            description = "How many; 50,200 one after the other.")
    private List<Integer> cameras = List.of();

    @Option(names = "--seconds", defaultValue = "60", paramLabel = "S", description = "Measured so long.")
    private double seconds;

    @Option(names = "--settle", defaultValue = "20", paramLabel = "S", description = "So long before that, unmeasured.")
    private double settle;

    @Option(names = "--beside", description = "JavaCV's grabber and gst-launch-1.0 too, in turns.")
    private boolean beside;

    @Option(names = "--turns", defaultValue = "1", paramLabel = "T", description = "How often each is measured.")
    private int turns;

    @Option(names = "--scale", description = "Of 1, 50, 200, 800 and 1562 cameras.")
    private boolean scale;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            System.err.println("kakou: no /proc; allowed: Linux");
            return CommandLine.ExitCode.USAGE;
        }
        Machine machine = Machine.here();
        try (Films films = Films.make()) {
            Ingest ingest = new Ingest(films.files(), seconds, settle);
            for (int number : scale ? SCALE : cameras) {
                for (int turn = 0; turn < turns; turn++) {
                    measureAll(machine, ingest, number);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void measureAll(Machine machine, Ingest ingest, int number) throws IOException, InterruptedException {
        List<Client> clients = beside ? Arrays.asList(Client.values()) : List.of(Client.KAKOU);
        for (Client client : clients) {
            if (client.here()) {
                System.err.println("kakou: " + client.word() + ", " + number + " cameras");
                Lines.tell("ingest", ingest.measure(client, number), machine, out);
            } else {
                System.err.println("kakou: " + client.word() + " is not on this machine, left out");
            }
        }
    }
}
