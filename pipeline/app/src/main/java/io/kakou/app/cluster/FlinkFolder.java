package io.kakou.app.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.data.OwnersFile;
import io.kakou.app.embedded.flink.FlinkKeys;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** What Flink's own programs find: settings, places for checkpoints and savepoints, their class path. */
final class FlinkFolder {
    private static final String HOST = "127.0.0.1";
    private static final int SLOTS = 2;
    private static final int RETAINED = 2;
    private static final int FRAMEWORK_MIB = 128;

    /** Of those that Flink's own package brings; what else is on our class path is ours. */
    private static final List<String> PARTS = List.of(
            "flink-",
            "frocksdbjni-",
            "kryo-",
            "reflectasm-",
            "objenesis-",
            "minlog-",
            "RoaringBitmap-",
            "commons-",
            "snakeyaml-engine-",
            "lz4-java-",
            "snappy-java-",
            "javassist-",
            "async-profiler-",
            "jsr305-",
            "slf4j-api-",
            "logback-");

    /** Flink's own choice is for keys of another kind (RSA). */
    private static final String OF_THE_KEY =
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";

    private static final String CONNECTOR = "flink-connector-";
    private static final String DATAGEN = "flink-connector-datagen-";

    private static final String LOGGING =
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder>
                  <pattern>%d{"yyyy-MM-dd'T'HH:mm:ss.SSSXXX", UTC} %-5level [%thread] %logger{0}: %msg%n%ex{5}</pattern>
                </encoder>
              </appender>
              <logger name="org.apache.flink.runtime.checkpoint" level="INFO"/>
              <logger name="org.apache.flink.runtime.executiongraph" level="INFO"/>
              <root level="WARN">
                <appender-ref ref="out"/>
              </root>
            </configuration>
            """;

    private final Path folder;

    FlinkFolder(Path folder) {
        this.folder = folder;
    }

    Path configuration() {
        return folder.resolve("conf");
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    Path savepoints() {
        return folder.resolve("savepoints");
    }

    /** What its programs say, and how much. */
    Path logging() {
        return configuration().resolve("logback.xml");
    }

    /** Where a JobManager leaves its jobs for the next. */
    Path jobs() {
        return folder.resolve("ha");
    }

    /** As a client reads it. */
    Configuration read() {
        return GlobalConfiguration.loadConfiguration(configuration().toString());
    }

    /**
     * Writes what is missing.
     *
     * @param heapMiB of a TaskManager
     */
    void prepare(ClusterDoors doors, int heapMiB) throws IOException, InterruptedException {
        Path file = configuration().resolve("config.yaml");
        if (Files.exists(file)) {
            return;
        }
        for (Path each : List.of(configuration(), checkpoints(), savepoints(), jobs(), scratch())) {
            Files.createDirectories(each);
        }
        Configuration settings = FlinkKeys.with(settings(doors, heapMiB), configuration())
                .set(SecurityOptions.SSL_ALGORITHMS, OF_THE_KEY);
        String text = settings.toMap().entrySet().stream()
                .map(each -> each.getKey() + ": \"" + each.getValue() + "\"\n")
                .sorted()
                .collect(Collectors.joining());
        Files.writeString(logging(), LOGGING);
        OwnersFile.write(file, text.getBytes(UTF_8));
    }

    private Configuration settings(ClusterDoors doors, int heapMiB) {
        Configuration flink = new Configuration()
                .set(DeploymentOptions.TARGET, "remote")
                .set(CoreOptions.TMP_DIRS, scratch().toString())
                .set(BlobServerOptions.STORAGE_DIRECTORY, scratch().toString())
                .set(WebOptions.TMP_DIR, scratch().toString())
                .set(WebOptions.SUBMIT_ENABLE, false)
                // Whoever waits for a job is not told how it stood three seconds ago.
                .set(WebOptions.REFRESH_INTERVAL, Duration.ofMillis(200))
                .set(JobManagerOptions.ADDRESS, HOST)
                .set(JobManagerOptions.BIND_HOST, HOST)
                .set(RestOptions.ADDRESS, HOST)
                .set(RestOptions.BIND_ADDRESS, HOST)
                .set(RestOptions.PORT, doors.rest())
                .set(RestOptions.BIND_PORT, String.valueOf(doors.rest()))
                .set(TaskManagerOptions.HOST, HOST)
                .set(TaskManagerOptions.BIND_HOST, HOST)
                .set(TaskManagerOptions.NUM_TASK_SLOTS, SLOTS)
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, address(checkpoints()))
                .set(CheckpointingOptions.SAVEPOINT_DIRECTORY, address(savepoints()))
                .set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED);
        return memory(watched(flink, doors), heapMiB);
    }

    /** Flink's own waits are for a network of hundreds: 50 s for a TaskManager, 60 s for a JobManager that is dead. */
    private Configuration watched(Configuration flink, ClusterDoors doors) {
        return flink.set(HighAvailabilityOptions.HA_MODE, "zookeeper")
                .set(HighAvailabilityOptions.HA_ZOOKEEPER_QUORUM, HOST + ":" + doors.zooKeeper())
                .set(HighAvailabilityOptions.HA_STORAGE_PATH, address(jobs()))
                .set(HighAvailabilityOptions.ZOOKEEPER_SESSION_TIMEOUT, Duration.ofSeconds(5))
                // A job whose TaskManagers are all away waits for them, instead of failing twice a second meanwhile.
                // Flink's timers reach no farther than 248 days; after that it fails and begins again.
                .set(ResourceManagerOptions.STANDALONE_CLUSTER_STARTUP_PERIOD_TIME, Duration.ofDays(240))
                // On a machine with much else to do, starting takes longer than the 10 s that Flink grants.
                .set(RpcOptions.STARTUP_TIMEOUT, Duration.ofSeconds(60))
                .set(RpcOptions.ASK_TIMEOUT_DURATION, Duration.ofSeconds(30))
                .set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1))
                .set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(10));
    }

    /** Flink's shell scripts work this out for its programs; without them it is said outright. */
    private static Configuration memory(Configuration flink, int heapMiB) {
        return flink.set(TaskManagerOptions.CPU_CORES, (double) SLOTS)
                .set(TaskManagerOptions.TASK_HEAP_MEMORY, MemorySize.ofMebiBytes(heapMiB - FRAMEWORK_MIB))
                .set(TaskManagerOptions.TASK_OFF_HEAP_MEMORY, MemorySize.ZERO)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(SLOTS * 128L))
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64))
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64))
                .set(TaskManagerOptions.FRAMEWORK_HEAP_MEMORY, MemorySize.ofMebiBytes(FRAMEWORK_MIB))
                .set(TaskManagerOptions.FRAMEWORK_OFF_HEAP_MEMORY, MemorySize.ofMebiBytes(FRAMEWORK_MIB))
                .set(TaskManagerOptions.JVM_METASPACE, MemorySize.ofMebiBytes(256))
                .set(TaskManagerOptions.JVM_OVERHEAD_MIN, MemorySize.ofMebiBytes(192))
                .set(TaskManagerOptions.JVM_OVERHEAD_MAX, MemorySize.ofMebiBytes(192));
    }

    /** Flink's jars alone, as its package has them in {@code lib}. */
    static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(FlinkFolder::isFlinks)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isFlinks(String entry) {
        String name = String.valueOf(Path.of(entry).getFileName());
        return name.endsWith(".jar")
                && PARTS.stream().anyMatch(name::startsWith)
                && (!name.startsWith(CONNECTOR) || name.startsWith(DATAGEN));
    }

    private Path scratch() {
        return folder.resolve("scratch");
    }

    private static String address(Path path) {
        return path.toAbsolutePath().toUri().toString();
    }
}
