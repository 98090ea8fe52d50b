package io.kakou.analysis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.LookEntry;
import io.kakou.analysis.look.LookLog;
import io.kakou.analysis.replay.Outcome;
import io.kakou.analysis.replay.Rejudging;
import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.events.EventKind;
import io.kakou.models.Size;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that a person switches off while a film runs, and on again. */
class BrakeTest {
    private static final Set<EventKind> OFF = Set.of(EventKind.EBIKE_IN_LIFT);

    @TempDir
    private Path folder;

    private Set<EventKind> off = Set.of();

    @Test
    void nothing_is_raised_while_it_is_off_what_it_remembered_is_kept_and_it_goes_on_afterwards() throws Exception {
        List<Judged> looks = judged("..RRRR.....RRRR....RRRR...", second -> second >= 8 && second < 17);
        List<Judged> during = looks.stream()
                .filter(judged -> !judged.look().braked().isEmpty())
                .toList();
        assertThat(during).hasSizeGreaterThan(5).allSatisfy(judged -> {
            assertThat(judged.judgement().alerts()).isEmpty();
            assertThat(judged.judgement().next().ebikeInLift()).isEqualTo(memory(judged));
        });
        List<Double> told = looks.stream()
                .filter(judged -> !judged.judgement().alerts().isEmpty())
                .map(judged -> judged.look().seconds())
                .toList();
        assertThat(told).anyMatch(second -> second < 8).anyMatch(second -> second >= 17);
    }

    @Test
    void the_log_of_looks_says_what_was_off_so_that_it_is_judged_again_as_it_was() throws Exception {
        List<Judged> looks = judged("..RRRR......RRRR..", second -> second >= 9);
        List<String> log = looks.stream()
                .map(judged -> judged.look().entry())
                .map(LookLog::line)
                .toList();
        List<Outcome> live =
                looks.stream().map(judged -> Outcome.of(judged.judgement())).toList();
        assertThat(again(log)).isEqualTo(live);
        List<String> unbraked =
                log.stream().map(line -> line.replace(" EBIKE_IN_LIFT", "")).toList();
        assertThat(alerts(again(unbraked))).isGreaterThan(alerts(live));
    }

    private static int alerts(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(outcome -> outcome.alerts().size()).sum();
    }

    private List<Outcome> again(List<String> log) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        Size size = CabinFilm.detector().inputSize();
        try (VideoFile footage = VideoFile.open(folder.resolve("cabin.mp4"));
                Rejudging rejudging = new Rejudging(CabinFilm.judge(), new Rejudging.Sizes(size, size), Memory.EMPTY)) {
            for (LookEntry look : LookLog.read(log)) {
                DecodedFrame frame = footage.next();
                while (!Objects.requireNonNull(frame).id().equals(look.frame())) {
                    frame = footage.next();
                }
                DatedLook dated = new DatedLook(look, Look.instant(Instant.EPOCH, look.seconds()));
                outcomes.add(rejudging.judge(dated, frame, null).now());
            }
        }
        return outcomes;
    }

    @Test
    void a_line_of_before_there_were_brakes_reads_as_one_with_nothing_off() {
        LookEntry entry = LookLog.read(List.of("p7 1.5 D 0123456789abcdef")).get(0);
        assertThat(entry).isEqualTo(new LookEntry("p7", 1.5, Depth.DETECTED, "0123456789abcdef"));
        DatedLook old = DatedLook.read("p7 1.5 D 0123456789abcdef 2026-03-01T00:00:00Z");
        assertThat(old).isEqualTo(new DatedLook(entry, Instant.parse("2026-03-01T00:00:00Z")));
    }

    private static EbikeInLiftMemory memory(Judged judged) {
        return judged.before().ebikeInLift();
    }

    private interface When {
        boolean off(double second);
    }

    private List<Judged> judged(String film, When when) throws Exception {
        Path file = CabinFilm.write(folder.resolve("cabin.mp4"), film);
        List<Judged> looks = new ArrayList<>();
        try (FileWatch watch = new FileWatch(file, CabinFilm.watch().under(() -> off))) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                looks.add(seen.judged());
                off = when.off(seen.judged().look().seconds()) ? OFF : Set.of();
            }
        }
        return looks;
    }
}
