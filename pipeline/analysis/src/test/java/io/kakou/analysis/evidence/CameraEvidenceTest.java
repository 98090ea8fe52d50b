package io.kakou.analysis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.clip.Films;
import io.kakou.analysis.clip.Manifest;
import io.kakou.analysis.clip.MemoryShelf;
import io.kakou.analysis.evidence.Replayed.Changed;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.look.Wish;
import io.kakou.analysis.plate.VehicleReader;
import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.Matching;
import io.kakou.analysis.store.HashLine;
import io.kakou.analysis.store.LocalS3;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.RootCheck;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.street.StreetCamera;
import io.kakou.analysis.watch.CabinFilm;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import io.kakou.events.json.Json;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.face.Age;
import io.kakou.rtsp.AccessUnit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From access units to alerts that stand on something, over a real store. */
@Timeout(120)
class CameraEvidenceTest {
    /** Live clocks do not stand on whole milliseconds. */
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00.123456789Z");

    private static final String STORY = "............RRRR............";

    @TempDir
    private static Path films;

    private static List<AccessUnit> camera = List.of();

    @TempDir
    private Path folder;

    private final BlockingQueue<Alert> published = new LinkedBlockingQueue<>();

    @BeforeAll
    static void a_two_wheeler_comes_after_twelve_seconds_and_goes_four_later() throws Exception {
        camera = Films.units(CabinFilm.write(films.resolve("cabin.mp4"), STORY), NOON);
    }

    @Test
    void an_alert_goes_out_when_its_clip_picture_and_bundle_are_stored_and_is_judged_again_the_same() throws Exception {
        try (LocalS3 server = new LocalS3(folder);
                ObjectStore store = server.client()) {
            List<String> atPublishing = new ArrayList<>();
            watch(store, ClipSettings.DEFAULT, alert -> {
                atPublishing.addAll(keys(store));
                published.add(alert);
            });
            Alert alert = published.remove();
            assertThat(alert.phase()).isEqualTo(AlertPhase.RAISED);
            assertThat(published.remove().phase()).isEqualTo(AlertPhase.RELEASED);
            String clip = "clips/" + alert.id() + "/";
            assertThat(atPublishing)
                    .contains(
                            clip + "init.mp4",
                            clip + "0000.m4s",
                            clip + "manifest.json",
                            "pictures/" + alert.id() + ".jpg",
                            "evidence/" + alert.id() + ".zip");
            Manifest manifest = Json.read(Manifest.class, store.get(clip + "manifest.json"));
            assertThat(manifest.state()).isEqualTo("sealed");
            assertThat(manifest.startAt()).isBeforeOrEqualTo(alert.onset().minusSeconds(10));
            showsTheBlock(store.get("pictures/" + alert.id() + ".jpg"));
            judgedAgain(alert, store.get("evidence/" + alert.id() + ".zip"));
            byte[] day = server.hashes().day(LocalDate.now(ZoneOffset.UTC).toString());
            assertThat(RootCheck.chain(day, HashLine.NO_ROOT)).isEmpty();
            assertThat(RootCheck.objects(day, store)).isEmpty();
        }
    }

