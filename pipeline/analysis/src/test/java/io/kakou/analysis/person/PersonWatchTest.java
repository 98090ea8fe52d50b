package io.kakou.analysis.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.ClothColour;
import io.kakou.events.EventKind;
import io.kakou.events.PersonSighting;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody in red walks past, two looks a second. */
class PersonWatchTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Picture RED = red();

    @Test
    void who_passes_is_told_of_while_there_and_once_it_has_left() {
        List<PersonSighting> told = watch(CameraKind.STREET, List.of(EventKind.LOST_CHILD));

        assertThat(told).hasSize(2);
        assertThat(told).extracting(PersonSighting::id).containsOnly(told.get(0).id());
        PersonSighting last = told.get(1);
        assertThat(last.looks()).isEqualTo(10);
        assertThat(last.firstSeen()).isEqualTo(START);
        assertThat(last.lastSeen()).isEqualTo(START.plusMillis(4_500));
        assertThat(last.above().get(0).colour()).isEqualTo(ClothColour.RED);
        assertThat(last.path()).hasSize(10);
        assertThat(last.path().get(0).x()).isLessThan(last.path().get(9).x());
    }

    @Test
    void it_is_the_same_at_a_camera_that_is_watched_for_something_else() {
        assertThat(watch(CameraKind.ROAD, List.of(EventKind.WATERLOGGING)))
                .isEqualTo(watch(CameraKind.STREET, List.of(EventKind.LOST_CHILD)));
    }

    @Test
    void in_a_lift_nobody_is_told_of() {
        assertThat(watch(CameraKind.LIFT, List.of(EventKind.EBIKE_IN_LIFT))).isEmpty();
    }

    private static List<PersonSighting> watch(CameraKind kind, List<EventKind> watched) {
        Camera camera = new Camera("c", "c", kind, null, null, null, null, List.of(), watched);
        Passer passer = new Passer();
        CameraJudge judge = new CameraJudge(camera, passer, Readers.NONE, JudgeSettings.DEFAULT);
        Memory memory = Memory.EMPTY;
        List<PersonSighting> told = new ArrayList<>();
        for (int look = 0; look < 40; look++) {
            passer.at = look;
            double seconds = look / 2.0;
            Judgement judgement = judge.judge(
                    memory, new Look("f" + look, seconds, START.plusMillis(500L * look), Depth.DETECTED, RED, null));
            told.addAll(judgement.people());
            memory = judgement.next();
        }
        return told;
    }

    private static Picture red() {
        Picture picture = Picture.allocate(100, 100);
        for (int i = 0; i < 100 * 100; i++) {
            boolean street = i % 100 < 60;
            picture.rgb()
                    .put(3 * i, (byte) (street ? 200 : 120))
                    .put(3 * i + 1, (byte) (street ? 30 : 120))
                    .put(3 * i + 2, (byte) (street ? 30 : 120));
        }
        return picture;
    }

    /** Ten looks long. */
    private static final class Passer implements Detector {
        private int at;

        @Override
        public List<Detection> detect(Picture picture) {
            double left = 0.05 + 0.04 * at;
            return at < 10 ? List.of(new Detection("person", 0.9, new Box(left, 0.3, left + 0.1, 0.75))) : List.of();
        }

        @Override
        public Size inputSize() {
            return new Size(100, 100);
        }

        @Override
        public String identity() {
            return "passer";
        }

        @Override
        public void close() {}
    }
}
