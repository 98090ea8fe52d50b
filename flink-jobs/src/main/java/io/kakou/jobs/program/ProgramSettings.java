package io.kakou.jobs.program;

import io.kakou.jobs.JobSettings;
import io.kakou.jobs.room.RoomSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;

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

    /** The same as the embedded job runs with, but for where checkpoints go and who decides the parallelism. */
    Configuration toFlink() {
        Configuration flink = job().toFlink();
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
