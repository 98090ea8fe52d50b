package io.kakou.analysis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.recall.MapShelf;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A street's camera over two processes: the first sees adults walk, the second a child alone, as its first person. */
class RestartTest {
    private static final Size SIZE = new Size(160, 90);
    private static final int SECONDS = 24;

    @TempDir
    Path folder;

    @Test
    void what_the_process_before_learned_tells_the_first_child() throws Exception {
        Path film = CabinFilm.write(folder.resolve("film.mp4"), "-".repeat(SECONDS));
        MapShelf shelf = new MapShelf();
        assertThat(watched(film, MemoryKeeper.of(street(), shelf), RestartTest::adults))
                .isEmpty();
        assertThat(watched(film, MemoryKeeper.of(street(), shelf), RestartTest::child))
                .extracting(Alert::phase)
                .containsExactly(AlertPhase.RAISED);
        assertThat(watched(film, MemoryKeeper.NONE, RestartTest::child)).isEmpty();
    }

    @Test
    void the_memory_that_evidence_begins_with_holds_what_was_recalled() throws Exception {
        Path film = CabinFilm.write(folder.resolve("film.mp4"), "-".repeat(SECONDS));
        MapShelf shelf = new MapShelf();
        watched(film, MemoryKeeper.of(street(), shelf), RestartTest::adults);
        try (FileWatch again = new FileWatch(film, watch(MemoryKeeper.of(street(), shelf), RestartTest::child))) {
            FileWatch.Seen first = again.next();
            assertThat(first).isNotNull();
            assertThat(first.judged().before().lostChild().walks().stature().adults())
                    .isNotNull();
        }
    }

    private static List<Alert> watched(Path film, MemoryKeeper memories, DoubleFunction<List<Detection>> scene)
            throws Exception {
        List<Alert> alerts = new ArrayList<>();
        try (FileWatch watch = new FileWatch(film, watch(memories, scene))) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                alerts.addAll(seen.judged().judgement().alerts());
            }
        }
        return alerts;
    }

    private static CameraWatch watch(MemoryKeeper memories, DoubleFunction<List<Detection>> scene) {
        CameraJudge judge = new CameraJudge(street(), new Told(scene), JudgeSettings.DEFAULT);
        return new CameraWatch(Judges.always(judge), new PlannerSettings(0.5, 0.5, 0.5), memories);
    }

    private static List<Detection> adults(double seconds) {
        List<Detection> adults = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            adults.add(person(0.06 + 0.11 * i + 0.008 * seconds, 0.5 + 0.06 * i, 1));
        }
        return adults;
    }

    private static List<Detection> child(double seconds) {
        return List.of(person(0.1 + 0.02 * seconds, 0.7, 0.6));
    }

    private static Detection person(double x, double foot, double size) {
        double height = 0.5 * (foot - 0.1) * size;
        double half = height / (2.5 * 16 / 9) / 2;
        return new Detection("person", 0.8, Box.clipped(x - half, foot - height, x + half, foot));
    }

    private static Camera street() {
        return new Camera(
                "street-3",
                "street-3",
                CameraKind.STREET,
                null,
                null,
                null,
                "rtsp://10.0.0.7/sub",
                List.of(),
                List.of(EventKind.LOST_CHILD));
    }

    /** Says what the scene holds at each look, two a second. */
    private static final class Told implements Detector {
        private final DoubleFunction<List<Detection>> scene;
        private double seconds;

        Told(DoubleFunction<List<Detection>> scene) {
            this.scene = scene;
        }

        @Override
        public Size inputSize() {
            return SIZE;
        }

        @Override
        public List<Detection> detect(Picture picture) {
            seconds += 0.5;
            return scene.apply(seconds);
        }

        @Override
        public String identity() {
            return "told";
        }

        @Override
        public void close() {}
    }
}
