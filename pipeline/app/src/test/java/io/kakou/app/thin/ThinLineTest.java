package io.kakou.app.thin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.watch.Judged;
import io.kakou.app.StagedLift;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Camera;
import io.kakou.events.Incident;
import io.kakou.events.LabelledBox;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.models.Detector;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file as a camera of ours and as one that others wrote, through the whole line with every part real. */
class ThinLineTest {
    private static final Point WEST = new Point(120.15, 30.25);
    private static final Point EAST = new Point(120.25, 30.25);
    private static final long PATIENCE_SECONDS = 120;
    /** Our server's film has a keyframe every two seconds, the other server's coder sets them as it likes. */
    private static final double OUR_RELEASE_SECONDS = 4;

    private static final double THEIR_RELEASE_SECONDS = 20;

    @TempDir
    private Path scratch;

    @Test
    void both_cameras_give_the_alerts_of_the_file_and_each_reaches_its_room() throws Exception {
        Path clip = StagedLift.clip();
        Camera ours = StagedLift.camera("ours", WEST);
        Camera theirs = StagedLift.camera("theirs", EAST);
        try (Detector detector = StagedLift.detector();
                GstCamera gst = new GstCamera(clip, Codec.H264);
                RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = served(loops, clip)) {
            List<Judged> ofFile = StagedLift.judge(clip, ours, detector);
            assertThat(seen(ofFile)).hasSize(2);

            Heard heard = new Heard(2);
            List<Watch> watches = List.of(watch(ours, server.url("cam"), detector), watch(theirs, gst.url(), detector));
            try (ThinLine line =
                    new ThinLine(scratch, List.of(area("west", WEST), area("east", EAST)), watches, heard)) {
                line.start();
                assertThat(heard.over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
            assertSame(seen(heard.looks("ours")), seen(ofFile), OUR_RELEASE_SECONDS);
            assertSame(seen(heard.looks("theirs")), seen(ofFile), THEIR_RELEASE_SECONDS);
            assertThat(heard.rooms()).isEqualTo(Map.of("ours", "room-west", "theirs", "room-east"));
        }
        assertThat(scratch).isEmptyDirectory();
    }

    /** An alert as both ways of judging can tell it: what, when on the camera's timeline, and the very boxes. */
    private record Seen(AlertPhase phase, double seconds, double onsetSeconds, List<LabelledBox> boxes) {}

    private static List<Seen> seen(List<Judged> looks) {
        double start = looks.get(0).look().seconds();
        double startAt = looks.get(0).look().at().toEpochMilli() / 1000.0;
        List<Seen> seen = new ArrayList<>();
        for (Judged judged : looks) {
            for (Alert alert : judged.judgement().alerts()) {
                double onset = alert.onset().toEpochMilli() / 1000.0 - startAt;
                seen.add(new Seen(alert.phase(), judged.look().seconds() - start, onset, alert.boxes()));
            }
        }
        return seen;
    }

    /**
     * Live times are those of an RTP clock of 90 kHz, and of arrival on a busy machine; boxes are equal to the bit. A release
     * takes four keyframes.
     */
    private static void assertSame(List<Seen> live, List<Seen> file, double releaseSeconds) {
        assertThat(live).hasSizeGreaterThanOrEqualTo(file.size());
        for (int i = 0; i < file.size(); i++) {
            assertThat(live.get(i).phase()).isEqualTo(file.get(i).phase());
            double later = file.get(i).phase() == AlertPhase.RELEASED ? releaseSeconds : 0;
            double seconds = file.get(i).seconds();
            assertThat(live.get(i).seconds()).isBetween(seconds - 1e-3, seconds + later + 1e-3);
            assertThat(live.get(i).onsetSeconds()).isCloseTo(file.get(i).onsetSeconds(), within(0.5));
            assertThat(live.get(i).boxes()).isEqualTo(file.get(i).boxes());
        }
    }

    private static RtspServer served(RtspLoops loops, Path clip) throws Exception {
        loops.start();
        RtspServer server =
                new RtspServer(loops, ServerSettings.defaults().withPort(0), Map.of("cam", ServedFile.of(clip)));
        server.start();
        return server;
    }

    private static Watch watch(Camera camera, String url, Detector detector) {
        return new Watch(camera, RtspAddress.of(camera.id(), url), StagedLift.watch(camera, detector));
    }

    private static Area area(String id, Point centre) {
        double x = centre.longitude();
        double y = centre.latitude();
        Ring ring = new Ring(List.of(
                new Point(x - 0.01, y - 0.01),
                new Point(x + 0.01, y - 0.01),
                new Point(x + 0.01, y + 0.01),
                new Point(x - 0.01, y + 0.01)));
        return new Area(id, id, AreaLevel.STREET, null, "room-" + id, List.of(new Polygon(List.of(ring))));
    }

    /** Remembers all, and counts down when an incident of a camera is over. */
    private static final class Heard implements ThinLine.Listener {
        private final Map<String, List<Judged>> looks = new ConcurrentHashMap<>();
        private final Map<String, Incident> released = new ConcurrentHashMap<>();
        private final CountDownLatch over;

        Heard(int cameras) {
            over = new CountDownLatch(cameras);
        }

        List<Judged> looks(String camera) {
            return List.copyOf(looks.getOrDefault(camera, List.of()));
        }

        Map<String, String> rooms() {
            Map<String, String> rooms = new ConcurrentHashMap<>();
            released.forEach((camera, incident) -> rooms.put(camera, incident.room()));
            return rooms;
        }

        @Override
        public void step(String what) {}

        @Override
        public void camera(String camera, String state) {}

        @Override
        public void judged(String camera, Judged judged) {
            looks.computeIfAbsent(camera, id -> new CopyOnWriteArrayList<>()).add(judged);
        }

        @Override
        public void incident(Incident incident) {
            boolean isOver = incident.transitions().stream()
                    .map(Transition::kind)
                    .anyMatch(kind -> kind == TransitionKind.RELEASED);
            if (isOver && released.put(incident.camera(), incident) == null) {
                over.countDown();
            }
        }

        @Override
        public void broken(Throwable why) {
            throw new AssertionError(why);
        }
    }
}
