package io.kakou.analysis.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.stature.AdultHeight;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.stature.StatureSettings;
import io.kakou.analysis.stature.Statures;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process ends and another begins: what the camera learned is there, or is learned anew with a line that says why. */
class HeightBookTest {
    private static final Size SIZE = new Size(640, 360);
    private static final String ADDRESS = "rtsp://10.0.0.7/sub";

    private final Statures statures = new Statures(StatureSettings.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void after_a_restart_a_child_is_judged_at_once() {
        closed(learned(8));
        StatureMemory again = keeper(ADDRESS).recall(SIZE);
        assertThat(again.adults()).isEqualTo(learned(8).adults());
        assertThat(statures.judge(again.adults(), walk(1, 0.6)).build()).isEqualTo(Build.CHILD);
        assertThat(statures.judge(again.adults(), walk(1, 1)).build()).isEqualTo(Build.ADULT);
    }

    @Test
    void whom_the_new_process_counts_first_is_none_of_the_people_before_it() {
        closed(learned(8));
        StatureMemory again = keeper(ADDRESS).recall(SIZE);
        assertThat(again.seen()).allMatch(one -> one.track() < 0 && one.seconds() < 0);
        StatureMemory next = statures.learn(again, walk(1, 1));
        assertThat(people(next)).isEqualTo(people(again) + 1);
    }

    @Test
    void it_is_kept_over_ever_so_many_restarts() {
        closed(learned(6));
        for (int i = 0; i < 3; i++) {
            HeightKeeper keeper = keeper(ADDRESS);
            keeper.keep(statures.learn(keeper.recall(SIZE), walk(1, 1)), 3);
            keeper.close();
        }
        StatureMemory again = keeper(ADDRESS).recall(SIZE);
        assertThat(people(again)).isEqualTo(6 + 3);
        assertThat(statures.judge(again.adults(), walk(1, 0.6)).build()).isEqualTo(Build.CHILD);
    }

    @Test
    void another_picture_size_is_learned_anew_and_then_kept_instead() {
        closed(learned(8));
        HeightKeeper keeper = keeper(ADDRESS);
        assertThat(keeper.recall(new Size(704, 576))).isEqualTo(StatureMemory.EMPTY);
        keeper.keep(learned(7), 1);
        keeper.close();
        assertThat(people(keeper(ADDRESS).recall(new Size(704, 576)))).isEqualTo(7);
        assertThat(keeper(ADDRESS).recall(SIZE)).isEqualTo(StatureMemory.EMPTY);
    }

    @Test
    void behind_another_address_hangs_another_camera() {
        closed(learned(8));
        assertThat(keeper("rtsp://10.0.0.8/sub").recall(SIZE)).isEqualTo(StatureMemory.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"camera\":\"street-3\",\"address\":\"00\",\"width\":640,",
                "{\"owner\":7}",
                "{\"camera\":\"street-4\",\"address\":\"00\",\"width\":640,\"height\":360,\"heights\":{\"seen\":[],\"unlearned\":0}}",
                "{\"camera\":\"street-3\",\"address\":\"00\",\"width\":0,\"height\":360,\"heights\":{\"seen\":[],\"unlearned\":0}}",
                "{\"camera\":\"street-3\",\"address\":\"00\",\"width\":640,\"height\":360,\"heights\":{\"seen\":[{\"track\":1,"
                        + "\"seconds\":1,\"looks\":1,\"x\":0.5,\"foot\":7,\"height\":0.2,\"width\":0.1}],\"unlearned\":0}}"
            })
    void a_torn_or_foreign_file_is_set_aside_and_learning_begins_anew(String found) throws IOException {
        closed(learned(8));
        Files.writeString(folder.resolve("street-3.json"), found);
        HeightKeeper keeper = keeper(ADDRESS);
        assertThat(keeper.recall(SIZE)).isEqualTo(StatureMemory.EMPTY);
        assertThat(names()).containsExactly("street-3.json.unreadable");
        keeper.keep(learned(6), 1);
        keeper.close();
        assertThat(people(keeper(ADDRESS).recall(SIZE))).isEqualTo(6);
    }

    @Test
    void half_a_file_of_a_process_that_was_killed_is_not_read() throws IOException {
        closed(learned(8));
        Files.writeString(folder.resolve("street-3.json.new"), "{\"camera\":");
        assertThat(people(keeper(ADDRESS).recall(SIZE))).isEqualTo(8);
    }

    @Test
    void it_is_written_every_five_minutes_not_at_every_look() throws IOException {
        HeightKeeper keeper = keeper(ADDRESS);
        StatureMemory unused = keeper.recall(SIZE);
        keeper.keep(learned(6), 10);
        keeper.keep(learned(7), 309);
        assertThat(names()).isEmpty();
        keeper.keep(learned(8), 310);
        assertThat(people(keeper(ADDRESS).recall(SIZE))).isEqualTo(8);
    }

    @Test
    void a_thread_that_is_stopped_by_an_interrupt_still_keeps_it() {
        HeightKeeper keeper = keeper(ADDRESS);
        StatureMemory unused = keeper.recall(SIZE);
        keeper.keep(learned(8), 10);
        Thread.currentThread().interrupt();
        keeper.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(people(keeper(ADDRESS).recall(SIZE))).isEqualTo(8);
    }

    @Test
    void where_the_folder_cannot_be_written_judging_goes_on() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        HeightKeeper keeper = new HeightBook(file).of(camera(ADDRESS, EventKind.LOST_CHILD));
        assertThat(keeper.recall(SIZE)).isEqualTo(StatureMemory.EMPTY);
        keeper.keep(learned(8), 10);
        keeper.close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void heights_alone_are_kept_and_no_address() throws IOException {
        closed(learned(8));
        String kept = Files.readString(folder.resolve("street-3.json"));
        assertThat(kept).doesNotContain("10.0.0.7").hasSizeLessThan(32 << 10);
    }

    @Test
    void where_nobody_looks_for_children_nothing_is_kept() throws IOException {
        HeightKeeper keeper = new HeightBook(folder).of(camera(ADDRESS, EventKind.MUCK_TRUCK));
        keeper.keep(learned(8), 10);
        keeper.close();
        assertThat(names()).isEmpty();
    }

    private void closed(StatureMemory learned) {
        HeightKeeper keeper = keeper(ADDRESS);
        StatureMemory unused = keeper.recall(SIZE);
        keeper.keep(learned, 10);
        keeper.close();
    }

    private HeightKeeper keeper(String address) {
        return new HeightBook(folder).of(camera(address, EventKind.LOST_CHILD));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long people(StatureMemory memory) {
        return memory.seen().stream().mapToLong(Standing::track).distinct().count();
    }

    private StatureMemory learned(int people) {
        StatureMemory memory = StatureMemory.EMPTY;
        for (int person = 1; person <= people; person++) {
            memory = statures.learn(memory, walk(person, 1));
        }
        @Nullable AdultHeight adults = memory.adults();
        assertThat(adults).isNotNull();
        return memory;
    }

    /** Eight looks at somebody who comes nearer, so tall against an adult. */
    private static List<Standing> walk(long person, double size) {
        List<Standing> walk = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double foot = 0.5 + 0.04 * i;
            double height = 0.5 * (foot - 0.1) * size;
            walk.add(Standing.once(person, i * 0.5, 0.1 * (person % 9), foot, height, height / 4.4));
        }
        return walk;
    }

    private static Camera camera(String address, EventKind watched) {
        return new Camera(
                "street-3", "street-3", CameraKind.STREET, null, null, null, address, List.of(), List.of(watched));
    }
}
