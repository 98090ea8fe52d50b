package io.kakou.app.cluster;

import io.kakou.app.data.OwnersFile;
import io.kakou.app.embedded.BrokerFolder;
import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.app.process.JavaCommand;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.LogService;
import io.kakou.app.services.ServiceTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A broker, a database and a standalone Flink in one folder, each part a process of its own that outlives whoever started
 * it. The JobManager's successor finds the jobs, with their newest checkpoints, through ZooKeeper, as in any Flink that is
 * run so; whoever watches the processes starts it again, as systemd would.
 */
public final class Cluster implements AutoCloseable {
    private static final double PATIENCE_SECONDS = 240;
    private static final double ANSWER_SECONDS = 20;
    private static final long POLL_MILLIS = 100;
    /** Since when a job runs is in the answer; while it starts, to ask takes from it. */
    private static final long ASK_MILLIS = 500;

    private static final int LOG_HEAP_MIB = 512;
    private static final int TASK_HEAP_MIB = 1_024;

    private final Path folder;
    private final ClusterDoors doors;
    private final FlinkFolder flink;
    private final FlinkProcesses programs;
    private @Nullable EmbeddedPostgres database;

    private Cluster(Path folder) throws IOException {
        this.folder = folder;
        this.doors = ClusterDoors.of(folder.resolve("doors.json"));
        this.flink = new FlinkFolder(folder.resolve("flink"));
        this.programs = new FlinkProcesses(flink, folder.resolve("zookeeper"), TASK_HEAP_MIB);
    }

    /** The cluster of a folder, which is made where it is missing; nothing is started. */
    public static Cluster in(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        for (String each : List.of("run", "logs")) {
            Files.createDirectories(whole.resolve(each));
        }
        return new Cluster(whole);
    }

    /** Starts every part that does not run; returns when the log and Flink answer. */
    public void start() throws IOException, InterruptedException {
        for (Part part : Part.values()) {
            start(part);
        }
        awaitLog();
        try (JobWatch watch = watch()) {
            await("Flink answers", watch::answers);
        }
    }

    /** Starts a part; returns at once, but for the database. */
    public void start(Part part) throws IOException, InterruptedException {
        flink.prepare(doors, TASK_HEAP_MIB);
        OwnProcess process = process(part);
        if (part == Part.DATABASE) {
            startDatabase();
        } else if (process.running().isEmpty()) {
            process.start(command(part, process.arguments()));
        }
    }

    private void startDatabase() {
        if (database == null) {
            database = new EmbeddedPostgres(folder.resolve("database"), doors.database());
        }
        database.start();
    }

    private List<String> command(Part part, Path arguments) throws IOException {
        return switch (part) {
            case LOG -> broker(arguments);
            case ZOOKEEPER -> programs.zooKeeper(arguments, doors.zooKeeper());
            case JOB_MANAGER -> programs.jobManager(arguments);
            case TASK_MANAGER_1, TASK_MANAGER_2 -> programs.taskManager(arguments);
            case DATABASE -> throw new IllegalArgumentException("the database is no program of Java's");
        };
    }

    /** Kafka's own program. */
    private List<String> broker(Path arguments) throws IOException {
        Path settings = folder.resolve("run").resolve("log.properties");
        BrokerFolder.prepare(folder.resolve("log"), doors.logDoor(), settings);
        return JavaCommand.of(
                arguments, List.of("-Xmx" + LOG_HEAP_MIB + "m"), List.of("kafka.Kafka", settings.toString()));
    }

    /** SIGKILL; returns when it is gone. */
    public void kill(Part part) throws IOException, InterruptedException {
        if (part == Part.DATABASE) {
            Optional<ProcessHandle> server = database == null ? Optional.empty() : database.process();
            server.ifPresent(ProcessHandle::destroyForcibly);
            server.ifPresent(gone -> gone.onExit().join());
            closeDatabase();
        } else {
            process(part).kill();
        }
    }

    /** By part; absent: it does not run. The database is not among them: it has processes of its own. */
    public Map<Part, Long> processes() throws IOException {
        Map<Part, Long> numbers = new TreeMap<>();
        for (Part part : Part.values()) {
            process(part).running().ifPresent(running -> numbers.put(part, running.pid()));
        }
        return numbers;
    }

