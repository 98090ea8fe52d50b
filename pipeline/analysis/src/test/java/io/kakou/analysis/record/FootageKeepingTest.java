package io.kakou.analysis.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.record.index.IndexLine;
import io.kakou.analysis.record.index.Keyframe;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.index.MinuteState;
import io.kakou.analysis.record.index.Place;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Hold;
import io.kakou.analysis.record.keep.Holds;
import io.kakou.analysis.record.keep.Keeper;
import io.kakou.analysis.record.keep.Keeping;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootageKeepingTest {
    private static final Instant BEGAN = Instant.parse("2026-05-01T00:00:00Z");
    private static final int DAYS = 10;
    private static final Instant NOW = BEGAN.plus(Duration.ofDays(DAYS));
    /** One object an hour, of so many bytes. */
    private static final int BYTES = 1000;

    @TempDir
    private Path folder;

    private final MemoryShelf shelf = new MemoryShelf();
    private final Holds holds = new Holds(shelf, InstantSource.fixed(NOW));
    private FootageIndex index = new FootageIndex(new HourFiles(Path.of(".")), shelf, "worker-1");

    @BeforeEach
    void ten_days_of_one_camera_a_thousand_bytes_an_hour() throws Exception {
        index = new FootageIndex(new HourFiles(folder.resolve("index")), shelf, "worker-1");
        for (Instant from = BEGAN; from.isBefore(NOW); from = from.plus(Duration.ofHours(1))) {
            String key = Place.key("cam-1", from, "worker-1-1");
            shelf.put(key, new byte[BYTES], "video/mp4");
            Minute minute = new Minute(
                    key,
                    from,
                    from.plusSeconds(60),
                    BYTES,
                    "0".repeat(64),
                    "avc1.42c01e",
                    640,
                    360,
                    MinuteState.WHOLE,
                    List.of(new Keyframe(700, 0)),
                    0);
            index.add("cam-1", List.of(IndexLine.of(minute)));
        }
    }

    @ParameterizedTest(name = "floor {0} d, ceiling {1} d, quota {2} B: {3} hours stay")
    @CsvSource({
        "0, 30,    , 240", // neither
        "0,  4,    ,  96", // the ceiling
        "0, 30, 50000, 50", // the quota, the oldest first
        "3, 30, 50000, 72", // the floor is above the quota
        "3,  4, 500000, 96", // the ceiling is below the quota
        "0,  0,    ,   0", // nothing is kept
    })
    void the_oldest_goes_first_and_nothing_below_the_floor(
            double floor, double ceiling, @Nullable Long quota, int hours) throws Exception {
        Keeper keeper = keeper(new Retention(floor, ceiling, quota));
        keeper.pass(NOW);
        keeper.pass(NOW);
        TreeSet<String> there = new TreeSet<>(shelf.list("footage/"));
        assertThat(there).hasSize(hours);
        assertThat(keeper.keeping().usedBytes()).isEqualTo((long) hours * BYTES);
        Instant oldest = NOW.minus(Duration.ofHours(hours));
        assertThat(index.span("cam-1", BEGAN, NOW).minutes()).hasSize(hours);
        if (hours > 0) {
            assertThat(there.first()).isEqualTo(Place.key("cam-1", oldest, "worker-1-1"));
            assertThat(keeper.keeping().oldest()).isEqualTo(oldest);
        }
    }

    @Test
    void what_the_quota_made_go_is_a_gap_that_says_so() throws Exception {
        keeper(new Retention(0, 30, 50_000L)).pass(NOW);
        List<Gap> gaps = index.span("cam-1", BEGAN, NOW).gaps();
        assertThat(gaps).hasSize(190).extracting(Gap::why).containsOnly(Cause.LET_GO);
        assertThat(gaps.get(0).bytes()).isEqualTo(BYTES);
    }

    @Test
    void what_is_held_stays_until_the_hold_is_released() throws Exception {
        Instant from = BEGAN.plus(Duration.ofHours(5));
        Hold hold = holds.set(new Holds.Wanted("cam-1", from, from.plusSeconds(7200), "case 42", "judge", null));
        Keeper keeper = keeper(new Retention(0, 1, null));
        keeper.pass(NOW);
        assertThat(index.span("cam-1", BEGAN, NOW).minutes()).hasSize(24 + 2);
        assertThat(shelf.list("footage/")).contains(Place.key("cam-1", from, "worker-1-1"));
        assertThat(keeper.keeping().heldBack()).isEqualTo(2 * BYTES);
        holds.release(hold.id(), "judge", "case closed");
        keeper.pass(NOW);
        assertThat(shelf.list("footage/")).hasSize(24);
        assertThat(shelf.list("holds/"))
                .as("who held it and who released it stays")
                .hasSize(2);
        assertThatThrownBy(() -> holds.release(hold.id(), "judge", "again"))
                .hasMessageContaining("does not stand; allowed: one that is listed");
    }

    @Test
    void a_hold_with_an_end_ends_by_itself_and_one_of_another_camera_holds_nothing() throws Exception {
        Instant from = BEGAN;
        holds.set(new Holds.Wanted("cam-1", from, NOW, "case 42", "judge", NOW.minusSeconds(1)));
        holds.set(new Holds.Wanted("cam-2", from, NOW, "case 43", "judge", null));
        assertThat(holds.active()).extracting(Hold::camera).containsExactly("cam-2");
        keeper(new Retention(0, 1, null)).pass(NOW);
        assertThat(shelf.list("footage/")).hasSize(24);
    }

    @Test
    void a_hold_says_why_and_what() {
        assertThatThrownBy(() -> holds.set(new Holds.Wanted("cam-1", BEGAN, BEGAN, "case", "judge", null)))
                .hasMessageContaining("allowed: later than its begin");
        assertThatThrownBy(() -> holds.set(new Holds.Wanted("cam-1", BEGAN, NOW, " ", "judge", null)))
                .hasMessageContaining("reason is missing");
    }

    @Test
    void while_the_store_is_away_nothing_is_taken_out_of_the_index() {
        shelf.goAway();
        assertThatThrownBy(() -> keeper(new Retention(0, 1, null)).pass(NOW)).isInstanceOf(StoreException.class);
        assertThat(index.span("cam-1", BEGAN, NOW).minutes()).hasSize(240);
    }

    @Test
    void how_many_days_are_left_is_said_at_the_rate_of_the_last_day() throws Exception {
        Keeper keeper = keeper(new Retention(0, 30, 480_000L));
        keeper.pass(NOW);
        Keeping keeping = keeper.keeping();
        assertThat(keeping.bytesADay()).isCloseTo(24 * BYTES, within(1.0));
        assertThat(keeping.daysLeft()).isCloseTo(10, within(0.01));
        assertThat(keeping.daysKept()).isCloseTo(20, within(0.01));
    }

    @ParameterizedTest(name = "{0} cameras: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "296 | | ",
                "297 | | 297 cameras x 1 Mb/s = 37.1 MB/s, and the store takes 37 MB/s; allowed: 296 cameras",
                "10  | 3240000000000 | ",
                "11  | 3240000000000 | 11 cameras x 1 Mb/s x 30 days = 3.56 TB, and there is room for 3.24 TB;"
                        + " allowed: 10 cameras",
            })
    void more_than_a_machine_keeps_is_refused_with_the_arithmetic(
            int cameras, @Nullable Long room, @Nullable String line) {
        assertThat(new Capacity(37, 1, room, 30).refusal(cameras)).isEqualTo(line);
    }

    private Keeper keeper(Retention retention) {
        return new Keeper(retention, new Keeper.Stores(index, shelf, holds), folder);
    }
}
