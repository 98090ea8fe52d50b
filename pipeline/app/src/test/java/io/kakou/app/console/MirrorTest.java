package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.Areas;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.log.TopicSnapshot;
import io.kakou.console.outbox.Mirror;
import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.events.Topic;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A log that lost records, or holds what is not so, is mended from the database. */
@ExtendWith(SharedConsole.class)
class MirrorTest {
    private final Installation installation = SharedConsole.installation();

    @Test
    void what_the_log_lost_is_told_again_and_what_is_no_more_is_taken_back() throws Exception {
        try (LogTopic cameras = new LogTopic(installation.kafka.service(), Topic.CAMERAS)) {
            cameras.await(value -> value.contains("\"lift-2\""));
            tell("lift-2", null);
            tell("ghost", "{\"id\":\"ghost\"}".getBytes(UTF_8));
            cameras.awaitRemoval("lift-2");
            try (Database database = new Database(installation.database())) {
                database.start();
                Outbox outbox = new Outbox();
                Cameras rows = new Cameras(database, outbox, new Areas(database, outbox), InstantSource.system());
                try (Mirror mirror = mirror(database, outbox, rows)) {
                    mirror.start();
                    cameras.await(value -> value.contains("\"lift-2\""));
                    cameras.awaitRemoval("ghost");
                }
            }
        }
    }

    private Mirror mirror(Database database, Outbox outbox, Cameras cameras) {
        Mirror.Truth truth = new Mirror.Truth(Topic.CAMERAS, "camera", "", cameras::onLog);
        return new Mirror(
                database, outbox, new TopicSnapshot(installation.kafka.service().clients()), List.of(truth));
    }

    private void tell(String camera, byte @Nullable [] value) throws Exception {
        installation
                .producer
                .send(new ProducerRecord<>(Topic.CAMERAS.topicName(), camera.getBytes(UTF_8), value))
                .get(30, TimeUnit.SECONDS);
    }
}
