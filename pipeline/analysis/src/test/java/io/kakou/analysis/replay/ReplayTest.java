package io.kakou.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.LookEntry;
import io.kakou.analysis.look.LookLog;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    private Path folder;

    private Path film = Path.of("");
    private final List<String> log = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    @BeforeEach
    void judge_a_film_and_keep_the_log_of_looks() throws Exception {
        film = CabinFilm.write(folder.resolve("cabin.mp4"), "..RRRR.......R.");
        try (FileWatch watch = new FileWatch(film, CabinFilm.watch())) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                log.add(LookLog.line(seen.judged().look().entry()));
                judgements.add(seen.judged().judgement());
                looks.add(kept(seen.judged().look()));
            }
        }
        assertThat(judgements.stream().mapToInt(j -> j.alerts().size()).sum()).isEqualTo(2);
    }

    @Test
    void the_log_and_the_memory_give_the_same_judgements_again() throws Exception {
        assertThat(replay(Memory.EMPTY, LookLog.read(log))).isEqualTo(judgements);
    }

    @Test
    void the_same_looks_are_judged_the_same_a_thousand_times() {
        CameraJudge judge = CabinFilm.judge();
        for (int round = 0; round < 1000; round++) {
            Memory memory = Memory.EMPTY;
            for (int i = 0; i < looks.size(); i++) {
                Judgement judgement = judge.judge(memory, looks.get(i));
                assertThat(judgement).isEqualTo(judgements.get(i));
                memory = judgement.next();
            }
        }
    }

    @Test
    void it_can_begin_anywhere_with_the_memory_of_that_moment() throws Exception {
        for (int from = 1; from < judgements.size(); from++) {
            List<LookEntry> rest = LookLog.read(log.subList(from, log.size()));
            assertThat(replay(judgements.get(from - 1).next(), rest))
                    .isEqualTo(judgements.subList(from, judgements.size()));
        }
    }

    @Test
    void other_footage_is_refused_by_the_look_that_differs() throws Exception {
        film = CabinFilm.write(folder.resolve("other.mp4"), "...............");
        assertThatThrownBy(() -> replay(Memory.EMPTY, LookLog.read(log)))
                .isInstanceOf(ReplayMismatch.class)
                .hasMessageContaining("look f000050 at 2.0 s");
    }

    /** With a picture of its own: the watch's is written over by its next look. */
    private static Look kept(Look look) {
        Picture seen = look.picture();
        if (seen == null) {
            return look;
        }
        Picture copy = Picture.allocate(seen.width(), seen.height());
        copy.rgb().put(0, seen.rgb(), 0, seen.rgb().capacity());
        return new Look(look.frame(), look.seconds(), look.at(), look.depth(), copy);
    }

    private List<Judgement> replay(Memory memory, List<LookEntry> looks) throws Exception {
        try (VideoFile footage = VideoFile.open(film);
                Scaler scaler = new Scaler(new Size(150, 150))) {
            return new Replay(CabinFilm.judge(), scaler).run(memory, looks, footage, Instant.EPOCH);
        }
    }
}
