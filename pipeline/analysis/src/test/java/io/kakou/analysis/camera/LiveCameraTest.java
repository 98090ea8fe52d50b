package io.kakou.analysis.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCameraTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final int LOOKS_A_SECOND = 2;

    @TempDir
    private Path folder;

    private final BlockingQueue<Judged> judged = new LinkedBlockingQueue<>();

    @Test
    void live_pictures_are_judged_as_the_file_is() throws Exception {
        List<AccessUnit> units = units("..RRRR.......", NOON);
        try (LiveCamera camera = new LiveCamera("lift-1", CabinFilm.watch(), judged::add)) {
            camera.start();
            List<Alert> alerts = alerts(feed(camera, units, 13 * LOOKS_A_SECOND));
            assertThat(alerts).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
            assertThat(alerts.get(0).onset()).isEqualTo(NOON.plusSeconds(2));
            assertThat(alerts.get(0).at()).isEqualTo(NOON.plusSeconds(3));
            assertThat(camera.dropped()).isZero();
        }
    }

    @Test
    void a_stay_goes_on_over_a_reconnect_and_time_with_it() throws Exception {
        try (LiveCamera camera = new LiveCamera("lift-1", CabinFilm.watch(), judged::add)) {
            camera.start();
            List<Judged> before = feed(camera, units(".RRRR", NOON), 5 * LOOKS_A_SECOND);
            camera.sessionBegins();
            List<Judged> after = feed(camera, units("RR........", NOON.plusSeconds(8)), 10 * LOOKS_A_SECOND);
            assertThat(alerts(before)).extracting(Alert::phase).containsExactly(AlertPhase.RAISED);
            assertThat(alerts(after)).extracting(Alert::phase).containsExactly(AlertPhase.RELEASED);
            assertThat(after.get(0).look().seconds()).isEqualTo(8);
        }
    }

    /** A street must go on when one camera sends garbage. */
    @Test
    void torn_pictures_are_unknown_and_the_next_keyframe_opens_the_eyes() throws Exception {
        List<AccessUnit> units = units("R.R.", NOON);
        List<AccessUnit> torn = new ArrayList<>(units);
        torn.remove(30);
        try (LiveCamera camera = new LiveCamera("lift-1", CabinFilm.watch(), judged::add)) {
            camera.start();
            List<Judged> looks = feed(camera, torn, 4 * LOOKS_A_SECOND);
            assertThat(looks).extracting(look -> look.look().depth().name()).containsSubsequence("UNKNOWN", "DETECTED");
        }
    }

    /** What a camera sends first after a connection refers to pictures that nobody here has seen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 15})
    void a_stream_that_begins_in_mid_gop_is_not_looked_at_before_its_keyframe(int missing) throws Exception {
        List<AccessUnit> units = units("R.R.", NOON);
        AccessUnit opening = units.stream()
                .skip(missing)
                .filter(AccessUnit::keyframe)
                .findFirst()
                .orElseThrow();
        try (LiveCamera camera = new LiveCamera("lift-1", CabinFilm.watch(), judged::add)) {
            camera.start();
            units.subList(missing, 3 * CabinFilm.FRAMES_PER_SECOND).forEach(camera::accept);
            List<Judged> looks = feed(camera, List.of(), 4);
            assertThat(looks.get(0).look().at()).isEqualTo(opening.at());
            assertThat(looks).extracting(look -> look.look().depth()).doesNotContain(Depth.UNKNOWN);
        }
    }

    /** Feeds no faster than it is looked at, so that nothing is let go, and gives the looks. */
    private List<Judged> feed(LiveCamera camera, List<AccessUnit> units, int looks) throws InterruptedException {
        List<Judged> seen = new ArrayList<>();
        int fed = 0;
        while (seen.size() < looks) {
            int until = Math.min(units.size(), fed + CabinFilm.FRAMES_PER_SECOND / LOOKS_A_SECOND + 1);
            for (; fed < until; fed++) {
                camera.accept(units.get(fed));
            }
            Judged next = judged.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("look %d of %d", seen.size() + 1, looks).isNotNull();
            seen.add(next);
        }
        return seen;
    }

    private List<AccessUnit> units(String seconds, Instant from) throws Exception {
        List<AccessUnit> units = new ArrayList<>();
        Path film = CabinFilm.write(folder.resolve(from.toEpochMilli() + seconds.replace('.', '_') + ".mp4"), seconds);
        try (CodedFile file = CodedFile.open(film)) {
            for (CodedFile.Unit unit = file.next(); unit != null; unit = file.next()) {
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
