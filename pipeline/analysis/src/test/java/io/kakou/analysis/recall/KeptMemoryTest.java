package io.kakou.analysis.recall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.gate.GreyPicture;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.rule.dumping.DumpingMemory;
import io.kakou.analysis.rule.dumping.DumpingMemory.Pile;
import io.kakou.analysis.rule.water.DryRoad;
import io.kakou.analysis.rule.water.WaterloggingMemory;
import io.kakou.analysis.rule.water.WaterloggingMemory.Flood;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.stature.StatureSettings;
import io.kakou.analysis.stature.Statures;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.LearnedMemory;
import io.kakou.events.Point;
import io.kakou.events.Zone;
import io.kakou.events.json.Json;
import io.kakou.models.Box;
import io.kakou.models.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker ends and another begins: what the camera has taught is there, unless it is not the same camera any more. */
class KeptMemoryTest {
    private static final Size SIZE = new Size(640, 360);
    private static final Instant AT = Instant.parse("2026-03-01T15:14:05Z");

    private static final Point PLACE = new Point(120.2, 30.2);

    private final Statures statures = new Statures(StatureSettings.DEFAULT);
    private final MapShelf shelf = new MapShelf();

    @Test
    void all_that_outlives_minutes_is_there_again() {
        Learned learned = learned();
        leave(camera(), learned);
        Learned again = keeper(camera()).recall(SIZE);
        assertThat(again).isEqualTo(learned);
    }

    /** Tracks and times begin anew: whom the next worker counts first is none of the people before it. */
    @Test
    void its_people_and_times_are_earlier_than_all_that_the_next_will_see() {
        leave(camera(), learned());
        Memory memory = keeper(camera()).recall(SIZE).into(Memory.EMPTY);
        assertThat(memory.lostChild().walks().stature().seen()).allMatch(one -> one.track() < 0 && one.seconds() < 0);
        assertThat(Objects.requireNonNull(memory.waterlogging().flood()).lastSeenSeconds())
                .isNotPositive();
    }

