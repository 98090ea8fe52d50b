package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.record.FootageSettings;
import io.kakou.analysis.record.keep.Capacity;
import io.kakou.analysis.record.keep.Retention;
import io.kakou.analysis.record.spool.RecordSettings;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.app.cameras.SmallFilm;
import io.kakou.app.door.Asked;
import io.kakou.app.door.InternalDoor.Answer;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.search.PersonPictures;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Recording;
import io.kakou.events.secret.SecretBox;
import io.kakou.models.Size;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RecordedSource;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks at who passed a camera whose footage the street's own recorder keeps. */
@Timeout(120)
class FetchedPictureTest {
    private static final Size SIZE = new Size(320, 180);
    private static final double SECONDS = 30;
    private static final Instant KEPT_FROM = Instant.parse("2026-05-01T04:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_picture_is_fetched_from_the_streets_recorder_and_shown_when_it_is_here() throws Exception {
        ServedFile film = ServedFile.of(SmallFilm.write(folder.resolve("film.mp4"), SIZE, SECONDS, 1));
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer recorder = new RtspServer(
                        loops, ServerSettings.defaults(), Map.of("kept", new RecordedSource(film, KEPT_FROM)));
                EmbeddedS3 s3 = new EmbeddedS3(folder.resolve("s3"));
                HashLog hashes = new HashLog(folder.resolve("hashes"), InstantSource.system())) {
            loops.start();
            recorder.start();
            s3.start();
            try (ObjectStore store = new ObjectStore(s3.settings(), hashes);
                    FootageDesk desk = desk(store, loops)) {
                store.start();
                desk.start();
                desk.want(List.of(camera("passed", recorder.url("kept"))));
                looked(new PersonPictures(desk));
            }
        }
    }

    private static void looked(PersonPictures pictures) throws Exception {
        Asked passing = asked("passed", KEPT_FROM.plusMillis(15_200));
        assertFetching(pictures.answer(passing));
        assertFetching(pictures.answer(passing));
        CountDownLatch never = new CountDownLatch(1);
        Answer answer = pictures.answer(passing);
        while (answer.status() == 404) {
            assertFetching(answer);
            assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
            answer = pictures.answer(passing);
        }
        BufferedImage picture =
                Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())), "a picture");
        assertThat(picture.getHeight()).isGreaterThan(SIZE.height() / 3);

        Answer unknown = pictures.answer(asked("of-nobody", KEPT_FROM));
        assertThat(new String(unknown.body(), UTF_8)).contains("picture.NOT_RECORDED");
    }

    private static void assertFetching(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(new String(answer.body(), UTF_8)).contains("picture.NOT_YET", "fetched from the street's recorder");
    }

    private static Asked asked(String camera, Instant at) {
        Map<String, String> words = Map.of(
                "camera", camera, "at", at.toString(), "left", "0.3", "top", "0.2", "right", "0.7", "bottom", "0.9");
        return new Asked("GET", "/picture", words, new byte[0]);
    }

    private FootageDesk desk(ObjectStore store, RtspLoops loops) throws Exception {
        FootageSettings settings = new FootageSettings(
                RecordSettings.DEFAULT, new Retention(0, 3000, null), new Capacity(37, 1, null, 30));
        RecorderSessions recorders = new RecorderSessions(loops, new SecretBox(new byte[SecretBox.KEY_BYTES]));
        var worker = new FootageDesk.Worker("worker-1", 1, folder.resolve("footage"), recorders);
        return new FootageDesk(settings, store, worker, InstantSource.system());
    }

    private static Camera camera(String id, String recorder) {
        return new Camera(
                id,
                id,
                CameraKind.STREET,
                null,
                null,
                null,
                "rtsp://127.0.0.1:1/x",
                List.of(),
                List.of(),
                null,
                Recording.ELSEWHERE,
                recorder,
                null);
    }
}
