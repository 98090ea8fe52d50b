package io.kakou.app.staged;

import io.kakou.analysis.flow.Closing;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.process.Supervisor;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Installation;
import io.kakou.app.services.Outside;
import io.kakou.app.settings.RunSettings;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The system as {@code kakou run} starts it, on a scratch folder, with staged cameras beside it. */
public final class Demonstration implements AutoCloseable {

    private final Path cache;
    private final int port;
    private final Supervisor.Listener processes;
    private final Consumer<String> people;
    private final FirstLogin login = FirstLogin.generated("demo");
    private final Closing running = new Closing("the demonstration");

    /**
     * A demonstration that does not run.
     *
     * @param cache of films, see {@link io.kakou.models.weights.CacheFolder}
     * @param port of the page on 127.0.0.1; 0 takes a free one
     * @param processes hears of the system's processes
     * @param people take lines about the staging
     */
    public Demonstration(Path cache, int port, Supervisor.Listener processes, Consumer<String> people) {
        this.cache = cache;
        this.port = port;
        this.processes = processes;
        this.people = people;
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    /** The camera that an event is staged before. */
    public static String eventful() {
        return Cast.LIFT.id();
    }

    /**
     * Starts the cameras, then the system.
     *
     * @return the names of the processes that are not ready yet; they are kept tried
     * @throws io.kakou.app.embedded.PortTaken where the page's port cannot be had
     */
    public List<String> start() throws IOException, UnusableFolder, InterruptedException {
        Path scratch = Files.createTempDirectory("kakou-demo-");
        running.add(() -> delete(scratch));
        OnAir air = running.add(new OnAir(cache, people));
        air.start();
        Path films = scratch.resolve("trial");
        running.add(new TriedFilms(films, air)).start();
        RtspLoops loops = running.add(new RtspLoops(1, InstantSource.system()));
        loops.start();
        RtspServer server = running.add(new RtspServer(loops, ServerSettings.defaults(), air::find));
        server.start();
        Deployment.Trial trial = new Deployment.Trial(
                login.user(),
                login.password(),
                Cast.ids(),
                Cast.TRIED,
                films.toString(),
                server.url(TriedFilms.path("")) + '/');
        return running.add(new Installation(settings(scratch, server), trial, processes))
                .start();
    }

    private RunSettings settings(Path scratch, RtspServer server) throws IOException {
        RunSettings plain = RunSettings.defaults(scratch);
        RunSettings.Seed seed =
                new RunSettings.Seed(Cast.areas(scratch), Cast.cameras(scratch, server::url), Cast.units(scratch));
        return new RunSettings(
                scratch.resolve("data"),
                new RunSettings.Console(plain.console().host(), port),
                plain.heaps(),
                plain.loops(),
                seed,
                Outside.NOTHING);
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Ends the system, then the cameras, and leaves nothing behind. */
    @Override
    public void close() {
        running.close();
    }
}
