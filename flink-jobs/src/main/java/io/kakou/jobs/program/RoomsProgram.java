package io.kakou.jobs.program;

import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The command room's job for {@code flink run}, and for a cluster of its own (application mode). What it lays is what the
 * embedded job is: the same settings, the same uids.
 */
public final class RoomsProgram {
    private static final List<String> HELP = List.of("--help", "-h", "help");

    private RoomsProgram() {}

    /**
     * Hands the job to the cluster that started it. The brokers must be reachable from here too: the registry is read once to
     * know its end.
     *
     * @throws InvalidSetting in one line that names key, value and what is allowed
     */
    public static void main(String... words) throws Exception {
        if (List.of(words).stream().anyMatch(HELP::contains)) {
            System.out.print(help());
            return;
        }
        ProgramSettings settings = ProgramSettings.read(List.of(words));
        StreamExecutionEnvironment flow = StreamExecutionEnvironment.getExecutionEnvironment(settings.toFlink());
        Log log = new Log(settings.clients(), CommandRoomJob.NAME);
        new CommandRoomJob(settings.room()).build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log));
        var unused = flow.execute(CommandRoomJob.NAME);
    }

    static String help() {
        StringBuilder text = new StringBuilder(
                """
                The command room's job: alerts become incidents in the room that answers for the place.

                  flink run -d kakou-flink-jobs-…-cluster.jar --brokers kafka-1:9093 --checkpoints s3://kakou/checkpoints

                  --brokers           host:port of Kafka's brokers, several joined by commas; needed
                  --checkpoints       a place that all machines reach: s3://…, hdfs://…, file:///…, a folder; needed
                  --clients           a file of further settings for Kafka's clients (security.protocol, sasl.…, ssl.…)
                  --checkpointSeconds from one checkpoint to the next, 0.1 to 600; 5
                  --bufferSeconds     how long a record may wait for others between operators, 0 to 1; 0
                  --parallelism       1 to 128; as flink run -p or the cluster says
                  --settings          a file that holds any of these as key=value; words go before it

                The room's own, in seconds (see RoomSettings):
                """);
        for (String key : RoomKeys.all()) {
            text.append(String.format("  --%-17s %s%n", key, RoomKeys.usual(key)));
        }
        return text.toString();
    }
}
