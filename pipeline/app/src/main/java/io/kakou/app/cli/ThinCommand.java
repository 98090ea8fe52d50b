package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.cli.watch.CameraName;
import io.kakou.app.cli.watch.WatchOptions;
import io.kakou.app.detector.Detectors;
import io.kakou.app.thin.ThinLine;
import io.kakou.app.thin.Watch;
import io.kakou.console.geojson.AreaFile;
import io.kakou.console.geojson.InvalidFile;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.Point;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.RtspAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou run --thin}: live cameras to rooms, in one process. */
@Command(
        name = ThinCommand.NAME,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Watches live cameras and prints each incident under the command room that owns it, until Ctrl-C.",
            "All of one kind: RTSP over TCP, H.264. Everything runs in one process, and nothing is kept afterwards."
        })
final class ThinCommand implements Callable<Integer> {
    /** Two words of the command line; what people type is made this one name. */
    static final String NAME = "run --thin";

    @Parameters(arity = "0..*", paramLabel = "URL", description = "rtsp://[user:password@]host[:port]/path")
    private List<String> urls = new ArrayList<>();

    @Mixin
    private final WatchOptions watch = new WatchOptions();

    @Option(
            names = "--areas",
            required = true,
            paramLabel = "FILE",
            description = "GeoJSON areas with id, name, level, parent and room.")
    private Path areasFile = Path.of("");

    @Option(
            names = "--place",
            paramLabel = "LON,LAT",
            description = {
                "Where a camera hangs, WGS-84; once for each URL, in the same order.",
                "Without it the top area's room owns its incidents."
            })
    private List<String> places = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "N", description = "Stop after so many seconds instead of at Ctrl-C.")
    private @Nullable Double seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<RtspAddress> addresses = addresses();
        List<Area> areas = areas();
        List<Camera> cameras = cameras(addresses);
        watch.cautions().forEach(this::say);
        if (places.isEmpty()) {
            say("no --place: incidents go to the room of the top area");
        }
        try (Stopper stopper = new Stopper();
                Detectors detectors = Detectors.open(watch.model(), watch.stock(), this::say)) {
            Telling telling = new Telling(spec.commandLine(), areas, stopper, incident -> {});
            try (ThinLine line =
                    new ThinLine(Telling.scratch(), areas, watches(addresses, cameras, detectors), telling)) {
                line.start();
                waitFor(stopper);
            }
            return telling.hasFailed() ? CommandFailure.EXIT_CODE : 0;
        } catch (IOException | WeightsUnavailable | UnusableModel e) {
            throw new CommandFailure(e);
        }
    }

    private void waitFor(Stopper stopper) {
        if (seconds == null) {
            stopper.await();
        } else {
            stopper.await(seconds);
        }
    }

    private List<RtspAddress> addresses() {
        List<String> all = new ArrayList<>(urls);
        all.addAll(watch.wordsAfterZone());
        if (all.isEmpty() || (!places.isEmpty() && places.size() != all.size())) {
            String counted = all.size() + " URLs and " + places.size() + " --place";
            throw new ParameterException(
                    spec.commandLine(), counted + "; allowed: 1 or more URLs, and a place for each or none");
        }
        return all.stream()
                .map(url -> RtspAddress.of(CameraName.ofUrl(url), url))
                .toList();
    }

    private List<Camera> cameras(List<RtspAddress> addresses) {
        List<Camera> cameras = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            Point place = places.isEmpty() ? null : Places.point(places.get(i));
            cameras.add(watch.camera(addresses.get(i).camera(), place));
        }
        return cameras;
    }

    private List<Watch> watches(List<RtspAddress> addresses, List<Camera> cameras, Detectors detectors) {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < cameras.size(); i++) {
            watches.add(new Watch(cameras.get(i), addresses.get(i), watch.over(cameras.get(i), detectors)));
        }
        return watches;
    }

    private List<Area> areas() {
        try {
            return AreaFile.read(areasFile);
        } catch (InvalidFile e) {
            throw new CommandFailure(e);
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
