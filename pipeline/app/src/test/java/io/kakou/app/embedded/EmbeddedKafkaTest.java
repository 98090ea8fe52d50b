package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kakou.events.Topic;
import io.kakou.jobs.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
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
    void a_tail_that_a_power_cut_tore_goes_and_all_before_it_stays(@TempDir Path folder) throws Exception {
        Topic topic = Topic.ALERTS;
        try (EmbeddedKafka first = new EmbeddedKafka(folder)) {
            first.start();
            try (LogClient client = new LogClient(first.servers(), topic.topicName())) {
                for (int i = 0; i < 20; i++) {
                    client.write(topic.topicName(), "lift-7", ("kept " + i).getBytes(UTF_8));
                }
            }
        }
        // What the broker leaves of itself where it ends in order; without it every segment is looked at anew.
        Files.delete(folder.resolve(".kafka_cleanshutdown"));
        Path torn = segmentWithRecords(folder, topic);
        Files.write(torn, new byte[] {0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 1, 0, 7, 7, 7}, StandardOpenOption.APPEND);

        try (EmbeddedKafka second = new EmbeddedKafka(folder)) {
            second.start();
            try (LogClient client = new LogClient(second.servers(), topic.topicName())) {
                client.write(topic.topicName(), "lift-7", "after".getBytes(UTF_8));
                assertThat(client.readUntil(record -> new String(record.value(), UTF_8).equals("after")))
                        .extracting(record -> new String(record.value(), UTF_8))
                        .hasSize(21)
                        .startsWith("kept 0", "kept 1")
                        .endsWith("kept 19", "after");
            }
        }
    }

    private static Path segmentWithRecords(Path folder, Topic topic) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*/" + topic.topicName() + "-\\d+/\\d+[.]log"))
                    .filter(file -> file.toFile().length() > 0)
                    .findFirst()
                    .orElseThrow();
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
