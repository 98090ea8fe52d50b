package io.kakou.app.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobgraph.JobVertexID;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
import org.apache.flink.runtime.rest.messages.JobVertexMessageParameters;
import org.apache.flink.runtime.rest.messages.SubtasksTimesHeaders;
import org.apache.flink.runtime.rest.messages.SubtasksTimesInfo;
import org.apache.flink.runtime.rest.messages.job.JobDetailsInfo;
import org.apache.flink.runtime.rest.messages.job.JobDetailsInfo.JobVertexDetailsInfo;
import org.jspecify.annotations.Nullable;

/** How a job on the cluster does, asked at its REST door. For one thread. */
final class JobWatch implements AutoCloseable {
    private static final int LONGEST_SECONDS = 10;

    private final Configuration client;
    /** To make one is more work for both sides than to ask it. */
    private @Nullable RestClusterClient<StandaloneClusterId> open;

    JobWatch(Configuration flink) {
        // There is one JobManager, at one place: no need to ask ZooKeeper who leads.
        client = new Configuration(flink).set(HighAvailabilityOptions.HA_MODE, "NONE");
    }

    /** Since when every task of it runs, epoch milliseconds; empty while one does not, or nobody answers. */
    OptionalLong runsSince(String job) throws InterruptedException {
        JobID id = JobID.fromHexString(job);
        try {
            JobDetailsInfo details = ask(door -> door.getJobDetails(id));
            boolean allRun = details.getJobStatus() == JobStatus.RUNNING
                    && details.getJobVertexInfos().stream()
                            .allMatch(each -> each.getTasksPerState().getOrDefault(ExecutionState.RUNNING, 0)
                                    == each.getParallelism());
            if (!allRun) {
                return OptionalLong.empty();
            }
            List<Long> since = new ArrayList<>();
            for (JobVertexDetailsInfo each : details.getJobVertexInfos()) {
                since.addAll(runningSince(id, each.getJobVertexID()));
            }
            return since.stream().mapToLong(Long::longValue).max();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private List<Long> runningSince(JobID job, JobVertexID vertex) throws IOException, InterruptedException {
        JobVertexMessageParameters which = new JobVertexMessageParameters();
        which.jobPathParameter.resolve(job);
        which.jobVertexIdPathParameter.resolve(vertex);
        SubtasksTimesInfo times =
                ask(door -> door.sendRequest(new SubtasksTimesHeaders(), which, EmptyRequestBody.getInstance()));
        return times.getSubtasks().stream()
                .map(each -> each.getTimestamps().getOrDefault(ExecutionState.RUNNING, 0L))
                .toList();
    }

    /** @throws IOException while nobody answers, or it is not known */
    JobStatus status(String job) throws IOException, InterruptedException {
        return ask(door -> door.getJobStatus(JobID.fromHexString(job)));
    }

    /** Whether a JobManager answers. */
    boolean answers() throws InterruptedException {
        try {
            var unused = ask(RestClusterClient::listJobs);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What is asked. */
    private interface Question<T> {
        CompletableFuture<T> ask(RestClusterClient<StandaloneClusterId> door) throws Exception;
    }

    private <T> T ask(Question<T> question) throws IOException, InterruptedException {
        try {
            if (open == null) {
                open = new RestClusterClient<>(client, StandaloneClusterId.getInstance());
            }
            return question.ask(open).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw e;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Flink does not answer: " + e, e);
        } catch (Exception e) {
            throw new IOException("Flink cannot be asked: " + e, e);
        }
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
