package io.kakou.jobs.program;

import io.kakou.jobs.JobSettings;
import io.kakou.jobs.room.RoomSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;

/**
 * What the program is started with.
 *
 * @param clients what every Kafka client is made with, under Kafka's names
 * @param checkpoints where checkpoints go; a place that every machine of the cluster reaches
 * @param checkpointSeconds as of {@link JobSettings}
 * @param bufferSeconds likewise
 * @param parallelism empty: as {@code flink run -p} or the cluster says
 */
record ProgramSettings(
        Map<String, String> clients,
        URI checkpoints,
        double checkpointSeconds,
        double bufferSeconds,
        OptionalInt parallelism,
        RoomSettings room) {
    static final String BROKERS = "brokers";
    static final String CLIENTS = "clients";
    static final String CHECKPOINTS = "checkpoints";
    static final String CHECKPOINT_SECONDS = "checkpointSeconds";
    static final String BUFFER_SECONDS = "bufferSeconds";
    static final String PARALLELISM = "parallelism";

    private static final Duration FIRST_RESTART = Duration.ofMillis(500);
    private static final Duration SLOWEST_RESTART = Duration.ofSeconds(5);
    private static final Duration WELL_AGAIN = Duration.ofMinutes(1);

    private static final String SERVERS = "bootstrap.servers";
    private static final String SERVER = "[^\\s:,]+:\\d{1,5}";
    private static final JobSettings USUAL = JobSettings.of(Path.of(""));

    /** Of any of the jobs. */
    private static final List<String> COMMON =
            List.of(BROKERS, CLIENTS, CHECKPOINTS, CHECKPOINT_SECONDS, BUFFER_SECONDS, PARALLELISM);

    static List<String> keys() {
        List<String> keys = new ArrayList<>(COMMON);
        keys.addAll(RoomKeys.all());
        return keys;
    }

    /** @throws InvalidSetting where one is missing or cannot be worked with */
    static ProgramSettings read(List<String> words) {
        return read(words, keys());
    }

    /** Without those of the rooms. */
    static ProgramSettings readCommon(List<String> words) {
        return read(words, COMMON);
    }

    private static ProgramSettings read(List<String> words, List<String> keys) {
        Map<String, String> given = Words.read(words, keys);
        ProgramSettings settings = new ProgramSettings(
                clients(given),
                place(required(
                        given, CHECKPOINTS, "a folder or an address that all machines reach: s3://…, file:///…")),
                number(given, CHECKPOINT_SECONDS, USUAL.checkpointSeconds()),
                number(given, BUFFER_SECONDS, USUAL.bufferSeconds()),
                parallelism(given),
                RoomKeys.read(given));
        try {
            settings.job();
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(e);
        }
        return settings;
    }

    /**
     * The same as the embedded job runs with, but for where checkpoints go, who decides the parallelism, and that it never gives up: a
     * process of ours that ends is started again, a cluster's job that has failed is started by nobody, and a rack without power or
     * a broker that is away fails it six times in four seconds.
     */
    Configuration toFlink() {
        Configuration flink = job().toFlink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_RESTART);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, SLOWEST_RESTART);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD, WELL_AGAIN);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toString());
        if (parallelism.isEmpty()) {
            flink.removeConfig(CoreOptions.DEFAULT_PARALLELISM);
        }
        return flink;
    }

    private JobSettings job() {
        return new JobSettings(Path.of(""), checkpointSeconds, bufferSeconds, parallelism.orElse(USUAL.parallelism()));
    }

    private static Map<String, String> clients(Map<String, String> given) {
        String brokers = required(given, BROKERS, "host:port, several joined by commas");
        for (String each : brokers.split(",", -1)) {
            if (!each.strip().matches(SERVER)) {
                throw new InvalidSetting(BROKERS, brokers, "host:port, several joined by commas");
            }
        }
        String file = given.get(CLIENTS);
        Map<String, String> clients = new HashMap<>(file == null ? Map.of() : Words.file(CLIENTS, file));
        clients.put(SERVERS, brokers);
        return clients;
    }

    private static URI place(String said) {
        try {
            URI address = URI.create(said);
            return address.getScheme() == null ? Path.of(said).toAbsolutePath().toUri() : address;
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(CHECKPOINTS, said, "a folder or an address: s3://…, file:///…");
        }
    }

    private static double number(Map<String, String> given, String key, double usual) {
        String said = given.get(key);
        if (said == null) {
            return usual;
        }
        try {
            return Double.parseDouble(said);
        } catch (NumberFormatException e) {
            throw new InvalidSetting(key, said, "a number of seconds");
        }
    }

    private static OptionalInt parallelism(Map<String, String> given) {
        String said = given.get(PARALLELISM);
        if (said == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(said));
        } catch (NumberFormatException e) {
            throw new InvalidSetting(PARALLELISM, said, "1 to " + JobSettings.MAX_PARALLELISM);
        }
    }

    private static String required(Map<String, String> given, String key, String allowed) {
        String said = given.get(key);
        if (said == null || said.isBlank()) {
            throw new InvalidSetting(key, "missing", allowed);
        }
        return said;
    }
}
