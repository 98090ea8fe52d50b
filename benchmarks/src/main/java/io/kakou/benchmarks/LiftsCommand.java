package io.kakou.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.benchmarks.lifts.Histories;
import io.kakou.benchmarks.lifts.LiftBench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench lifts}. */
@Command(
        name = "lifts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How soon a lift's door is held by controllers of another library (j2mod) over Modbus TCP on this machine,"
                    + " and every",
            "moment at which one was held, or commanded, that must not have been: in seeded histories on a clock of"
                    + " their own,",
            "and in real time on a network that is cut and slow at times. One line of JSON; exit code 1 where anything"
                    + " was."
        })
final class LiftsCommand implements Callable<Integer> {
    @Option(names = "--histories", defaultValue = "10000", paramLabel = "N", description = "${DEFAULT-VALUE}")
    private int histories;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of the first; ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--lifts", defaultValue = "100", paramLabel = "N", description = "At one desk; ${DEFAULT-VALUE}")
    private int lifts;

    @Option(names = "--holds", defaultValue = "2000", paramLabel = "N", description = "Measured; ${DEFAULT-VALUE}")
    private int holds;

    @Option(names = "--storm", defaultValue = "30", paramLabel = "S", description = "Of bad network; ${DEFAULT-VALUE}")
    private double storm;

    @Override
    public Integer call() throws Exception {
        LiftBench.Delays delays = LiftBench.delays(lifts, holds);
        Histories.Outcome past = Histories.run(seed, histories);
        LiftBench.Outcome real = LiftBench.storm(12, storm, seed);
        ObjectMapper json = new ObjectMapper();
        ObjectNode line = json.createObjectNode()
                .put("bench", "lifts")
                .put("lifts", lifts)
                .put("holds", delays.holds())
                .put("detectionToHoldP50Millis", delays.p50Millis())
                .put("detectionToHoldP99Millis", delays.p99Millis())
                .put("detectionToHoldMostMillis", delays.mostMillis())
                .put("histories", past.histories())
                .put("historyCommands", past.commands())
                .put("historyStays", past.stays())
                .put("heldWithoutReasonMostOfReleaseFenced", past.fencedShare())
                .put("heldWithoutReasonMostOfReleasePlain", past.plainShare())
                .put("heldLateWithoutFault", past.late())
                .put("stormLifts", real.lifts())
                .put("stormSeconds", real.seconds())
                .put("stormCommands", real.commands())
                .put("violations", past.violated() + real.violations().size());
        line.set("violated", json.valueToTree(List.of(past.violations(), real.violations())));
        line.put("machine", Machine.here().words());
        System.out.println(line);
        return past.violated() + real.violations().size() + past.late() == 0 ? 0 : 1;
    }
}