    static Stream<Camera> others() {
        Camera camera = camera();
        return Stream.of(
                with("rtsp://10.0.0.8/sub", PLACE, List.of()),
                with("rtsp://10.0.0.7/sub", new Point(120.3, 30.2), List.of()),
                with("rtsp://10.0.0.7/sub", PLACE, List.of(Zone.whole("road"))),
                camera.forgetting(Camera.EVERY_RULE),
                camera.forgetting("waterlogging")
                        .forgetting("lost-child")
                        .forgetting("dumping")
                        .forgetting("gate"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_camera_that_was_moved_or_turned_or_is_to_be_forgotten_learns_anew(Camera other) {
        leave(camera(), learned());
        MemoryKeeper keeper = keeper(other);
        assertThat(keeper.recall(SIZE)).isEqualTo(Learned.NOTHING);
        keeper.keep(heights(7), 1, AT);
        keeper.close();
        assertThat(people(keeper(other).recall(SIZE).heights())).isEqualTo(7);
        assertThat(keeper(camera()).recall(SIZE).heights()).isEqualTo(StatureMemory.EMPTY);
    }

    @Test
    void one_rule_alone_can_be_forgotten() {
        leave(camera(), learned());
        Learned again = keeper(camera().forgetting("waterlogging")).recall(SIZE);
        assertThat(again.road()).isEqualTo(WaterloggingMemory.EMPTY);
        assertThat(again.heights()).isEqualTo(learned().heights());
    }

    @Test
    void a_picture_of_another_shape_is_learned_anew_and_what_it_was_is_kept_until_then() {
        leave(camera(), learned());
        assertThat(keeper(camera()).recall(new Size(704, 576))).isEqualTo(Learned.NOTHING);
        assertThat(keeper(camera()).recall(SIZE)).isEqualTo(learned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"seen\":", "[]", "{\"seen\":[{\"track\":1,\"foot\":7}],\"unlearned\":0}"})
    void what_cannot_be_read_is_learned_anew(String payload) {
        Camera camera = camera();
        shelf.put(new LearnedMemory(
                camera.id(), Learned.HEIGHTS, camera.memoryEpoch(Learned.HEIGHTS), "w", 1, 1, AT, 640, 360, payload));
        assertThat(keeper(camera).recall(SIZE)).isEqualTo(Learned.NOTHING);
    }

    @Test
    void it_is_written_every_five_minutes_not_at_every_look() {
        MemoryKeeper keeper = keeper(camera());
        Learned unused = keeper.recall(SIZE);
        keeper.keep(heights(6), 10, AT);
        int before = shelf.puts;
        for (int look = 1; look <= 600; look++) {
            keeper.keep(heights(6 + look % 7), 10 + look, AT.plusSeconds(look));
        }
        assertThat(shelf.puts - before).isEqualTo(2);
        assertThat(shelf.kept.keySet()).containsExactly("street-3~lost-child");
    }

    @Test
    void an_alert_that_opens_or_ends_is_written_at_once() {
        MemoryKeeper keeper = keeper(camera());
        Learned unused = keeper.recall(SIZE);
        keeper.keep(Learned.NOTHING, 10, AT);
        keeper.keep(learned(), 11, AT.plusSeconds(1));
        assertThat(shelf.kept).containsKey("street-3~waterlogging");
        keeper.keep(Learned.NOTHING, 12, AT.plusSeconds(2));
        assertThat(keeper(camera()).recall(SIZE).road().flood()).isNull();
    }

    /** What is on the log for good has a bound: the largest road, the most people, two piles. */
    @Test
    void the_most_that_can_be_learned_fits() {
        DryRoad road = new DryRoad(128, 128, new byte[2 * 128 * 128], 255);
        assertThat(bytes(new WaterloggingMemory(List.of(), road, flood()))).isLessThan(LearnedMemory.MOST_BYTES);
        assertThat(bytes(heights(200).heights())).isLessThan(LearnedMemory.MOST_BYTES);
        assertThat(bytes(ground(new GreyPicture(160, 96, new byte[160 * 96])))).isLessThan(LearnedMemory.MOST_BYTES);
    }

    private static int bytes(Record part) {
        return new String(Json.write(part), UTF_8).getBytes(UTF_8).length;
    }

    private void leave(Camera camera, Learned learned) {
        MemoryKeeper keeper = keeper(camera);
        Learned unused = keeper.recall(SIZE);
        keeper.keep(learned, 10, AT);
        keeper.close();
    }

    private MemoryKeeper keeper(Camera camera) {
        return MemoryKeeper.of(camera, shelf);
    }

    private Learned learned() {
        DryRoad road = new DryRoad(2, 1, new byte[] {1, 2, 3, 4}, 9);
        return new Learned(
                heights(8).heights(),
                new WaterloggingMemory(List.of(), road, flood()),
                ground(new GreyPicture(2, 1, new byte[] {1, 2})),
                new Learned.Noise(3.5));
    }

    private static Flood flood() {
        return new Flood("a1", AT, -2, "water-most");
    }

    private static DumpingMemory ground(GreyPicture picture) {
        Pile pile = new Pile("a2", AT, Box.clipped(0.1, 0.1, 0.2, 0.2), picture);
        return new DumpingMemory(picture, null, null, List.of(pile, pile), List.of());
    }

    private Learned heights(int people) {
        StatureMemory memory = StatureMemory.EMPTY;
        for (int person = 1; person <= people; person++) {
            memory = statures.learn(memory, walk(person));
        }
        return new Learned(memory, WaterloggingMemory.EMPTY, DumpingMemory.EMPTY, Learned.NOTHING.noise());
    }

    /** Eight looks at somebody who comes nearer. */
    private static List<Standing> walk(long person) {
        List<Standing> walk = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double foot = 0.5 + 0.04 * i;
            double height = 0.5 * (foot - 0.1);
            walk.add(Standing.once(person, i * 0.5, 0.1 * (person % 9), foot, height, height / 4.4));
        }
        return walk;
    }

    private static long people(StatureMemory memory) {
        return memory.seen().stream().mapToLong(Standing::track).distinct().count();
    }

    private static Camera camera() {
        return with("rtsp://10.0.0.7/sub", PLACE, List.of());
    }

    private static Camera with(String address, Point place, List<Zone> zones) {
        return new Camera(
                "street-3",
                "street-3",
                CameraKind.STREET,
                place,
                null,
                null,
                address,
                zones,
                List.of(EventKind.LOST_CHILD));
    }
}
