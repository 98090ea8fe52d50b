package io.kakou.app.cli.camera;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.simulate.Fault;
import io.kakou.rtsp.simulate.FaultKind;
import io.kakou.rtsp.simulate.Simulator;
import io.kakou.rtsp.simulate.SimulatorSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code kakou camera}: a file as an RTSP camera, or a few as a street of them. */
@Command(
        name = "camera",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Serves a file's H.264 as an RTSP camera, without re-encoding, looped, until Ctrl-C.",
            "Every viewer begins at the file's start.",
            "",
            "With --cameras a few files become a street: cam-0001, cam-0002 … on one port, their addresses one a line.",
            "Each camera shows its file from its own place on, whether somebody looks or not, with its own clock."
        },
        subcommands = {CameraCheckCommand.class, CameraFindCommand.class})
public final class CameraCommand implements Callable<Integer> {
    private static final int CAMERAS_A_LOOP = 1000;

    // Not required for the parser, which would ask for it in front of a subcommand too.
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "A video file whose video is H.264.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--port", paramLabel = "P", defaultValue = "8554", description = "TCP port; 0 takes a free one.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Any other than the default shows the pictures to whoever reaches it.")
    private String host = "";

    @Option(names = "--path", paramLabel = "NAME", defaultValue = "live", description = "Name in the camera's address.")
    private String path = "";

    @Option(names = "--user", paramLabel = "USER", description = "Asks viewers for this user and --password.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "Asked for where it is not given.")
    private @Nullable String password;

    @Option(names = "--cameras", paramLabel = "N", description = "So many cameras, the files in turn.")
    private @Nullable Integer cameras;

    @Option(
            names = "--fault",
            paramLabel = "KIND[:VALUE…][@WHO]",
            converter = FaultText.class,
            description = {
                "Of the cameras of --cameras; may be given again. WHO is a share, 10%%, or numbers, 3,17; else all. KIND is",
                "${COMPLETION-CANDIDATES}"
            },
            completionCandidates = FaultKinds.class)
    private List<Fault> faults = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of places, shares and chances: the same gives the same street.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no FILE; allowed: a video file, or check or find and a camera's address");
        }
        if (cameras == null && (files.size() > 1 || !faults.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "several files or a --fault without --cameras; allowed: with --cameras N");
        }
        try {
            if (cameras == null) {
                serve(files.get(0));
            } else {
                simulate(street(cameras));
            }
            return 0;
        } catch (UnreadableVideo | IOException e) {
            throw new CommandFailure(e);
        }
    }

    private void serve(Path file) throws UnreadableVideo, IOException {
        try (Stopper stopper = new Stopper();
                RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = new RtspServer(loops, settings(), Map.of(path, ServedFile.of(file)))) {
            loops.start();
            server.start();
            spec.commandLine().getOut().println(server.url(path));
            stopper.await();
        }
    }

    private void simulate(SimulatorSettings street) throws UnreadableVideo, IOException {
        List<StreamSource> films = new ArrayList<>();
        for (Path file : files) {
            films.add(ServedFile.of(file));
        }
        try (Stopper stopper = new Stopper();
                RtspLoops loops = new RtspLoops(1 + street.cameras() / CAMERAS_A_LOOP, InstantSource.system());
                Simulator simulator = new Simulator(loops, settings(), street, films)) {
            loops.start();
            simulator.start();
            simulator.urls().forEach(spec.commandLine().getOut()::println);
            stopper.await();
        }
    }

    private SimulatorSettings street(int number) {
        try {
            return new SimulatorSettings(number, faults, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private ServerSettings settings() {
        ServerSettings settings = ServerSettings.defaults().withHost(host).withPort(port);
        return user == null
                ? settings
                : settings.withCredentials(new Credentials(user, password == null ? "" : password), DigestHash.MD5);
    }

    /** Reads one. */
    static final class FaultText implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String text) {
            try {
                return Fault.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** What there is, a line a kind. */
    static final class FaultKinds extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FaultKinds() {
            super(Arrays.stream(FaultKind.values())
                    .map(kind -> "\n" + kind.help())
                    .toList());
        }
    }
}
