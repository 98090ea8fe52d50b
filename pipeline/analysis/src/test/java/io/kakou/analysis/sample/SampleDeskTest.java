package io.kakou.analysis.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.evidence.ShownFilm;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.sample.Sample.Why;
import io.kakou.analysis.store.LocalS3;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Samples of a drawn film, over a real store. */
@Timeout(120)
class SampleDeskTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-01");
    private static final Instant MIDNIGHT = Instant.parse("2026-05-01T00:00:00Z");
    /** With as many a day, parts of 86.4 s: every film of two minutes meets one, whatever the hash. */
    private static final SampleSettings MANY = new SampleSettings(1000, 1000, 90, 1);

    @TempDir
    private static Path films;

    private static final List<TimedUnit> UNITS = new ArrayList<>();
    private static final List<Judged> LOOKS = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Begins a second before the first time that the hash chooses, while a two-wheeler is there. */
    @BeforeAll
    static void a_two_wheeler_stands_in_the_cabin() throws Exception {
        double first = Targets.times("lift-1", "random", DAY, 1000)[1];
        Path film = CabinFilm.write(films.resolve("cabin.mp4"), "RRR");
        try (CameraWatch watch = CabinFilm.watch()) {
            new ShownFilm(film, MIDNIGHT.plusMillis((long) (first * 1e3) - 1000))
                    .to(watch, unit -> UNITS.add(new TimedUnit(unit, unit.seconds())), LOOKS::add);
        }
    }

    @Test
    void a_random_look_is_kept_clean_with_what_was_found_beside_it() throws Exception {
        try (LocalS3 server = new LocalS3(folder);
                ObjectStore store = server.client()) {
            show(store, MANY, Recording.ALERTS);
            StoredSamples samples = new StoredSamples(store);
            assertThat(samples.keys("lift-1")).hasSize(1).isEqualTo(samples.keys(""));
            assertThat(samples.keys("lift-2")).isEmpty();
            String key = samples.keys("").get(0);
            assertThat(key).startsWith("samples/lift-1/2026-05-01/t");
            Sample sample = samples.read(key);
            assertThat(sample.why()).isEqualTo(Why.RANDOM);
            assertThat(sample.depth()).isNotEqualTo(Depth.UNKNOWN);
            assertThat(sample.model()).isEqualTo("red-blocks");
            Judged look = LOOKS.stream()
                    .filter(each -> each.dated().entry().frame().equals(sample.frame()))
                    .findFirst()
                    .orElseThrow();
            assertThat(sample.detections()).isEqualTo(look.judgement().detections());
            assertThat(sample.memory()).isEqualTo(look.before());
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(samples.picture(key)));
            assertThat(picture.getWidth()).isEqualTo(CabinFilm.SIZE.width());
            int block = picture.getRGB(150, 110);
            assertThat(block >> 16 & 0xff).isGreaterThan(180);
            assertThat(block & 0xff).isLessThan(80);
        }
    }

    @Test
    void a_camera_of_which_nothing_may_be_recorded_gives_none() throws Exception {
        MemoryShelf store = new MemoryShelf();
        show(store, MANY, Recording.OFF);
        show(store, MANY, Recording.UNKNOWN);
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void where_none_are_asked_for_none_are_taken() throws Exception {
        MemoryShelf store = new MemoryShelf();
        show(store, new SampleSettings(0, 0, 90, 1), Recording.CONTINUOUS);
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void a_look_whose_pictures_are_gone_is_counted() {
        MemoryShelf store = new MemoryShelf();
        SampleDesk desk = new SampleDesk(store, MANY, () -> MIDNIGHT);
        desk.start();
        LOOKS.forEach(desk.camera(CabinFilm.camera(), JudgeSettings.DEFAULT, time -> List.of()));
        desk.close();
        assertThat(desk.kept()).isZero();
        assertThat(desk.lost()).isEqualTo(1);
    }

    @Test
    void the_oldest_go_first_when_there_are_too_many_or_they_are_too_old() throws Exception {
        MemoryShelf store = new MemoryShelf();
        for (String key : List.of("b/2026-01-01/t1", "a/2026-04-02/t2", "b/2026-04-03/t3", "a/2026-04-04/t4")) {
            store.put("samples/" + key + ".jpg", new byte[400_000], "");
        }
        new Quota(store, new SampleSettings(1, 1, 90, 1)).keep(MIDNIGHT);
        assertThat(store.list("")).containsExactly("samples/a/2026-04-04/t4.jpg", "samples/b/2026-04-03/t3.jpg");
    }

    @Test
    void the_times_of_a_day_are_the_same_for_who_asks_again_one_in_each_part_and_others_the_next_day() {
        double[] times = Targets.times("lift-1", "random", DAY, 4);
        assertThat(Targets.times("lift-1", "random", DAY, 4)).isEqualTo(times);
        assertThat(Targets.times("lift-1", "random", DAY.plusDays(1), 4)).isNotEqualTo(times);
        assertThat(Targets.times("lift-2", "random", DAY, 4)).isNotEqualTo(times);
        for (int part = 0; part < 4; part++) {
            assertThat(times[part]).isBetween(part * 21_600.0, (part + 1) * 21_600.0);
        }
    }

    /** Over a year of one camera no hour is favoured: within five standard deviations of 61. */
    @Test
    void over_a_year_no_hour_of_the_day_is_favoured() {
        int[] hours = new int[24];
        for (int day = 0; day < 365; day++) {
            for (double time : Targets.times("lift-1", "random", DAY.plusDays(day), 4)) {
                hours[(int) (time / 3600)]++;
            }
        }
        assertThat(Arrays.stream(hours).min().orElseThrow()).isGreaterThan(22);
        assertThat(Arrays.stream(hours).max().orElseThrow()).isLessThan(100);
    }

    @Test
    void looks_twice_as_often_give_no_more_samples() {
        assertThat(taken(2)).isEqualTo(taken(1)).isEqualTo(4);
    }

    @Test
    void a_process_that_starts_at_noon_gives_only_what_is_left_of_the_day() {
        Targets targets = new Targets("lift-1", "random", 4);
        int taken = 0;
        for (int second = 43_200; second < 86_400; second++) {
            taken += takes(targets, MIDNIGHT.plusSeconds(second)) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(2);
    }

    @Test
    void settings_beyond_what_is_allowed_are_refused_by_name() {
        assertThatThrownBy(() -> new SampleSettings(-1, 0, 1, 1))
                .hasMessage("samples.random is -1; allowed: 0 to 1000");
    }

    private static int taken(int looksASecond) {
        Targets targets = new Targets("lift-1", "random", 4);
        int taken = 0;
        for (int look = 0; look < 86_400 * looksASecond; look++) {
            taken += takes(targets, MIDNIGHT.plusMillis(1000L / looksASecond * look)) ? 1 : 0;
        }
        return taken;
    }

    private static boolean takes(Targets targets, Instant at) {
        boolean due = targets.isDue(at);
        if (due) {
            targets.take(at);
        }
        return due;
    }

    private static void show(Shelf store, SampleSettings settings, Recording recording) {
        SampleDesk desk = new SampleDesk(store, settings, () -> MIDNIGHT);
        desk.start();
        Camera plain = CabinFilm.camera();
        Camera camera = new Camera(
                plain.id(),
                plain.name(),
                plain.kind(),
                null,
                null,
                null,
                null,
                plain.zones(),
                plain.watched(),
                null,
                recording);
        Consumer<Judged> place = desk.camera(camera, JudgeSettings.DEFAULT, time -> UNITS);
        LOOKS.forEach(place);
        desk.close();
    }
}
