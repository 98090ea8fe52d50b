package io.kakou.benchmarks;

import io.kakou.benchmarks.process.Scratch;
import io.kakou.benchmarks.trucks.LogicCheck;
import io.kakou.benchmarks.trucks.story.Story.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou bench trucks}. */
@Command(
        name = "trucks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "A logic check of the trucks' job, no accuracy: a made-up night of trucks, sites and papers, read without"
                    + " error and as",
            "the plate recogniser was measured to read, goes through the real job; its verdicts are held against the"
                    + " story. Two",
            "lines of JSON, in some five minutes."
        })
final class TrucksCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LEAST_TRUCKS = 200;

    @Option(
            names = "--trucks",
            defaultValue = "2000",
            paramLabel = "N",
            description = "${DEFAULT-VALUE}; 200 at least.")
    private int trucks;

    @Option(names = "--sites", defaultValue = "60", paramLabel = "N", description = "${DEFAULT-VALUE}; 10 at least.")
    private int sites;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of the story.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (trucks < LEAST_TRUCKS || sites < 10) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trucks is " + trucks + ", --sites is " + sites + "; allowed: 200 and 10 at least");
        }
        Machine machine = Machine.here();
        for (Reading reading : Reading.values()) {
            Path folder = Files.createTempDirectory("kakou-trucks");
            try {
                LogicCheck check = new LogicCheck(folder, seed, trucks, sites, reading);
                Lines.tell("trucks", check.run(lastNight(Instant.now())), machine, out);
            } finally {
                Scratch.delete(folder);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** The last 22:00 that is long enough ago for a whole night. */
    private static Instant lastNight(Instant now) {
        ZonedDateTime tenAtNight = now.minusSeconds(8 * 3_600).atZone(ZONE).with(LocalTime.of(22, 0));
        return (tenAtNight.toInstant().isAfter(now.minusSeconds(8 * 3_600)) ? tenAtNight.minusDays(1) : tenAtNight)
                .toInstant();
    }
}