    /** How clients reach the log. */
    public LogService log() {
        return doors.logDoor().service();
    }

    /** How clients reach the database, once it was started here. */
    public DatabaseService database() {
        if (database == null) {
            throw new IllegalStateException("the database in " + folder + " is not started");
        }
        return new DatabaseService(database.url(), EmbeddedPostgres.USER, database.password());
    }

    /** Returns when the log has all topics. */
    public void awaitLog() throws IOException, InterruptedException {
        await("the log answers", () -> {
            try {
                log().prepare(LogService.Copies.ONE, ANSWER_SECONDS);
                return true;
            } catch (ServiceTrouble e) {
                return false;
            }
        });
    }

    /** Hands in a job by {@code flink run}; returns its id when every task of it runs. */
    public String submit(Submission submission) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-p", String.valueOf(submission.parallelism())));
        if (submission.savepoint() != null) {
            options.addAll(List.of("-s", submission.savepoint()));
        }
        List<String> words = new ArrayList<>(List.of(
                "--brokers",
                log().clients().getOrDefault("bootstrap.servers", ""),
                "--clients",
                clients().toString(),
                "--checkpoints",
                flink.checkpoints().toUri().toString()));
        words.addAll(submission.words());
        String job = flinkCommand().run(options, submission.jar(), words);
        Files.writeString(jobFile(), job);
        long unused = awaitRunning();
        return job;
    }

    /** Ends the job with a savepoint by {@code flink stop}; where that lies. */
    public String stopWithSavepoint() throws IOException, InterruptedException {
        return flinkCommand().stop(job(), flink.savepoints());
    }

    /** The id of the job that was handed in last. */
    public String job() throws IOException {
        if (!Files.exists(jobFile())) {
            throw new IOException("no job was handed in in " + folder);
        }
        return Files.readString(jobFile()).strip();
    }

    /**
     * Returns when every task of the job runs.
     *
     * @return since when the last of them does, by Flink's own account, epoch milliseconds
     */
    public long awaitRunning() throws IOException, InterruptedException {
        String job = job();
        AtomicLong since = new AtomicLong();
        try (JobWatch watch = watch()) {
            await("job " + job + " runs", ASK_MILLIS, () -> {
                OptionalLong runs = watch.runsSince(job);
                since.set(runs.orElse(0));
                return runs.isPresent();
            });
        }
        return since.get();
    }

    /** The job's state in Flink's word, or that nobody answers. */
    public String status() throws IOException, InterruptedException {
        try (JobWatch watch = watch()) {
            return watch.status(job()).name();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Ends every part. */
    public void stop() throws IOException, InterruptedException {
        for (Part part :
                List.of(Part.TASK_MANAGER_2, Part.TASK_MANAGER_1, Part.JOB_MANAGER, Part.ZOOKEEPER, Part.LOG)) {
            process(part).stop();
        }
        // One that others started is taken over first.
        startDatabase();
        closeDatabase();
    }

    /** The same. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new IllegalStateException("the cluster in " + folder + " does not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeDatabase() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    private Path clients() throws IOException {
        Properties properties = new Properties();
        log().clients().forEach(properties::put);
        properties.remove("bootstrap.servers");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        properties.store(text, null);
        Path file = folder.resolve("run").resolve("clients.properties");
        OwnersFile.write(file, text.toByteArray());
        return file;
    }

    private FlinkCommand flinkCommand() {
        return new FlinkCommand(folder.resolve("run").resolve("flink.args"), flink);
    }

    private JobWatch watch() {
        return new JobWatch(flink.read());
    }

    private Path jobFile() {
        return folder.resolve("run").resolve("job");
    }

    private OwnProcess process(Part part) {
        return new OwnProcess(folder, part);
    }

    /** Something that comes. */
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        await(what, POLL_MILLIS, condition);
    }

    private void await(String what, long pollMillis, Condition condition) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        "not within " + PATIENCE_SECONDS + " s: " + what + "; see " + folder.resolve("logs"));
            }
            boolean unused = new CountDownLatch(1).await(pollMillis, TimeUnit.MILLISECONDS);
        }
    }
}