    @Test
    void a_store_that_is_away_or_stuck_holds_no_alert_back() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        MemoryShelf stuck = new MemoryShelf();
        stuck.waitFor(gate);
        ClipSettings soon = new ClipSettings(10, 10, 60, 5, 20, 16 << 20, 64 << 20, 1, 0.2);
        watch(stuck, soon, alert -> {
            published.add(alert);
            gate.countDown();
        });
        assertThat(published).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
    }

    @Test
    void of_a_camera_whose_recording_is_off_nothing_is_kept_and_the_alert_goes_out() throws Exception {
        MemoryShelf store = new MemoryShelf();
        watch(off(CabinFilm.camera()), store, ClipSettings.DEFAULT, published::add);
        Alert alert = published.remove();
        assertThat(alert.phase()).isEqualTo(AlertPhase.RAISED);
        assertThat(published.remove().phase()).isEqualTo(AlertPhase.RELEASED);
        String manifest = "clips/" + alert.id() + "/manifest.json";
        assertThat(store.list("")).containsExactly(manifest);
        Manifest said = Json.read(Manifest.class, store.get(manifest));
        assertThat(said.state()).isEqualTo("off");
        assertThat(said.parts()).isEmpty();
    }

    private static Camera off(Camera camera) {
        return new Camera(
                camera.id(),
                camera.name(),
                camera.kind(),
                camera.place(),
                camera.gbCode(),
                camera.mainStream(),
                camera.subStream(),
                camera.zones(),
                camera.watched(),
                null,
                Recording.OFF);
    }

    @Test
    void other_weights_and_another_opinion_are_told_apart() throws Exception {
        MemoryShelf store = new MemoryShelf();
        watch(store, ClipSettings.DEFAULT, published::add);
        byte[] zip = store.get("evidence/" + published.remove().id() + ".zip");
        Replayed blind = new EvidenceReplay(new Blind()).replay(zip);
        assertThat(blind.verdict()).isEqualTo(Replayed.Verdict.DIFFERS);
        assertThat(blind.again()).isNull();
        assertThat(blind.changed()).extracting(Changed::words).containsExactly("detector was red-blocks, now blind");
        assertThat(blind.looks()).allSatisfy(look -> assertThat(look.input()).isEqualTo(LookAgain.Input.SAME));
        assertThat(blind.boxes()).isEqualTo(new Matching(0, 3, 0, 0, 0));
        Replayed faced = new EvidenceReplay(new Blind(), new Readers(VehicleReader.NONE, new Faces())).replay(zip);
        assertThat(faced.changed()).extracting(Changed::words).contains("what looked at faces was none, now faces");
    }

    @Test
    void what_is_no_bundle_is_refused_in_one_line() {
        EvidenceReplay replay = new EvidenceReplay(new Blind());
        assertThatExceptionOfType(UnreadableBundle.class)
                .isThrownBy(() -> replay.replay(new byte[] {1, 2, 3}))
                .withMessage("evidence bundle: it has no alert.json");
    }

    private static final class Faces implements FaceReader {
        @Override
        public String identity() {
            return "faces";
        }

        @Override
        public Optional<Age> read(Picture picture, Box person) {
            return Optional.empty();
        }
    }

    private void judgedAgain(Alert alert, byte[] zip) throws Exception {
        try (Detector detector = CabinFilm.detector()) {
            Replayed again = new EvidenceReplay(detector).replay(zip);
            assertThat(again.changed()).isEmpty();
            assertThat(again.stored()).isEqualTo(alert);
            assertThat(again.again()).isEqualTo(alert);
            assertThat(again.verdict()).isEqualTo(Replayed.Verdict.SAME);
            assertThat(again.looks()).hasSizeGreaterThan(1).allSatisfy(look -> {
                assertThat(look.then()).isNotNull();
                assertThat(look.input()).isEqualTo(LookAgain.Input.SAME);
            });
            assertThat(again.boxes().matched()).isEqualTo(3);
            assertThat(again.boxes().mostScore()).isZero();
        }
    }

    private static void showsTheBlock(byte[] jpeg) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(picture.getWidth()).isEqualTo(CabinFilm.SIZE.width());
        assertThat(picture.getHeight()).isEqualTo(CabinFilm.SIZE.height());
        int block = picture.getRGB(150, 110);
        assertThat(block >> 16 & 0xff).isGreaterThan(180);
        assertThat(block >> 8 & 0xff).isLessThan(80);
    }

    /** Shows the film to the whole line as a camera would, no faster than it is looked at. */
    private void watch(Shelf store, ClipSettings settings, Consumer<Alert> publish) throws Exception {
        watch(CabinFilm.camera(), store, settings, publish);
    }

    private void watch(Camera watched, Shelf store, ClipSettings settings, Consumer<Alert> publish) throws Exception {
        try (EvidenceDesk desk = new EvidenceDesk(store, settings, folder, () -> Instant.EPOCH)) {
            desk.start();
            CameraEvidence evidence = desk.camera(watched, JudgeSettings.DEFAULT, FaceReader.NONE);
            try (Street street = new Street(StreetSettings.of(4));
                    StreetCamera live = street.add("lift-1", Wish.of(CabinFilm.camera()), CabinFilm.watch(), look -> {
                        evidence.judged(look, publish);
                    })) {
                street.start();
                for (int fed = 0; fed < camera.size(); fed++) {
                    evidence.accept(camera.get(fed));
                    live.accept(camera.get(fed));
                    if (camera.get(fed).keyframe() || fed % 13 == 0) {
                        street.awaitIdle();
                    }
                }
            }
            assertThat(evidence.picture()).isNotNull();
        }
    }

    private static List<String> keys(Shelf store) {
        try {
            return store.list("");
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    /** A model that finds nothing. */
    private static final class Blind implements Detector {
        @Override
        public Size inputSize() {
            return new Size(150, 150);
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return List.of();
        }

        @Override
        public String identity() {
            return "blind";
        }

        @Override
        public void close() {}
    }
}
