package io.kakou.app.cli;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou camera}: a file as an RTSP camera. */
@Command(
        name = "camera",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Serves a file's H.264 as an RTSP camera, without re-encoding, looped, until Ctrl-C.",
            "Every viewer begins at the file's start."
        },
        subcommands = {CameraCheckCommand.class, CameraFindCommand.class})
final class CameraCommand implements Callable<Integer> {
    // Not required for the parser, which would ask for it in front of a subcommand too.
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A video file whose video is H.264.")
    private @Nullable Path file;

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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (file == null) {
            throw new ParameterException(
                    spec.commandLine(), "no FILE; allowed: a video file, or check or find and a camera's address");
        }
        try (Stopper stopper = new Stopper();
                RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = new RtspServer(loops, settings(), Map.of(path, ServedFile.of(file)))) {
            loops.start();
            server.start();
            spec.commandLine().getOut().println(server.url(path));
            stopper.await();
            return 0;
        } catch (UnreadableVideo | IOException e) {
            throw new CommandFailure(e);
        }
    }

    private ServerSettings settings() {
        ServerSettings settings = ServerSettings.defaults().withHost(host).withPort(port);
        return user == null
                ? settings
                : settings.withCredentials(new Credentials(user, password == null ? "" : password), DigestHash.MD5);
    }
}
