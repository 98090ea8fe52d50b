package io.kakou.app.staged;

import io.kakou.app.data.UnusableFolder;
import io.kakou.app.process.Supervisor;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Installation;
import io.kakou.app.services.Outside;
import io.kakou.app.settings.RunSettings;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system as {@code kakou run} starts it, on a scratch folder, with staged cameras beside it. */
public final class Demonstration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String USER = "demo";
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LETTERS = 12;

    private final Path cache;
    private final int port;
    private final Supervisor.Listener processes;
    private final Consumer<String> people;
    private final String password = newPassword();
    /** Newest first: closed in this order. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

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
        return USER;
    }

    public String password() {
        return password;
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
        closing(() -> delete(scratch));
        OnAir air = closing(new OnAir(cache, people));
        air.start();
        Path films = scratch.resolve("trial");
        closing(new TriedFilms(films, air)).start();
        RtspLoops loops = closing(new RtspLoops(1, InstantSource.system()));
        loops.start();
        RtspServer server = closing(new RtspServer(loops, ServerSettings.defaults(), air::find));
        server.start();
        Deployment.Trial trial = new Deployment.Trial(
                USER, password, Cast.ids(), Cast.TRIED, films.toString(), server.url(TriedFilms.path("")) + '/');
        return closing(new Installation(settings(scratch, server), trial, processes))
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

    private static String newPassword() {
        return new SecureRandom()
                .ints(PASSWORD_LETTERS, 0, READABLE.length())
                .mapToObj(i -> READABLE.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private synchronized <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }

    /** Ends the system, then the cameras, and leaves nothing behind. */
    @Override
    public void close() {
        for (AutoCloseable part = next(); part != null; part = next()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly: {}", e.toString());
            }
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        return running.poll();
    }
}
