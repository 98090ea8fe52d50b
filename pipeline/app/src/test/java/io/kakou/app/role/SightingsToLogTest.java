package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.analysis.street.Street;
import io.kakou.app.StagedLift;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.PlainParts;
import io.kakou.app.cameras.QuietWitness;
import io.kakou.app.detector.Detectors;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.LogClient;
import io.kakou.app.gate.StagedTruck;
import io.kakou.app.registry.Brakes;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.turn.Turns;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.secret.SecretBox;
import io.kakou.models.dataset.PictureFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A truck drives up to a gate: from its main stream to the plate that stands on the log. */
class SightingsToLogTest {
    private static final String NOBODY_THERE = "rtsp://127.0.0.1:1/small";

    @TempDir
    private Path folder;

    @Test
    void a_trucks_plate_is_on_the_log() throws Exception {
        Path plate = StagedTruck.DATA.resolve("plate/hyperlpr/resource/images/rec_crop/_0_津B6H920.jpg");
        Path film = new StagedTruck().film(folder.resolve("truck.mp4"), PictureFile.read(plate));
        try (Detectors detectors = StagedLift.detectors();
                EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("log"));
                RtspLoops loops = new RtspLoops(1, InstantSource.system());
                Street street = PlainParts.running()) {
            loops.start();
            kafka.start();
            try (LogProducer log = new LogProducer(Map.copyOf(kafka.service().clients()));
                    LogClient reader = new LogClient(kafka.service(), Topic.SIGHTINGS.topicName());
                    RtspServer server = new RtspServer(
                            loops, ServerSettings.defaults().withPort(0), Map.of("gate", ServedFile.of(film)))) {
                server.start();
                StreetParts parts = new StreetParts(
                        loops,
                        street,
                        detectors,
                        Brakes.NONE,
                        Turns.none(detectors),
                        new SecretBox(new byte[32]),
                        camera -> MemoryKeeper.NONE,
                        camera -> new QuietWitness());
                Owner owner = new Owner("analysis-1", 7);
                try (CameraSet set = new CameraSet(parts, owner, new Telling(log), InstantSource.system())) {
                    set.start();
                    set.all(Map.of("gate-1", gate(server.url("gate"))));
                    Sighting seen =
                            last(reader.readUntil(record -> sighting(record).plate() != null));
                    assertThat(seen.plate()).isEqualTo("津B6H920");
                    assertThat(seen.camera()).isEqualTo("gate-1");
                    assertThat(seen.generation()).isEqualTo(7);
                    assertThat(seen.candidates().get(0).plate()).isEqualTo(seen.plate());
                    assertThat(seen.widthPixels()).isGreaterThan(48);
                }
            }
        }
    }

    private static Camera gate(String mainStream) {
        List<EventKind> watched = List.of(EventKind.MUCK_TRUCK);
        return new Camera("gate-1", "gate", CameraKind.GATE, null, null, mainStream, NOBODY_THERE, List.of(), watched);
    }

    private static Sighting last(List<ConsumerRecord<byte[], byte[]>> read) {
        return sighting(read.get(read.size() - 1));
    }

    private static Sighting sighting(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(Sighting.class, record.value());
        } catch (UnreadableRecord e) {
            throw new AssertionError(e);
        }
    }

    private record Telling(LogProducer log) implements CameraSet.Listener {
        @Override
        public void raised(Alert alert) {}

        @Override
        public void sighted(Sighting sighting) {
            log.publish(sighting);
        }

        @Override
        public void stands(Health health) {}

        @Override
        public void said(String line) {}
    }
}
