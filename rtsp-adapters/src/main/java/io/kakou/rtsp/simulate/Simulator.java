package io.kakou.rtsp.simulate;

import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.Programme;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of cameras in one process: {@code cam-0001}, {@code cam-0002} … on one port, each a film that goes on
 * whether somebody looks or not, so that a client comes in wherever it is. A camera's SSRC, first sequence number and
 * first timestamp are its own.
 */
public final class Simulator implements AutoCloseable {
    private final RtspLoops loops;
    private final ServerSettings listening;
    private final SimulatorSettings settings;
    private final List<StreamSource> films;
    private final LongAdder sent = new LongAdder();
    private final LongAdder skips = new LongAdder();
    private @Nullable RtspServer server;
    private List<SimulatedCamera> cameras = List.of();

    /**
     * @param loops started; one carries some 1,500 cameras of 1 Mb/s
     * @param listening where, and for whom; its camera clock is the true one that cameras' own are wrong against
     * @param films one or more, each read whole at the start and kept once, also where it is named more than once
     */
    public Simulator(RtspLoops loops, ServerSettings listening, SimulatorSettings settings, List<StreamSource> films) {
        if (films.isEmpty()) {
            throw new IllegalArgumentException("no film; allowed: one and more");
        }
        this.loops = loops;
        this.listening = listening;
        this.settings = settings;
        this.films = List.copyOf(films);
    }

    /**
     * A camera's name, which is its path.
     *
     * @param number from 1
     */
    public static String name(int number) {
        return String.format("cam-%04d", number);
    }

    /**
     * Reads the films and listens; a second call does nothing.
     *
     * @throws IOException in one line, where a film cannot be read or the address cannot be listened on
     */
    public synchronized void start() throws IOException {
        if (server == null) {
            IdentityHashMap<StreamSource, Film> once = new IdentityHashMap<>();
            List<Film> read = new ArrayList<>();
            for (StreamSource source : films) {
                Film film = once.get(source);
                if (film == null) {
                    film = Film.of(source);
                    once.put(source, film);
                }
                read.add(film);
            }
            RtspServer fresh = RtspServer.live(loops, listening, street(read));
            fresh.start();
            server = fresh;
        }
    }

    /** The cameras' addresses, in their order; {@link #start} comes first. */
    public synchronized List<String> urls() {
        RtspServer running = server;
        if (running == null) {
            throw new IllegalStateException("the simulator is not running: start() it first");
        }
        return IntStream.rangeClosed(1, settings.cameras())
                .mapToObj(number -> running.url(name(number)))
                .toList();
    }

    /**
     * Where a camera's film stands now, in seconds from its beginning; {@link #start} comes first.
     *
     * @param number from 1
     */
    public synchronized double filmSeconds(int number) {
        SimulatedCamera camera = cameras.get(number - 1);
        double on = (System.nanoTime() - camera.street().switchedOn()) / 1e9;
        return (camera.phase() + on) % camera.film().seconds();
    }

    /** Pictures sent so far, to all clients of all cameras. */
    public long sent() {
        return sent.sum();
    }

    /** How often a camera was more than a second late, for want of a processor, and went on at its next keyframe. */
    public long skips() {
        return skips.sum();
    }

    /**
     * Pictures of a camera that left whole, and all of whose group before them did: what no fault of it destroyed, so
     * far, for all its clients together.
     *
     * @param number from 1
     */
    public synchronized long whole(int number) {
        return cameras.get(number - 1).whole().sum();
    }

    /** Ends every session and stops listening. Twice is fine. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private Map<String, Programme> street(List<Film> read) {
        var street = new SimulatedCamera.Street(
                listening.cameraClock(),
                System.nanoTime(),
                listening.reportSeconds(),
                settings.gatherSeconds(),
                sent,
                skips);
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        Map<String, Programme> programmes = new TreeMap<>();
        List<SimulatedCamera> made = new ArrayList<>();
        for (int number = 1; number <= settings.cameras(); number++) {
            Film film = read.get((number - 1) % read.size());
            double phase = seeds.nextDouble() * film.seconds();
            Faults faults = new Faults(settings.faults(), number, settings.seed());
            made.add(new SimulatedCamera(film, phase, seeds.nextLong(), faults, street, new LongAdder()));
            programmes.put(name(number), made.get(number - 1));
        }
        cameras = List.copyOf(made);
        return programmes;
    }
}
