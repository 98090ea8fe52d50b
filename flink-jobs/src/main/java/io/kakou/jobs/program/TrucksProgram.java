package io.kakou.jobs.program;

import io.kakou.jobs.log.Log;
import io.kakou.jobs.truck.TruckComplianceJob;
import io.kakou.jobs.truck.TruckSettings;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The trucks' job for {@code flink run -c}, out of the same jar as {@link RoomsProgram}: it runs beside the rooms'. */
public final class TrucksProgram {
    private static final List<String> HELP = List.of("--help", "-h", "help");

    private TrucksProgram() {}

    /**
     * Hands the job to the cluster that started it. The brokers must be reachable from here too: the registry and the cameras are read
     * once to know their ends.
     *
     * @throws InvalidSetting in one line that names key, value and what is allowed
     */
    public static void main(String... words) throws Exception {
        if (List.of(words).stream().anyMatch(HELP::contains)) {
            System.out.print(help());
            return;
        }
        ProgramSettings settings = ProgramSettings.readCommon(List.of(words));
        StreamExecutionEnvironment flow = StreamExecutionEnvironment.getExecutionEnvironment(settings.toFlink());
        Log log = new Log(settings.clients(), TruckComplianceJob.NAME);
        new TruckComplianceJob(TruckSettings.DEFAULT)
                .build(flow, TruckComplianceJob.from(log), TruckComplianceJob.to(log));
        var unused = flow.execute(TruckComplianceJob.NAME);
    }

    static String help() {
        return """
                The trucks' job: what cameras saw and terminals told, held against permits, gates, routes and hours.

                  flink run -d -c io.kakou.jobs.program.TrucksProgram kakou-flink-jobs-…-cluster.jar \
                      --brokers kafka-1:9093 --checkpoints s3://kakou/truck-checkpoints

                  --brokers           host:port of Kafka's brokers, several joined by commas; needed
                  --checkpoints       a place that all machines reach: s3://…, hdfs://…, file:///…, a folder; needed
                  --clients           a file of further settings for Kafka's clients (security.protocol, sasl.…, ssl.…)
                  --checkpointSeconds from one checkpoint to the next, 0.1 to 600; 5
                  --bufferSeconds     how long a record may wait for others between operators, 0 to 1; 0
                  --parallelism       1 to 128; as flink run -p or the cluster says
                  --settings          a file that holds any of these as key=value; words go before it
                """;
    }
}
