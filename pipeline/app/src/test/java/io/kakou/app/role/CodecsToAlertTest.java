package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.clip.Manifest;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.app.StagedLift;
import io.kakou.app.cameras.FilmsInTurn;
import io.kakou.app.demo.LoopedLift;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.thin.GstCamera;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.LabelledBox;
import io.kakou.events.json.Json;
import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One staged event before cameras of every codec, and before some whose resolution is changed in its midst: from real
 * sessions through decoding, detector and rule to the alert, its picture and its clip. All is compared with H.264.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder, and watches first.
class CodecsToAlertTest {
    private static final long PATIENCE_SECONDS = 90;
    /** The two-wheeler stands in the cabin and was seen by less looks than an alert needs. */
    private static final double CHANGE_SECONDS = 1.6;
    /** A look. One too busy to decode all lets pictures go up to the next keyframe, a second more. */
    private static final double MOST_APART_SECONDS = 1.5;

    /** Edges of an e-bike's box lie on a grid of tenths: one that falls a cell aside is the same box. */
    private static final double LEAST_OVERLAP = 0.7;

    private static final double MOST_SCORE_APART = 0.1;
    /** Of 255, mean over a picture. */
    private static final double MOST_PICTURES_APART = 8;

    @TempDir
    private static Path folder;

    private static Map<String, WatchedLift> lifts = Map.of();
    /** Pictures, and clips as one file each, by camera. */
    private static final Map<String, byte[]> pictures = new HashMap<>();

    private static final Map<String, Path> clips = new HashMap<>();
    private static final Map<String, Manifest> manifests = new HashMap<>();

    @BeforeAll
    static void watch() throws Exception {
        Path h264 = LoopedLift.cut(StagedLift.clip(), folder.resolve("h264.mp4"), 1, 0)
                .file();
        Path h265 = CodedAnew.as(Codec.H265, h264, folder.resolve("h265.mp4"));
        Path jpeg = CodedAnew.as(Codec.JPEG, h264, folder.resolve("jpeg.mp4"));
        Map<String, StreamSource> served = Map.of(
                "h264", ServedFile.of(h264),
                "h265", ServedFile.of(h265),
                "h264-changed", changed(Codec.H264, h264),
                "h265-changed", changed(Codec.H265, h264));
        try (WatchedLifts watched = new WatchedLifts(folder.resolve("kept"));
                GstCamera gst = new GstCamera(jpeg, Codec.JPEG);
                RtspServer server = new RtspServer(watched.loops(), ServerSettings.defaults(), served)) {
            server.start();
            Map<String, String> urls = new HashMap<>(Map.of("jpeg", gst.url()));
            served.keySet().forEach(id -> urls.put(id, server.url(id)));
            lifts = watched.watch(urls, PATIENCE_SECONDS);
            for (Map.Entry<String, WatchedLift> each : lifts.entrySet()) {
                keep(each.getKey(), each.getValue().raised().id(), watched.store());
            }
        }
    }

    private static StreamSource changed(Codec codec, Path film) throws Exception {
        Path before = CodedAnew.until(CHANGE_SECONDS, codec, film, folder.resolve(codec + "-before.mp4"));
        Path after = CodedAnew.halvedFrom(CHANGE_SECONDS, codec, film, folder.resolve(codec + "-after.mp4"));
        return new FilmsInTurn(ServedFile.of(before), ServedFile.of(after), CHANGE_SECONDS);
    }

    private static void keep(String camera, String alert, ObjectStore store) throws Exception {
        pictures.put(camera, store.get("pictures/" + alert + ".jpg"));
        String clip = "clips/" + alert + "/";
        Manifest manifest = Json.read(Manifest.class, store.get(clip + "manifest.json"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(store.get(clip + "init.mp4"));
        for (Manifest.Part part : manifest.parts()) {
            bytes.writeBytes(store.get(part.key()));
        }
        manifests.put(camera, manifest);
        clips.put(camera, Files.write(folder.resolve(camera + "-clip.mp4"), bytes.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h265", "jpeg", "h264-changed", "h265-changed"})
    void the_alert_is_that_of_h264(String camera) {
        WatchedLift other = lift("h264");
        WatchedLift lift = lift(camera);
        Alert expected = other.raised();
        Alert alert = lift.raised();
        var apart = within(MOST_APART_SECONDS);

        assertThat(alert.phase()).isEqualTo(AlertPhase.RAISED);
        assertThat(lift.seconds(alert.at())).isCloseTo(other.seconds(expected.at()), apart);
        assertThat(lift.seconds(alert.onset())).isCloseTo(other.seconds(expected.onset()), apart);
        double over = other.seconds(other.released().at());
        assertThat(lift.seconds(lift.released().at())).isCloseTo(over, apart);
        assertThat(alert.score()).isCloseTo(expected.score(), within(MOST_SCORE_APART));
        assertThat(overlap(alert, expected)).isGreaterThan(LEAST_OVERLAP);
        assertThat(lift.blindLooks()).isZero();
        assertThat(lift.sessionsBroken()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"h264, 640, 360", "h265, 640, 360", "jpeg, 640, 360", "h264-changed, 320, 180", "h265-changed, 320, 180"
    })
    void the_alert_has_a_still_picture_that_shows_what_h264_shows(String camera, int width, int height)
            throws Exception {
        BufferedImage picture = picture(camera);
        assertThat(new Size(picture.getWidth(), picture.getHeight())).isEqualTo(new Size(width, height));
        assertThat(apart(picture, picture("h264"))).isLessThan(MOST_PICTURES_APART);
    }

    @ParameterizedTest
    @CsvSource({"h264, avc1", "h265, hev1", "jpeg, jpeg", "h264-changed, avc1", "h265-changed, hev1"})
    void the_clip_is_kept_in_the_cameras_own_codec_and_decodes_whole(String camera, String codec) throws Exception {
        assertThat(Objects.requireNonNull(manifests.get(camera)).codec()).startsWith(codec);
        List<Size> sizes = new ArrayList<>();
        try (VideoFile video = VideoFile.open(Objects.requireNonNull(clips.get(camera)))) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                assertThat(frame.intact()).isTrue();
                sizes.add(frame.size());
            }
        }
        assertThat(sizes).hasSizeGreaterThan(200);
    }

    private static WatchedLift lift(String camera) {
        return Objects.requireNonNull(lifts.get(camera));
    }

    private static BufferedImage picture(String camera) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(pictures.get(camera))));
    }

    /** Of the boxes' areas together the share that both cover. */
    private static double overlap(Alert one, Alert other) {
        LabelledBox a = one.boxes().get(0);
        LabelledBox b = other.boxes().get(0);
        double width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        double both = Math.max(0, width) * Math.max(0, height);
        return both / (area(a) + area(b) - both);
    }

    private static double area(LabelledBox box) {
        return (box.right() - box.left()) * (box.bottom() - box.top());
    }

    /** Mean difference of the green of what stands at the same place, at the first one's grain. */
    private static double apart(BufferedImage one, BufferedImage other) {
        long sum = 0;
        int grain = other.getWidth() / one.getWidth();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int green = 0;
                for (int i = 0; i < grain * grain; i++) {
                    green += other.getRGB(x * grain + i % grain, y * grain + i / grain) >> 8 & 0xff;
                }
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xff) - green / (grain * grain));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }
}
