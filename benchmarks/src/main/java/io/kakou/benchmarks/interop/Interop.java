package io.kakou.benchmarks.interop;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays films of its own making from servers of others, one case after the other. */
public final class Interop implements AutoCloseable {
    private static final double START_SECONDS = 30;
    private static final double AGAIN_SECONDS = 0.1;
    private static final double LATE_SECONDS = 20;
    /** What is said by a server that is not up yet; VLC describes a film that it has not opened with 500. */
    private static final Set<RtspException.Code> NOT_YET = EnumSet.of(
            RtspException.Code.REFUSED,
            RtspException.Code.NOT_FOUND,
            RtspException.Code.NO_VIDEO,
            RtspException.Code.REJECTED);

    private final double filmSeconds;
    private final Path folder;
    private final Map<Codec, CodedFilm> films = new EnumMap<>(Codec.class);
    private final Map<Server, String> programs = new EnumMap<>(Server.class);
    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());

    /** One server, one transport that it is asked for, one codec. */
    public record Case(Server server, Transport transport, Codec codec) {}

    private Interop(double filmSeconds, Path folder) {
        this.filmSeconds = filmSeconds;
        this.folder = folder;
        loops.start();
    }

    /**
     * Opens.
     *
     * @param filmSeconds how long each film is, 3 and more
     */
    public static Interop open(double filmSeconds) throws IOException {
        Path folder = Files.createTempDirectory("kakou-interop");
        // A server may run as somebody else.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Interop(filmSeconds, folder);
    }

    /** Every case of a server. */
    public static List<Case> cases(Server server) {
        return server.asked().stream()
                .flatMap(transport -> Stream.of(Codec.values()).map(codec -> new Case(server, transport, codec)))
                .toList();
    }

    /** What the machine lacks for a case, or null. */
    public @Nullable String missing(Case which) throws InterruptedException {
        if (!CodedFilm.canBeMade(which.codec())) {
            return "needs program: ffmpeg with an encoder of " + which.codec().title();
        }
        return program(which.server()) == null
                ? "needs program: " + which.server().needs()
                : null;
    }

    /**
     * Runs a case; where the machine lacks something for it, or its server does not start, the outcome says so.
     *
     * @throws IOException where a film cannot be made
     */
    public Outcome run(Case which) throws IOException, InterruptedException {
        String missing = missing(which);
        if (missing != null) {
            return Outcome.without(which, null, missing);
        }
        CodedFilm film = film(which.codec());
        try (ServedFilm served = which.server().serve(film, folder, which.transport());
                Viewing viewing =
                        view(served.url(), which.transport(), film.pictures().size())) {
            return new Verdict(which, film, viewing).outcome(program(which.server()));
        } catch (IOException e) {
            return Outcome.without(which, false, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String program(Server server) throws InterruptedException {
        String program = programs.get(server);
        if (program == null) {
            program = server.program();
            if (program != null) {
                programs.put(server, program);
            }
        }
        return program;
    }

    /** A session that plays; while the server comes up others are tried before it. */
    private Viewing view(String url, Transport transport, int most) throws InterruptedException {
        long until = System.nanoTime() + Math.round(START_SECONDS * 1e9);
        while (true) {
            Viewing viewing = new Viewing(loops, url, transport, most);
            viewing.start();
            viewing.await(filmSeconds + LATE_SECONDS);
            RtspException why = viewing.failure();
            if (why == null || !NOT_YET.contains(why.code()) || System.nanoTime() > until) {
                return viewing;
            }
            viewing.close();
            boolean unused = new CountDownLatch(1).await(Math.round(AGAIN_SECONDS * 1e3), TimeUnit.MILLISECONDS);
        }
    }

    private CodedFilm film(Codec codec) throws IOException, InterruptedException {
        CodedFilm film = films.get(codec);
        if (film == null) {
            film = CodedFilm.make(folder, codec, filmSeconds);
            films.put(codec, film);
        }
        return film;
    }

    @Override
    public void close() throws IOException {
        loops.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
