package io.kakou.app.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.recall.Learned;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.LogClient;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Topic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers, one street, a real broker: who watches what as workers come, hang, wake and go. */
class SharedCamerasTest {
    private static final int CAMERAS = 128;
    private static final String ONE = "cam-000";
    /** Of 128 names over 64 partitions in two halves, give or take three deviations. */
    private static final int LEAST = CAMERAS / 2 - 20;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // before all
    private static EmbeddedKafka kafka;

    private final WatchedShare.Street street = new WatchedShare.Street();

    @BeforeAll
    static void start() throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("log"));
        kafka.start();
        try (LogClient log = new LogClient(kafka.service(), Topic.CAMERAS.topicName())) {
            for (String id : ids()) {
                log.write(Topic.CAMERAS.topicName(), id, camera(id));
            }
        }
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @Test
    void they_share_the_street_hand_on_what_was_learned_and_never_watch_one_camera_both() throws Exception {
        CountDownLatch wake = new CountDownLatch(1);
        try (WatchedShare first = worker("first", Map.of("interceptor.classes", HangingPoll.class.getName()))) {
            first.awaitCount(CAMERAS, CAMERAS);
            ids().forEach(id -> first.teach(id, 7));
            Map<String, Long> generations = ids().stream().collect(Collectors.toMap(id -> id, first::generation));

            try (WatchedShare second = worker("second", Map.of())) {
                second.awaitCount(LEAST, CAMERAS - LEAST);
                first.awaitCount(LEAST, CAMERAS - LEAST);
                Set<String> both = new TreeSet<>(first.ids());
                both.addAll(second.ids());
                assertThat(both).isEqualTo(ids());
                assertThat(first.ids().size() + second.ids().size()).isEqualTo(CAMERAS);
                assertThat(second.ids()).allSatisfy(id -> {
                    assertThat(second.recalled(id)).as(id).isEqualTo(7);
                    assertThat(second.generation(id)).as(id).isGreaterThan(generations.get(id));
                });
                assertThat(first.ids())
                        .allSatisfy(id -> assertThat(first.generation(id)).isEqualTo(generations.get(id)));

                hang(first, wake);
                second.awaitCount(CAMERAS, CAMERAS);
                wake.countDown();
                first.awaitCount(LEAST, CAMERAS - LEAST);
                second.awaitCount(LEAST, CAMERAS - LEAST);
                assertThat(first.ids()).doesNotContainAnyElementsOf(second.ids());
                assertThat(first.ids()).allSatisfy(id -> {
                    assertThat(first.recalled(id)).as(id).isEqualTo(7);
                    assertThat(first.generation(id)).as(id).isGreaterThan(generations.get(id));
                });
            }
            first.awaitCount(CAMERAS, CAMERAS);
            assertThat(street.overlaps).isEmpty();
            forget(first);
        } finally {
            wake.countDown();
        }
    }

    /** Its polling hangs: the watchdog closes all it has, and the group gives it to the other. */
    private static void hang(WatchedShare worker, CountDownLatch wake) throws Exception {
        int before = worker.emptied();
        HangingPoll.hangs = new CountDownLatch(1);
        HangingPoll.until = wake;
        String any = worker.ids().iterator().next();
        try (LogClient log = new LogClient(kafka.service(), Topic.CAMERAS.topicName())) {
            log.write(Topic.CAMERAS.topicName(), any, camera(any));
        }
        assertThat(HangingPoll.hangs.await(30, TimeUnit.SECONDS)).isTrue();
        worker.awaitEmptied(before + 1);
        HangingPoll.until = null;
    }

    /** A person has one camera forgotten: it is gone while the worker runs, and others are not touched. */
    private static void forget(WatchedShare worker) throws Exception {
        try (LogClient log = new LogClient(kafka.service(), Topic.CAMERAS.topicName())) {
            log.write(Topic.CAMERAS.topicName(), ONE, camera(ONE).forgetting(Camera.EVERY_RULE));
            worker.awaitRecalled(ONE, Learned.NOTHING.noise().levels());
            assertThat(worker.recalled("cam-001")).isEqualTo(7);
        }
    }

    private WatchedShare worker(String name, Map<String, Object> more) {
        Map<String, Object> clients = Map.copyOf(kafka.service().clients());
        Map<String, Object> polling = new HashMap<>(clients);
        polling.putAll(more);
        return new WatchedShare(name, clients, polling, street).started();
    }

    private static Set<String> ids() {
        return IntStream.range(0, CAMERAS)
                .mapToObj(i -> String.format("cam-%03d", i))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Camera camera(String id) {
        List<EventKind> watched = List.of(EventKind.EBIKE_IN_LIFT);
        return new Camera(id, id, CameraKind.LIFT, null, null, null, "rtsp://10.0.0.1/" + id, List.of(), watched);
    }
}
