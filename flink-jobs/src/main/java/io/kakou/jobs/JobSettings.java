package io.kakou.jobs;

import io.kakou.jobs.state.CompactionSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/**
 * What every job runs with.
 *
 * @param checkpoints directory for checkpoints; on local disk on one machine, shared on a cluster
 * @param checkpointSeconds from one checkpoint to the next, 0.1 to 600; default 5: shorter replays less after a kill and
 *     writes more
 * @param bufferSeconds how long a record may wait for others on its way between two operators, 0 to 1; default 0: each
 *     goes at once; longer gathers those of a flood, and wakes a thread for every operator so often, also where nothing comes
 * @param parallelism 1 to 128; default 1, which a street's alerts do not fill
 */
public record JobSettings(Path checkpoints, double checkpointSeconds, double bufferSeconds, int parallelism) {
    /** Part of every checkpoint: state is spread over this many key groups for ever. */
    public static final int MAX_PARALLELISM = 128;

    private static final int MOST_FAILURES = 5;
    private static final Duration FAILURE_WINDOW = Duration.ofMinutes(1);
    private static final Duration RESTART_DELAY = Duration.ofMillis(500);

    public JobSettings {
        check("checkpointSeconds", checkpointSeconds, 0.1, 600);
        check("bufferSeconds", bufferSeconds, 0, 1);
        check("parallelism", parallelism, 1, MAX_PARALLELISM);
    }

    public static JobSettings of(Path checkpoints) {
        return new JobSettings(checkpoints, 5, 0, 1);
    }

    /** As Flink's own settings. A job that fails six times in a minute is given up, so that somebody hears of it. */
    public Configuration toFlink() {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        // Records never change, so operators in one thread may hand on the same ones instead of copies.
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        flink.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, duration(bufferSeconds));
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        // Most alerts are new: what is not there is not sought on disk.
        flink.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        flink.set(RocksDBOptions.OPTIONS_FACTORY, CompactionSettings.class.getName());
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                checkpoints.toAbsolutePath().toUri().toString());
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, duration(checkpointSeconds));
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL, MOST_FAILURES);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL, FAILURE_WINDOW);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, RESTART_DELAY);
        return flink;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + low + " to " + high);
        }
    }
}
