package io.kakou.analysis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.events.AlertPhase;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another model while a film runs. */
class TurnTest {
    private static final Size LARGER = new Size(300, 200);

    @TempDir
    private Path folder;

    private double turnAt = Double.POSITIVE_INFINITY;
    private double seconds;
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void the_next_look_is_by_the_new_model_at_its_own_size_and_begins_with_what_the_old_one_left() throws Exception {
        turnAt = 8;
        List<Judged> looks = judged("..RRRR......RRRR..");
        List<Judged> before = looks.stream().filter(this::isBefore).toList();
        List<Judged> after = looks.stream().filter(judged -> !isBefore(judged)).toList();
        assertThat(before).isNotEmpty().allMatch(judged -> judged.eyes().model().equals("red-blocks"));
        assertThat(after).isNotEmpty().allMatch(judged -> judged.eyes().equals(new Eyes("larger-blocks", LARGER)));
        assertThat(after.get(0).before())
                .isEqualTo(before.get(before.size() - 1).judgement().next());
        assertThat(alerts(before)).isPositive();
        assertThat(alerts(after)).isPositive();
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_is_raised_by_the_old_model_is_released_by_the_new_one() throws Exception {
        turnAt = 5;
        List<Judged> looks = judged("..RRRRRR........");
        long released = looks.stream()
                .filter(judged -> !isBefore(judged))
                .flatMap(judged -> judged.judgement().alerts().stream())
                .filter(alert -> alert.phase() == AlertPhase.RELEASED)
                .count();
        assertThat(released).isEqualTo(1);
    }

    /** The look that reached it was still the old one's. */
    private boolean isBefore(Judged judged) {
        return judged.look().seconds() <= turned;
    }

    private double turned = Double.POSITIVE_INFINITY;

    private static int alerts(List<Judged> looks) {
        return looks.stream()
                .mapToInt(judged -> judged.judgement().alerts().size())
                .sum();
    }

    private List<Judged> judged(String film) throws Exception {
        Path file = CabinFilm.write(folder.resolve("cabin.mp4"), film);
        List<Judged> looks = new ArrayList<>();
        CameraWatch watch = new CameraWatch(new Turning(), PlannerSettings.LIFT, MemoryKeeper.NONE);
        try (FileWatch files = new FileWatch(file, watch)) {
            for (FileWatch.Seen seen = files.next(); seen != null; seen = files.next()) {
                looks.add(seen.judged());
                seconds = seen.judged().look().seconds();
                turned = seconds >= turnAt ? Math.min(turned, seconds) : turned;
            }
        }
        return looks;
    }

    private final class Turning implements Judges {
        private final CameraJudge old = CabinFilm.judge();
        private final CameraJudge fresh =
                new CameraJudge(CabinFilm.camera(), new LargerBlocks(), JudgeSettings.DEFAULT);

        @Override
        public CameraJudge judge() {
            return seconds >= turnAt ? fresh : old;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private record LargerBlocks() implements Detector {
        private static final Detector RED = CabinFilm.detector();

        @Override
        public Size inputSize() {
            return LARGER;
        }

        @Override
        public List<Detection> detect(Picture picture) {
            assertThat(new Size(picture.width(), picture.height())).isEqualTo(LARGER);
            return RED.detect(picture);
        }

        @Override
        public String identity() {
            return "larger-blocks";
        }

        @Override
        public void close() {}
    }
}
