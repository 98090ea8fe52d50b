package io.kakou.jobs.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.jobs.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void words_go_before_the_file_and_the_rest_is_as_the_embedded_job_has_it() throws Exception {
        Path clients =
                Files.writeString(folder.resolve("clients"), "security.protocol=SASL_SSL\nsasl.mechanism = PLAIN\n");
        Path file = Files.writeString(
                folder.resolve("settings"),
                "brokers=one:9092\ncheckpoints=s3://kakou/checkpoints\ncheckpointSeconds=7\njoinSeconds=60\nclients="
                        + clients);

        ProgramSettings read =
                ProgramSettings.read(List.of("--settings", file.toString(), "--brokers", "one:9093,two:9093"));

        assertThat(read.clients())
                .containsEntry("bootstrap.servers", "one:9093,two:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
        assertThat(read.room().joinSeconds()).isEqualTo(60);
        Configuration embedded = new JobSettings(Path.of(""), 7, 0, 1).toFlink();
        embedded.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "s3://kakou/checkpoints");
        embedded.removeConfig(CoreOptions.DEFAULT_PARALLELISM);
        assertThat(withoutRestarts(read.toFlink())).isEqualTo(withoutRestarts(embedded));
    }

    @Test
    void a_job_on_a_cluster_never_gives_up_whatever_the_embedded_one_does() {
        Configuration flink = ProgramSettings.read(List.of("--brokers", "k:1", "--checkpoints", "/c"))
                .toFlink();

        assertThat(flink.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
        assertThat(flink.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(flink.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF))
                .isEqualTo(Duration.ofSeconds(5));
    }

    private static Map<String, String> withoutRestarts(Configuration flink) {
        Map<String, String> rest = flink.toMap();
        rest.keySet().removeIf(key -> key.startsWith("restart-strategy."));
        return rest;
    }

    @Test
    void a_parallelism_that_is_said_holds() {
        ProgramSettings read =
                ProgramSettings.read(List.of("--brokers", "k:1", "--checkpoints", "/c", "--parallelism", "2"));

        assertThat(read.toFlink().get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(2);
        assertThat(read.checkpoints()).hasToString("file:///c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --checkpoints /c                                       | brokers is missing; allowed: host:port, several joined by commas
                    --brokers kafka --checkpoints /c                       | brokers is kafka; allowed: host:port, several joined by commas
                    --brokers k:1                                          | checkpoints is missing; allowed: a folder or an address
                    --brokers k:1 --checkpoints /c --checkpointSeconds 0   | checkpointSeconds is 0.0; allowed: 0.1 to 600.0
                    --brokers k:1 --checkpoints /c --checkpointSeconds x   | checkpointSeconds is x; allowed: a number of seconds
                    --brokers k:1 --checkpoints /c --parallelism 129       | parallelism is 129.0; allowed: 1.0 to 128.0
                    --brokers k:1 --checkpoints /c --parallelism two       | parallelism is two; allowed: 1 to 128
                    --brokers k:1 --checkpoints /c --joinSeconds 0         | joinSeconds is 0.0; allowed: 1 to 31536000 (a year)
                    --brokers k:1 --checkpoints /c --joinSeconds x         | joinSeconds is x; allowed: a number
                    --brokers k:1 --checkpoints /c --colour red            | setting colour is unknown; allowed: brokers, clients, checkpoints,
                    --brokers k:1 --brokers k:2                            | brokers is given twice; allowed: once
                    --brokers k:1 --checkpoints                            | checkpoints is without a value; allowed: --checkpoints value
                    brokers k:1                                            | word 1 is brokers; allowed: --key value, as often as needed
                    --settings /nowhere                                    | settings is /nowhere; allowed: a file of key=value that can be read here
                    """)
    void what_is_wrong_is_named_with_what_is_allowed(String words, String message) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> ProgramSettings.read(List.of(words.strip().split("\\s+"))))
                .withMessageStartingWith(message);
    }

    @Test
    void help_names_every_key() {
        assertThat(ProgramSettings.keys())
                .allSatisfy(key -> assertThat(RoomsProgram.help()).contains("--" + key));
    }
}
