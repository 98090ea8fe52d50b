package io.kakou.analysis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.evidence.Circumstances;
import io.kakou.analysis.evidence.ShownFilm;
import io.kakou.analysis.journal.JournalReplay.Eyes;
import io.kakou.analysis.journal.JournalReplay.Judges;
import io.kakou.analysis.journal.JournalReplay.Span;
import io.kakou.analysis.journal.SpanReplayed.Gap;
import io.kakou.analysis.journal.SpanReplayed.Why;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.rule.EbikeInLiftSettings;
import io.kakou.analysis.store.LocalS3;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.models.Detector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every look of a camera kept, over a real store, and judged again from there. */
@Timeout(120)
class JournalReplayTest {
    /** The hour turns while the two-wheeler is in the cabin. */
    private static final Instant FROM = Instant.parse("2026-05-01T03:59:46.123456789Z");

    private static final Instant TO = FROM.plusSeconds(28);
    private static final String STORY = "............RRRR............";
    private static final JournalSettings SETTINGS = new JournalSettings(5, 1000, 1, 1 << 20, 30);

    @TempDir
    private static Path films;

    private static Path film = Path.of("");

    @TempDir
    private Path folder;

    private final List<TimedUnit> recorded = new ArrayList<>();
    private final StoredFootage footage = (camera, from, to) -> gops(from, to);
    /** An hour and more later: all pages are over. */
    private final InstantSource later = () -> TO.plus(Duration.ofHours(2));

    @BeforeAll
    static void a_two_wheeler_comes_after_twelve_seconds_and_goes_four_later() throws Exception {
        film = CabinFilm.write(films.resolve("cabin.mp4"), STORY);
    }

    @Test
    void a_span_over_the_turn_of_the_hour_is_judged_again_the_same_from_the_store_alone() throws Exception {
        try (LocalS3 server = new LocalS3(Files.createDirectories(folder.resolve("s3")));
                ObjectStore store = server.client()) {
            keep(store);
            assertThat(store.list("looks/lift-1/2026-05-01/")).hasSize(2).allSatisfy(key -> assertThat(key)
                    .endsWith("-analysis-1.log.gz"));
            SpanReplayed again = replay(store, FROM, TO, JudgeSettings.DEFAULT);
            assertThat(again.looks()).isEqualTo(56);
            assertThat(again.inputs().same()).isGreaterThan(3);
            assertThat(again.inputs().differ() + again.inputs().missing()).isZero();
            assertThat(again.alerts().same()).isEqualTo(2);
            assertThat(again.memories().same()).isGreaterThan(3);
            assertThat(again.gaps()).isEmpty();
            assertThat(again.isSame()).isTrue();
        }
    }

    @Test
    void a_span_in_the_midst_needs_only_the_snapshot_before_it() throws Exception {
        MemoryShelf store = new MemoryShelf();
        keep(store);
        SpanReplayed again = replay(store, FROM.plusSeconds(13), FROM.plusSeconds(22), JudgeSettings.DEFAULT);
        assertThat(again.looks()).isEqualTo(18);
        assertThat(again.leadIn()).isBetween(1, 12);
        assertThat(again.alerts().same()).isEqualTo(2);
        assertThat(again.isSame()).isTrue();
    }

    @Test
    void another_setting_is_judged_beside_what_judged_then_and_says_what_differs() throws Exception {
        MemoryShelf store = new MemoryShelf();
        keep(store);
        EbikeInLiftSettings usual = EbikeInLiftSettings.DEFAULT;
        var strict = new EbikeInLiftSettings(
                usual.looksNeeded(),
                usual.looksKept(),
                usual.looksWithinSeconds(),
                usual.insideShare(),
                0.95,
                usual.goneSeconds(),
                usual.leastEbikeScore());
        JudgeSettings plain = JudgeSettings.DEFAULT;
        SpanReplayed again = replay(
                store,
                FROM,
                TO,
                new JudgeSettings(
                        plain.tracker(),
                        strict,
                        plain.muckTruck(),
                        plain.lostChild(),
                        plain.dumping(),
                        plain.waterlogging(),
                        plain.plates()));
        assertThat(again.alerts().gone()).hasSize(2);
        assertThat(again.other().looks()).isEqualTo(56);
        assertThat(again.other().decided()).isPositive();
        assertThat(again.other().boxes().gone()).isZero();
        assertThat(again.decidesTheSame()).isFalse();
    }

    @Test
    void what_was_not_recorded_and_where_nobody_looked_is_said() throws Exception {
        MemoryShelf store = new MemoryShelf();
        keep(store);
        recorded.removeIf(unit -> unit.unit().at().isAfter(FROM.plusSeconds(10)));
        SpanReplayed again = replay(store, FROM, TO.plusSeconds(600), JudgeSettings.DEFAULT);
        assertThat(again.inputs().missing()).isPositive();
        assertThat(again.gaps()).extracting(Gap::why).containsExactly(Why.NOT_RECORDED, Why.NO_LOOK_LOG);
        assertThat(again.gaps().get(1).to()).isEqualTo(TO.plusSeconds(600));
    }

