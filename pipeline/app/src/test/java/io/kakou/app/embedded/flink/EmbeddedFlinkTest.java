package io.kakou.app.embedded.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.jobs.JobSettings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFlinkTest {
    @Test
    void a_job_that_fails_for_good_says_so(@TempDir Path folder) throws Exception {
        try (EmbeddedFlink flink = new EmbeddedFlink(folder)) {
            flink.start();
            CompletableFuture<Void> job =
                    flink.run("doomed", JobSettings.of(flink.checkpoints()), flow -> flow.fromSequence(1, 1)
                            .map(number -> number / (number - 1))
                            .returns(Long.class)
                            .sinkTo(new DiscardingSink<>()));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> job.get(60, TimeUnit.SECONDS))
                    .satisfies(
                            e -> assertThat(e.getCause()).hasMessageContainingAll("job doomed failed: ", "/ by zero"));
        }
    }

    /** A process of its own has a folder for temporary files of its own, in which nobody else leaves any. */
    @Test
    void nothing_stays_but_checkpoints(@TempDir Path folder) throws Exception {
        Path temporary = folder.resolve("tmp");
        try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("log"))) {
            kafka.start();
            try (ChildRoom child = ChildRoom.start(folder.resolve("jobs"), temporary, kafka.service())) {
                child.awaitRunning();
                assertThat(folder.resolve("jobs/scratch")).isNotEmptyDirectory();
                assertThat(child.end()).isZero();
            }
        }
        assertThat(folder.resolve("jobs")).isDirectoryContaining(path -> path.endsWith("checkpoints"));
        assertThat(folder.resolve("jobs/scratch")).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void starting_and_closing_twice_is_fine(@TempDir Path folder) {
        EmbeddedFlink flink = new EmbeddedFlink(folder);
        flink.start();
        flink.start();
        flink.close();
        flink.close();

        assertThat(folder.resolve("scratch")).doesNotExist();
    }
}
