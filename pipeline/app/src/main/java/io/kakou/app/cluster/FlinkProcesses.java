package io.kakou.app.cluster;

import io.kakou.app.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Flink's own programs, and of the ZooKeeper that comes with it. */
final class FlinkProcesses {
    /** What a TaskManager keeps outside of its heap: Flink's own share, and its network buffers. */
    private static final int DIRECT_MIB = 256;

    private static final int JOB_HEAP_MIB = 384;

    /**
     * The second compiler begins at four times what Java has it begin at: in the first seconds of a life it takes the cores from
     * what ran out meanwhile and is to be told.
     */
    private static final List<String> LATE = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private static final int ZOOKEEPER_HEAP_MIB = 64;

    private final FlinkFolder flink;
    private final Path zooKeeper;
    private final int taskHeapMiB;

    FlinkProcesses(FlinkFolder flink, Path zooKeeper, int taskHeapMiB) {
        this.flink = flink;
        this.zooKeeper = zooKeeper;
        this.taskHeapMiB = taskHeapMiB;
    }

    static List<String> flags(int heapMiB, Path logging) {
        return List.of(
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=" + logging,
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.time=ALL-UNNAMED");
    }

    List<String> zooKeeper(Path arguments, int port) throws IOException {
        Files.createDirectories(zooKeeper);
        Path settings = zooKeeper.resolve("zoo.cfg");
        Files.write(
                settings,
                List.of(
                        "tickTime=1000",
                        "initLimit=10",
                        "syncLimit=5",
                        "dataDir=" + zooKeeper.resolve("data"),
                        "clientPort=" + port,
                        "clientPortAddress=127.0.0.1",
                        "maxClientCnxns=0",
                        "admin.enableServer=false",
                        "server.1=127.0.0.1:2888:3888"));
        return java(
                arguments,
                ZOOKEEPER_HEAP_MIB,
                List.of(
                        "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                        "--zkConfigFile",
                        settings.toString(),
                        "--peerId",
                        "1"));
    }

    List<String> jobManager(Path arguments) throws IOException {
        return java(
                arguments,
                JOB_HEAP_MIB,
                List.of(
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        flink.configuration().toString(),
                        "--executionMode",
                        "cluster"));
    }

    List<String> taskManager(Path arguments) throws IOException {
        return java(
                arguments,
                taskHeapMiB,
                List.of(
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        "--configDir",
                        flink.configuration().toString()));
    }

    private List<String> java(Path arguments, int heapMiB, List<String> words) throws IOException {
        List<String> flags = new ArrayList<>(flags(heapMiB, flink.logging()));
        flags.add("-XX:MaxDirectMemorySize=" + DIRECT_MIB + "m");
        flags.addAll(LATE);
        return JavaCommand.of(arguments, flags, FlinkFolder.classPath(), words);
    }
}
