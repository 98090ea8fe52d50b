package io.kakou.benchmarks;

import io.kakou.benchmarks.process.Scratch;
import io.kakou.benchmarks.rooms.RoomsBench;
import io.kakou.benchmarks.rooms.RoomsPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench rooms}. */
@Command(
        name = "rooms",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the rooms' job on a standalone Flink, every part a process of its own, and says how soon an alert is an",
            "incident, how true the clock runs, how soon it is right again after a restart, and the highest rate that is held",
            "without growing lag: one line of JSON. Needs Linux, 4 GB of memory, and about ten minutes."
        })
final class RoomsCommand implements Callable<Integer> {
    @Option(names = "--open", defaultValue = "100000", paramLabel = "N", description = "Incidents open before.")
    private int open;

    @Option(
            names = "--steady",
            defaultValue = "200",
            paramLabel = "R",
            description = "Alerts a second at which the delay is taken.")
    private double steady;

    @Option(names = "--seconds", defaultValue = "60", paramLabel = "S", description = "Of each measurement.")
    private double seconds;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "1000,2000,3000,4000,5000,6000,8000,10000",
            paramLabel = "R",
            description = "Alerts a second, tried from the lowest on until one is not held.")
    private List<Double> rates = List.of();

    @Option(names = "--deadlines", defaultValue = "10000", paramLabel = "N", description = "That run together.")
    private int deadlines;

    @Option(
            names = "--overdue",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Steps that run out while the job is down.")
    private int overdue;

    @Option(names = "--parallelism", defaultValue = "1", paramLabel = "N", description = "Of the job, 1 to 4.")
    private int parallelism;

    @Option(
            names = "--checkpoint-seconds",
            defaultValue = "5",
            paramLabel = "S",
            description = "From one checkpoint to the next.")
    private double checkpointSeconds;

    @Option(
            names = "--buffer-seconds",
            defaultValue = "0",
            paramLabel = "S",
            description = "That a record may wait for others between two operators.")
    private double bufferSeconds;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the line too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RoomsPlan plan = plan();
        Machine machine = Machine.here();
        Path folder = Files.createTempDirectory("kakou-rooms");
        try {
            Lines.tell(
                    "rooms",
                    RoomsBench.measure(folder, plan, line -> System.err.println("kakou: " + line)),
                    machine,
                    out);
        } finally {
            Scratch.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    private RoomsPlan plan() {
        try {
            return new RoomsPlan(
                    parallelism, checkpointSeconds, bufferSeconds, open, steady, seconds, rates, deadlines, overdue);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
