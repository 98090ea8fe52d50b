package io.kakou.app.embedded.flink;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a job from its newest checkpoint that can be restored, else from the topics. A checkpoint that is corrupt, or
 * not this job's, is set aside and the next older one is tried: a bad file must not keep a room without its job.
 */
final class JobStart {
    private static final Logger LOG = LoggerFactory.getLogger(JobStart.class);
    private static final int LOOKS_A_SECOND = 20;
    private static final int LONGEST_SECONDS = 60;

    /** Said by Flink of a task that cannot read its state, and of a job that cannot be mapped to a checkpoint. */
    private static final List<String> STATE_TROUBLES = List.of(
            "StreamOperatorStateContext", "checkpoint/savepoint", "JobInitializationException", "StateMigration");

    private final MiniCluster cluster;
    private final String name;
    private final RetainedCheckpoints checkpoints;
    private final Supplier<JobGraph> job;

    JobStart(MiniCluster cluster, String name, RetainedCheckpoints checkpoints, Supplier<JobGraph> job) {
        this.cluster = cluster;
        this.name = name;
        this.checkpoints = checkpoints;
        this.job = job;
    }

    /** Returns when the job runs, or has ended for another reason than its checkpoint. */
    CompletableFuture<JobResult> start() throws InterruptedException, ExecutionException, TimeoutException {
        for (Path checkpoint : checkpoints.newestFirst()) {
            JobGraph graph = job.get();
            // Not claimed: the first checkpoint of the new run is whole, so that the old run's files can go.
            graph.setSavepointRestoreSettings(
                    SavepointRestoreSettings.forPath(checkpoint.toString(), false, RecoveryClaimMode.NO_CLAIM));
            CompletableFuture<JobResult> result = submit(graph);
            Optional<Throwable> trouble = stateTrouble(graph.getJobID(), result);
            if (trouble.isEmpty()) {
                LOG.info("job {} goes on from {}", name, checkpoint);
                checkpoints.keepOnly(List.of(run(checkpoint), graph.getJobID().toHexString()));
                return result;
            }
            String why = String.valueOf(root(trouble.get()).getMessage());
            LOG.error("job {} cannot go on from {}, which is set aside: {}", name, checkpoint, why);
            checkpoints.setAside(checkpoint);
        }
        JobGraph graph = job.get();
        checkpoints.keepOnly(List.of(graph.getJobID().toHexString()));
        LOG.info("job {} begins with what is on the topics", name);
        return submit(graph);
    }

    private static String run(Path checkpoint) {
        return String.valueOf(checkpoint.getName(checkpoint.getNameCount() - 2));
    }

    private CompletableFuture<JobResult> submit(JobGraph graph)
            throws InterruptedException, ExecutionException, TimeoutException {
        cluster.submitJob(graph).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        return cluster.requestJobResult(graph.getJobID());
    }

    /** Waits until every task has its state back, or the job has ended. */
    private Optional<Throwable> stateTrouble(JobID id, CompletableFuture<JobResult> result)
            throws InterruptedException, ExecutionException {
        for (int i = 0; i < LONGEST_SECONDS * LOOKS_A_SECOND && !allRun(id); i++) {
            try {
                return result.get(1000 / LOOKS_A_SECOND, TimeUnit.MILLISECONDS)
                        .getSerializedThrowable()
                        .<Throwable>map(thrown -> thrown.deserializeError(JobStart.class.getClassLoader()))
                        .filter(JobStart::isOfTheState);
            } catch (TimeoutException e) {
                LOG.debug("job {} has not begun to run", name);
            }
        }
        return Optional.empty();
    }

    private boolean allRun(JobID id) throws InterruptedException {
        try {
            AccessExecutionGraph graph = cluster.getExecutionGraph(id).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return graph.getState() == JobStatus.RUNNING
                    && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                            .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static boolean isOfTheState(Throwable failure) {
        return STATE_TROUBLES.stream().anyMatch(failure.toString()::contains)
                || (failure.getCause() != null && isOfTheState(failure.getCause()));
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
