package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kakou.events.Topic;
import io.kakou.jobs.log.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @Test
    void what_was_written_is_there_after_a_restart(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka first = new EmbeddedKafka(folder)) {
            first.start();
            first.start();
            try (LogClient client = new LogClient(first.servers(), Topic.CAMERAS.topicName())) {
                client.write(Topic.CAMERAS.topicName(), "lift-7", "kept".getBytes(UTF_8));
            }
        }
        try (EmbeddedKafka second = new EmbeddedKafka(folder)) {
            second.start();
            assertThat(second.servers()).startsWith("127.0.0.1:");
            try (LogClient client = new LogClient(second.servers(), Topic.CAMERAS.topicName())) {
                assertThat(client.readUntil(record -> true))
                        .singleElement()
                        .satisfies(record -> assertThat(record.value()).isEqualTo("kept".getBytes(UTF_8)));
            }
            assertThatIllegalStateException()
                    .isThrownBy(new EmbeddedKafka(folder)::start)
                    .withMessageStartingWith("the log cannot start in " + folder);
            assertThat(new Log(second.servers(), "test").end(Topic.CAMERAS).values())
                    .containsExactly(1L);
            assertThat(new Log(second.servers(), "test").end(Topic.REGISTRY)).isEqualTo(Map.of());
        }
    }

    @Test
    void a_folder_that_cannot_be_one_is_named(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("log"));
        try (EmbeddedKafka kafka = new EmbeddedKafka(file)) {
            assertThatIllegalStateException()
                    .isThrownBy(kafka::start)
                    .withMessageStartingWith("the log cannot start in " + file);
            assertThatIllegalStateException().isThrownBy(kafka::servers);
        }
    }
}
