package io.kakou.benchmarks;

import io.kakou.benchmarks.fuzz.Fuzz;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench fuzz}. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description =
                "Gives mutated real exchanges to the readers of RTSP, SDP, RTP, RTCP, H.264, H.265 and JPEG: one line of JSON.")
final class FuzzCommand implements Callable<Integer> {
    private static final long MOST_SECONDS_AN_INPUT = 10;
    private static final double MOST_GROWTH_MIB = 16;

    @Option(names = "--inputs", defaultValue = "10000000", paramLabel = "N", description = "How many.")
    private long inputs;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "The same gives the same inputs.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.here();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Fuzz fuzz = new Fuzz(seed);
            Fuzz.Found found = awaited(fuzz, thread.submit(() -> fuzz.run(inputs)));
            Lines.tell("fuzz", found, machine, out);
            if (found.heapMiBLate() > found.heapMiBEarly() + MOST_GROWTH_MIB) {
                System.err.println("kakou: memory grew");
                return CommandLine.ExitCode.SOFTWARE;
            }
            return CommandLine.ExitCode.OK;
        } catch (ExecutionException e) {
            System.err.println("kakou: seed " + seed + ": " + (e.getCause() == null ? e : e.getCause()).getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            thread.shutdownNow();
        }
    }

    /** An input that never ends would never be told by the run itself. */
    private Fuzz.Found awaited(Fuzz fuzz, Future<Fuzz.Found> run)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            long before = fuzz.given();
            try {
                return run.get(MOST_SECONDS_AN_INPUT, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (fuzz.given() == before) {
                    throw new ExecutionException(
                            new IllegalStateException("an input among the first " + (before + 1) + " does not end", e));
                }
            }
        }
    }
}
