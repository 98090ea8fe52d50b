package io.kakou.analysis.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Effort;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.look.PlannerSettings.Waking;
import io.kakou.analysis.look.Rank;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.look.Wish;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.Wanted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final Wish LIFT = Wish.of(CabinFilm.camera());
    private static final Wish GLANCED = new Wish(Rank.STREET, Effort.GLANCE, PlannerSettings.STREET);

    @TempDir
    private Path folder;

    private final Street street = new Street(StreetSettings.of(4));
    private final BlockingQueue<Judged> judged = new LinkedBlockingQueue<>();

    @BeforeEach
    void begin() {
        street.start();
    }

    @AfterEach
    void end() {
        street.close();
    }

    @Test
    void a_stay_is_told_as_if_every_picture_had_been_looked_at() throws Exception {
        List<Alert> alerts = alerts(shown(LIFT, units("..RRRR.......", NOON)));
        assertThat(alerts).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
        assertThat(alerts.get(0).onset()).isEqualTo(NOON.plusSeconds(2));
        assertThat(alerts.get(0).at()).isEqualTo(NOON.plusSeconds(3));
    }

    /** What wakes it is seen at the keyframe at 4 s; the pictures before are still there. */
    @Test
    void what_began_between_two_keyframes_is_told_from_its_beginning() throws Exception {
        List<Judged> looks = shown(LIFT, units("...RRRRR........", NOON, 2));
        List<Alert> alerts = alerts(looks);
        assertThat(alerts).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
        assertThat(alerts.get(0).onset()).isEqualTo(NOON.plusSeconds(3));
        assertThat(looks).extracting(look -> look.look().seconds()).isSorted().doesNotHaveDuplicates();
    }

    /** Nobody waits for a release as for an alert; what is followed costs ten times what keyframes do. */
    @Test
    void once_it_is_told_keyframes_are_enough_until_it_has_left() throws Exception {
        List<Judged> looks = shown(LIFT, units("...RRRRRRRRRRRRR............", NOON, 2));
        assertThat(alerts(looks)).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
        assertThat(looks)
                .extracting(look -> look.look().seconds())
                .filteredOn(seconds -> seconds > 9)
                .isNotEmpty()
                .allMatch(seconds -> seconds % 2 == 0);
        assertThat(alerts(looks).get(1).at()).isBefore(NOON.plusSeconds(16 + 10));
    }

    /** A truck passes in two seconds: what woke it may be all but over, and three looks are wanted of it. */
    @Test
    void what_is_put_back_is_looked_at_as_closely_as_what_a_rule_has_begun_to_see() throws Exception {
        Wish gate = new Wish(Rank.GATE, Effort.FOLLOW, new PlannerSettings(1, 30, 0.2));
        List<Judged> looks = shown(gate, units("...RRRRR........", NOON, 2));
        assertThat(looks)
                .extracting(look -> look.look().seconds())
                .filteredOn(seconds -> seconds > 2 && seconds <= 4)
                .hasSizeGreaterThanOrEqualTo(8);
    }

    /** Far off a truck is too small for a detector at the one keyframe that shows it. */
    @Test
    void at_a_gate_a_change_is_enough_to_look_between_keyframes() throws Exception {
        List<Judged> asked = shown(patient(Waking.AT_NEED), units("...GGGGG........", NOON, 2));
        judged.clear();
        List<Judged> stirred = shown(patient(Waking.AT_CHANGE), units("...GGGGG........", NOON, 2));
        assertThat(asked).extracting(look -> look.look().seconds()).allMatch(seconds -> seconds % 2 == 0);
        assertThat(stirred)
                .extracting(look -> look.look().seconds())
                .containsSubsequence(3.0, 4.0, 5.0)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static Wish patient(Waking waking) {
        return new Wish(Rank.GATE, Effort.FOLLOW, new PlannerSettings(1, 30, 0.2, waking));
    }

    @Test
    void a_quiet_camera_costs_a_keyframe_at_a_time() throws Exception {
        List<Judged> looks = shown(LIFT, units(".".repeat(33), NOON, 2));
        assertThat(looks).extracting(look -> look.look().seconds()).allMatch(seconds -> seconds % 2 == 0);
        List<Double> detected = looks.stream()
                .filter(look -> look.look().depth() == Depth.DETECTED)
                .map(look -> look.look().seconds())
                .toList();
        assertThat(detected).containsExactly(0.0, PlannerSettings.LIFT.freshSeconds());
        assertThat(street.done().dropped()).isZero();
    }

    @Test
    void a_camera_that_is_only_glanced_at_says_that_something_changed_and_no_more() throws Exception {
        List<Judged> looks = shown(GLANCED, units("RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR", NOON, 2));
        assertThat(looks)
                .hasSizeBetween(4, 7)
                .extracting(look -> look.look().depth())
                .containsOnly(Depth.PASSED);
        assertThat(street.done().detections()).isZero();
    }

    /** A camera whose GOP is not known yet may be one that is to be decoded all the time. */
    @Test
    void of_a_camera_that_is_only_glanced_at_keyframes_are_wanted_once_its_gop_is_known() throws Exception {
        List<AccessUnit> units = units("....", NOON);
        int second = units.size() / 4;
        try (StreetCamera glanced = street.add("cam-1", GLANCED, CabinFilm.watch(), judged::add);
                StreetCamera lift = street.add("lift-1", LIFT, CabinFilm.watch(), judged::add)) {
            feed(glanced, units.subList(0, second));
            assertThat(glanced.wanted()).isEqualTo(Wanted.EVERY_PICTURE);
            feed(glanced, units.subList(second, 2 * second));
            assertThat(glanced.wanted()).isEqualTo(Wanted.KEYFRAMES);
            feed(lift, units);
            assertThat(lift.wanted()).isEqualTo(Wanted.EVERY_PICTURE);
        }
    }

    @Test
    void a_stay_goes_on_over_a_reconnect_and_time_with_it() throws Exception {
        try (StreetCamera camera = street.add("lift-1", LIFT, CabinFilm.watch(), judged::add)) {
            List<Judged> before = feed(camera, units(".RRRR", NOON));
            camera.sessionBegins();
            List<Judged> after = feed(camera, units("RR........", NOON.plusSeconds(8)));
            assertThat(alerts(before)).extracting(Alert::phase).containsExactly(AlertPhase.RAISED);
            assertThat(alerts(after)).extracting(Alert::phase).containsExactly(AlertPhase.RELEASED);
            assertThat(after.get(0).look().seconds()).isEqualTo(8);
        }
    }

    /** A street must go on when one camera sends garbage. */
    @Test
    void torn_pictures_are_unknown_and_the_next_keyframe_opens_the_eyes() throws Exception {
        List<AccessUnit> torn = new ArrayList<>(units("R.R.R", NOON));
        torn.remove(30);
        List<Judged> looks = shown(LIFT, torn);
        assertThat(looks).extracting(look -> look.look().depth().name()).containsSubsequence("UNKNOWN", "DETECTED");
    }

    /** What a camera sends first after a connection refers to pictures that nobody here has seen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 15})
    void a_stream_that_begins_in_mid_gop_is_not_looked_at_before_its_keyframe(int missing) throws Exception {
        List<AccessUnit> units = units("R.R.", NOON);
        List<AccessUnit> seen = units.subList(missing, units.size());
        AccessUnit opening =
                seen.stream().filter(AccessUnit::keyframe).findFirst().orElseThrow();
        List<Judged> looks = shown(LIFT, seen);
        assertThat(looks.get(0).look().at()).isEqualTo(opening.at());
        assertThat(looks).extracting(look -> look.look().depth()).doesNotContain(Depth.UNKNOWN);
    }

    @Test
    void a_bug_in_one_camera_leaves_the_others_alone() throws Exception {
        StreetCamera broken = street.add("lift-0", LIFT, CabinFilm.watch(), look -> {
            throw new IllegalStateException("a bug");
        });
        broken.accept(units("R", NOON).get(0));
        assertThat(alerts(shown(LIFT, units("..RRRR.......", NOON)))).hasSize(2);
        street.awaitIdle();
        assertThat(broken.isBroken()).isTrue();
    }

    private List<Judged> shown(Wish wish, List<AccessUnit> units) throws Exception {
        CameraWatch watch = CabinFilm.watch(wish.pace());
        try (StreetCamera camera = street.add("lift-1", wish, watch, judged::add)) {
            return feed(camera, units);
        }
    }

    /** As a camera shows it, but no faster than it is looked at; gives the looks. */
    private List<Judged> feed(StreetCamera camera, List<AccessUnit> units) throws InterruptedException {
        int fed = 0;
        for (AccessUnit unit : units) {
            camera.accept(unit);
            if (unit.keyframe() || ++fed % 13 == 0) {
                street.awaitIdle();
            }
        }
        street.awaitIdle();
        List<Judged> looks = new ArrayList<>();
        judged.drainTo(looks);
        return looks;
    }

    private List<AccessUnit> units(String seconds, Instant from) throws Exception {
        return units(seconds, from, 1);
    }

    private List<AccessUnit> units(String seconds, Instant from, int gopSeconds) throws Exception {
        List<AccessUnit> units = new ArrayList<>();
        Path file = folder.resolve(from.toEpochMilli() + seconds.replace('.', '_') + ".mp4");
        try (CodedFile film = CodedFile.open(CabinFilm.write(file, seconds, gopSeconds))) {
            for (CodedFile.Unit unit = film.next(); unit != null; unit = film.next()) {
                Instant at = from.plusNanos(Math.round(unit.seconds() * 1e9));
                units.add(new AccessUnit(Codec.H264, unit.keyframe(), unit.seconds(), at, null, unit.bytes()));
            }
        }
        return units;
    }

    private static List<Alert> alerts(List<Judged> looks) {
        return looks.stream()
                .flatMap(look -> look.judgement().alerts().stream())
                .toList();
    }
}