    @Test
    void looks_that_found_no_room_are_counted_and_said_and_what_follows_is_judged_again() throws Exception {
        MemoryShelf store = new MemoryShelf();
        LookJournal journal = journal(store, new JournalSettings(5, 4, 1, 1 << 20, 30));
        Consumer<Judged> door = door(journal);
        List<Judged> looks = new ArrayList<>();
        show(looks::add);
        // Nobody writes yet: four wait, the others find no room.
        looks.subList(0, 10).forEach(door);
        assertThat(journal.lost()).isEqualTo(6);
        journal.start();
        // Again and again until there is room, which the thread that writes makes.
        int given = 10;
        while (given < looks.size()) {
            long before = journal.lost();
            door.accept(looks.get(given));
            given += journal.lost() == before ? 1 : 0;
        }
        journal.close();
        stored(store);
        SpanReplayed again = replay(store, FROM, TO, JudgeSettings.DEFAULT);
        assertThat(again.gaps()).extracting(Gap::why).containsOnly(Why.LOOKS_LOST);
        assertThat(again.looks()).isEqualTo(50);
        assertThat(again.isSame()).isTrue();
    }

    @Test
    void pages_older_than_their_days_are_taken_out_when_a_newer_one_comes() throws Exception {
        MemoryShelf store = new MemoryShelf();
        store.put("looks/lift-1/2026-03-31/000000.000-a.log.gz", new byte[1], "");
        store.put("looks/lift-1/2026-04-01/000000.000-a.log.gz", new byte[1], "");
        store.put("looks/lift-2/2026-03-31/000000.000-a.log.gz", new byte[1], "");
        keep(store);
        assertThat(store.list("looks/"))
                .contains("looks/lift-1/2026-04-01/000000.000-a.log.gz", "looks/lift-2/2026-03-31/000000.000-a.log.gz")
                .doesNotContain("looks/lift-1/2026-03-31/000000.000-a.log.gz");
    }

    @Test
    void a_store_that_stays_away_costs_the_oldest_pages_and_not_the_disk() throws Exception {
        MemoryShelf store = new MemoryShelf();
        store.goAway();
        for (String hour : List.of("01", "02", "03")) {
            Path page = folder.resolve("looks/lift-1/2026-05-01/" + hour + "0000.000-analysis-1.log");
            Files.createDirectories(page.resolveSibling("."));
            Files.write(page, new byte[600_000]);
        }
        try (LookJournal journal = journal(store, SETTINGS)) {
            journal.start();
            while (journal.lostPages() < 2) {
                Thread.onSpinWait();
            }
        }
        try (var left = Files.list(folder.resolve("looks/lift-1/2026-05-01"))) {
            assertThat(left)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("030000.000-analysis-1.log");
        }
    }

    private void keep(Shelf store) throws Exception {
        LookJournal journal = journal(store, SETTINGS);
        journal.start();
        show(door(journal));
        journal.close();
        stored(store);
    }

    /** A journal that starts on what the last one left brings it to the store. */
    private void stored(Shelf store) throws Exception {
        LookJournal next = journal(store, SETTINGS);
        next.start();
        while (anyPage()) {
            Thread.onSpinWait();
        }
        next.close();
    }

    private boolean anyPage() throws IOException {
        try (var files = Files.walk(folder.resolve("looks"))) {
            return files.anyMatch(file -> file.toString().endsWith(".log"));
        } catch (UncheckedIOException e) {
            return true; // one was taken away while the folder was read: look again
        }
    }

    private LookJournal journal(Shelf store, JournalSettings settings) {
        return new LookJournal("analysis-1", store, folder.resolve("looks"), new LookJournal.Tuning(settings, later));
    }

    private static Consumer<Judged> door(LookJournal journal) {
        Circumstances circumstances =
                new Circumstances("", "red-blocks", 150, 150, JudgeSettings.DEFAULT, "build", "java", "cpu", "none");
        return journal.camera(CabinFilm.camera(), () -> "none", eyes -> circumstances);
    }

    private void show(Consumer<Judged> looks) throws Exception {
        try (CameraWatch watch = CabinFilm.watch()) {
            new ShownFilm(film, FROM).to(watch, unit -> recorded.add(new TimedUnit(unit, unit.seconds())), looks);
        }
    }

    private List<TimedUnit> gops(Instant from, Instant to) {
        int first = 0;
        List<TimedUnit> found = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            if (recorded.get(i).unit().keyframe()
                    && !recorded.get(i).unit().at().isAfter(from)) {
                first = i;
            }
        }
        for (TimedUnit unit : recorded.subList(first, recorded.size())) {
            if (unit.unit().at().isBefore(to)) {
                found.add(unit);
            }
        }
        return found;
    }

    private SpanReplayed replay(Shelf store, Instant from, Instant to, JudgeSettings settings)
            throws IOException, StoreException {
        try (Detector detector = CabinFilm.detector()) {
            Eyes then = new Eyes(detector, Readers.NONE, JudgeSettings.DEFAULT);
            @Nullable
            Eyes other = settings.equals(JudgeSettings.DEFAULT) ? null : new Eyes(detector, Readers.NONE, settings);
            return new JournalReplay(new StoredJournal(store, null), footage)
                    .run(new Span("lift-1", from, to), begun -> new Judges(then, other));
        }
    }
}
