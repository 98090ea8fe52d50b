package io.kakou.app.cluster;

import java.io.IOException;
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
import org.apache.flink.runtime.rest.messages.job.JobDetailsInfo;

/** How a job on the cluster does, asked at its REST door. */
final class JobWatch {
    private static final int LONGEST_SECONDS = 10;

    private final Configuration client;

    JobWatch(Configuration flink) {
        // There is one JobManager, at one place: no need to ask ZooKeeper who leads.
        client = new Configuration(flink).set(HighAvailabilityOptions.HA_MODE, "NONE");
    }

    /** Whether every task of it runs; false too while nobody answers. */
    boolean runs(String job) throws InterruptedException {
        try {
            JobDetailsInfo details = ask(door -> door.getJobDetails(JobID.fromHexString(job)));
            return details.getJobStatus() == JobStatus.RUNNING
                    && details.getJobVertexInfos().stream()
                            .allMatch(each -> each.getTasksPerState().getOrDefault(ExecutionState.RUNNING, 0)
                                    == each.getParallelism());
        } catch (IOException e) {
            return false;
        }
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
        try (RestClusterClient<StandaloneClusterId> door =
                new RestClusterClient<>(client, StandaloneClusterId.getInstance())) {
            return question.ask(door).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw e;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Flink does not answer: " + e, e);
        } catch (Exception e) {
            throw new IOException("Flink cannot be asked: " + e, e);
        }
    }
}
