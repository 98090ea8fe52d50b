package io.kakou.app.cli;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.app.demo.DemoClip;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.thin.ThinLine;
import io.kakou.app.thin.Watch;
import io.kakou.console.geojson.AreaFile;
import io.kakou.console.geojson.InvalidAreas;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.models.Detector;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou demo}: the whole line on a clip that the project stages itself. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Stages a lift camera's clip, serves it over RTSP, watches it and calls the room that answers for the lift.",
            "Ends by itself when the event has been told and is over: about a minute after the first start's downloads."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Camera LIFT = new Camera(
            "lift-7",
            "7 号梯",
            CameraKind.LIFT,
            new Point(120.215, 30.285),
            null,
            null,
            null,
            List.of(),
            List.of(EventKind.EBIKE_IN_LIFT));

    /** Two rounds of the clip; the event is in the first. */
    private static final double PATIENCE_SECONDS = 75;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        try (Stopper stopper = new Stopper();
                Detector detector = StockDetector.open(this::say);
                RtspLoops loops = new RtspLoops(1, clock);
                RtspServer camera = camera(loops)) {
            loops.start();
            camera.start();
            say("a lift camera is served at " + camera.url(LIFT.id()));
            List<Area> areas = areas();
            Telling telling =
                    new Telling(spec.commandLine(), areas, stopper, incident -> told(incident, clock, stopper));
            Watch watch = new Watch(LIFT, RtspAddress.of(LIFT.id(), camera.url(LIFT.id())), watch(detector));
            return run(new ThinLine(Telling.scratch(), areas, List.of(watch), telling), telling, stopper);
        } catch (IOException | WeightsUnavailable | InvalidAreas | UnreadableVideo e) {
            throw new CommandFailure(e);
        }
    }

    private int run(ThinLine line, Telling telling, Stopper stopper) throws IOException {
        try (line) {
            line.start();
            boolean stopped = stopper.await(PATIENCE_SECONDS);
            if (!stopped) {
                say("nothing was told within " + PATIENCE_SECONDS + " s: that is a fault");
            }
            return stopped && !telling.hasFailed() ? 0 : KakouCommand.FAILED;
        }
    }

    private RtspServer camera(RtspLoops loops) throws IOException, WeightsUnavailable, UnreadableVideo {
        Path clip = DemoClip.stage(StockDetector.cache(), NpmCommand.ofPath(), this::say);
        say("the clip, to be judged as any other: kakou judge " + clip + " --kind lift");
        return new RtspServer(loops, ServerSettings.defaults().withPort(0), Map.of(LIFT.id(), ServedFile.of(clip)));
    }

    private static CameraWatch watch(Detector detector) {
        CameraJudge judge = new CameraJudge(LIFT, detector, JudgeSettings.DEFAULT);
        return new CameraWatch(judge, PlannerSettings.LIFT, detector.inputSize());
    }

    private static List<Area> areas() throws IOException, InvalidAreas {
        Path copy = Files.createTempFile("kakou-demo-areas-", ".geojson");
        try (InputStream in = Objects.requireNonNull(DemoCommand.class.getResourceAsStream("demo-areas.geojson"))) {
            Files.write(copy, in.readAllBytes());
            return AreaFile.read(copy);
        } finally {
            Files.delete(copy);
        }
    }

    /** The demo is over with the event: told, and released. */
    private void told(Incident incident, InstantSource clock, Stopper stopper) {
        Transition last = incident.transitions().get(incident.transitions().size() - 1);
        if (last.kind() == TransitionKind.OPENED) {
            say(String.format(
                    Locale.ROOT,
                    "from the first picture of it to the room: %.1f s; from the alert: %.2f s",
                    since(incident.openedAt(), clock),
                    since(last.at(), clock)));
        }
        if (last.kind() == TransitionKind.RELEASED) {
            stopper.stop();
        }
    }

    private static double since(Instant then, InstantSource clock) {
        return Duration.between(then, clock.instant()).toMillis() / 1000.0;
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
