package io.kakou.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.jobs.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void nothing_stays_but_checkpoints(@TempDir Path folder) throws Exception {
        Set<String> before = temporary();
        try (EmbeddedFlink flink = new EmbeddedFlink(folder)) {
            flink.start();
            flink.start();
            assertThat(folder.resolve("scratch")).isNotEmptyDirectory();
        }
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("checkpoints"));
        assertThat(folder.resolve("scratch")).doesNotExist();
        assertThat(temporary()).isEqualTo(before);
    }

    private static Set<String> temporary() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("flink") || name.contains("rocksdb") || name.contains("minicluster"))
                    .collect(Collectors.toSet());
        }
    }
}
