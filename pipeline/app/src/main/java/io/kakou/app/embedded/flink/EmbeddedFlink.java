package io.kakou.app.embedded.flink;

import io.kakou.jobs.JobSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Flink in this process: one machine with a slot for each job, on which jobs run as they would on a cluster. */
public final class EmbeddedFlink implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** The rooms, the search and the trucks, and one for whatever a test runs besides. */
    private static final int SLOTS = 4;

    private static final int LONGEST_SECONDS = 60;

    /** The newest checkpoint, and one to fall back to where a power cut spoilt it. */
    private static final int RETAINED = 2;

    private final Path folder;
    private @Nullable MiniCluster cluster;

    /**
     * A machine that is not started.
     *
     * @param folder for {@code checkpoints}, which stay, and {@code scratch}, which is gone after {@link #close()}
     */
    public EmbeddedFlink(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Starts it; returns when jobs can be run. */
    public synchronized void start() {
        if (cluster != null) {
            return;
        }
        try {
            deleteScratch();
            Files.createDirectories(scratch());
            Files.createDirectories(checkpoints());
            cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(FlinkKeys.with(configuration(), scratch()))
                    .setNumTaskManagers(1)
                    .setNumSlotsPerTaskManager(SLOTS)
                    .setCommonBindAddress(HOST)
                    .build());
            cluster.start();
        } catch (Exception e) {
            close();
            deleteScratch();
            throw new IllegalStateException("jobs cannot run in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Where jobs keep what they know. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /**
     * Runs a job until {@link #close()}: from the newest checkpoint it left here, also when it was killed, else from the
     * topics. Returns when it runs.
     *
     * @param name also that of its folder below the settings' checkpoints
     * @param job lays itself into the flow it is given; asked again for every checkpoint that cannot be resumed from
     * @return completes exceptionally, with one line that names the job, when the job fails for good; normally when it
     *     is cancelled by {@link #close()} or has nothing left to read
     * @throws IllegalStateException where the job is not accepted
     */
    public synchronized CompletableFuture<Void> run(
            String name, JobSettings settings, Consumer<StreamExecutionEnvironment> job) {
        MiniCluster running = running();
        Path kept = settings.checkpoints().toAbsolutePath().resolve(name);
        Configuration configuration = settings.toFlink()
                .set(PipelineOptions.NAME, name)
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, kept.toUri().toString());
        try {
            return new JobStart(running, name, new RetainedCheckpoints(kept), () -> graph(configuration, job))
                    .start()
                    .thenAccept(result -> ended(name, result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("job " + name + " is not accepted: interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("job " + name + " is not accepted: " + root(e), e);
        }
    }

    private static JobGraph graph(Configuration configuration, Consumer<StreamExecutionEnvironment> job) {
        StreamExecutionEnvironment flow = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        job.accept(flow);
        return flow.getStreamGraph().getJobGraph();
    }

    @Override
    public synchronized void close() {
        if (cluster == null) {
            return;
        }
        MiniCluster closing = cluster;
        cluster = null;
        try {
            cancelAll(closing);
        } finally {
            within(closing.closeAsync(), "jobs in " + folder + " do not stop");
            deleteScratch();
        }
    }

    private MiniCluster running() {
        if (cluster == null) {
            throw new IllegalStateException("jobs cannot run in " + folder + ": not started");
        }
        return cluster;
    }

    private static void ended(String name, JobResult result) {
        if (result.getJobStatus().orElse(JobStatus.FAILED) == JobStatus.FAILED) {
            Throwable failure = result.getSerializedThrowable()
                    .<Throwable>map(thrown -> thrown.deserializeError(EmbeddedFlink.class.getClassLoader()))
                    .orElseGet(() -> new IllegalStateException("no reason given"));
            throw new IllegalStateException(
                    "job " + name + " failed: " + root(failure).getMessage(), failure);
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    /** All are told before any is waited for: each takes seconds to let go of the log. */
    private void cancelAll(MiniCluster closing) {
        List<JobStatusMessage> jobs = within(closing.listJobs(), "jobs in " + folder + " cannot be listed").stream()
                .filter(job -> !job.getJobState().isGloballyTerminalState())
                .toList();
        List<CompletableFuture<?>> told =
                jobs.stream().map(job -> closing.cancelJob(job.getJobId())).collect(Collectors.toList());
        told.forEach(each -> within(each, "jobs in " + folder + " cannot be cancelled"));
        for (JobStatusMessage job : jobs) {
            within(closing.requestJobResult(job.getJobId()), "job " + job.getJobName() + " does not stop");
        }
    }

    private static <T> T within(CompletableFuture<T> future, String otherwise) {
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise + ": interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(otherwise + ": " + root(e), e);
        }
    }

    private Configuration configuration() {
        return new Configuration()
                .set(CoreOptions.TMP_DIRS, scratch().toString())
                .set(BlobServerOptions.STORAGE_DIRECTORY, scratch().toString())
                .set(JobManagerOptions.BIND_HOST, HOST)
                .set(JobManagerOptions.ADDRESS, HOST)
                .set(TaskManagerOptions.BIND_HOST, HOST)
                .set(TaskManagerOptions.HOST, HOST)
                .set(RestOptions.BIND_ADDRESS, HOST)
                .set(RestOptions.ADDRESS, HOST)
                .set(RestOptions.BIND_PORT, "0")
                .set(WebOptions.TMP_DIR, scratch().toString())
                .set(WebOptions.UPLOAD_DIR, scratch().toString())
                .set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED)
                .set(WebOptions.SUBMIT_ENABLE, false)
                .set(WebOptions.CANCEL_ENABLE, false)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(SLOTS * 48L))
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32))
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    }

    private Path scratch() {
        return folder.resolve("scratch");
    }

    private void deleteScratch() {
        if (!Files.exists(scratch())) {
            return;
        }
        try (Stream<Path> all = Files.walk(scratch())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + scratch() + ": " + e.getMessage(), e);
        }
    }
}
