package io.kakou.analysis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
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
import java.util.Objects;
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
        assertThat(replay(Memory.EMPTY, LookLog.read(log))).isEqualTo(outcomes(judgements));
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
                    .isEqualTo(outcomes(judgements.subList(from, judgements.size())));
        }
    }

    @Test
    void other_footage_is_told_by_the_look_that_differs() throws Exception {
        film = CabinFilm.write(folder.resolve("other.mp4"), "...............");
        List<LookAgain> again = rejudged(Memory.EMPTY, LookLog.read(log));
        assertThat(again.stream().filter(look -> look.input() == LookAgain.Input.DIFFERS))
                .isNotEmpty()
                .allSatisfy(look -> assertThat(look.isSame()).isFalse());
        assertThat(again.get(0).input()).isEqualTo(LookAgain.Input.SAME);
    }

    @Test
    void a_look_whose_picture_is_gone_is_told_and_judged_as_one_that_shows_nothing() {
        List<LookEntry> entries = LookLog.read(log);
        try (Rejudging rejudging = rejudging(Memory.EMPTY)) {
            LookAgain again = rejudging.judge(dated(entries.get(0)), null, null);
            assertThat(again.input()).isEqualTo(LookAgain.Input.MISSING);
            assertThat(again.now().detections()).isEmpty();
        }
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

    private List<Outcome> replay(Memory memory, List<LookEntry> looks) throws Exception {
        return rejudged(memory, looks).stream().map(LookAgain::now).toList();
    }

    private List<LookAgain> rejudged(Memory memory, List<LookEntry> looks) throws Exception {
        List<LookAgain> again = new ArrayList<>();
        try (VideoFile footage = VideoFile.open(film);
                Rejudging rejudging = rejudging(memory)) {
            for (LookEntry look : looks) {
                DecodedFrame frame = footage.next();
                while (!Objects.requireNonNull(frame).id().equals(look.frame())) {
                    frame = footage.next();
                }
                again.add(rejudging.judge(dated(look), frame, null));
            }
        }
        return again;
    }

    private static Rejudging rejudging(Memory memory) {
        Size size = new Size(150, 150);
        return new Rejudging(CabinFilm.judge(), new Rejudging.Sizes(size, size), memory);
    }

    private static DatedLook dated(LookEntry look) {
        return new DatedLook(look, Look.instant(Instant.EPOCH, look.seconds()));
    }

    private static List<Outcome> outcomes(List<Judgement> judgements) {
        return judgements.stream().map(Outcome::of).toList();
    }
}
