package io.kakou.benchmarks.endure;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.serve.Playlist;
import io.kakou.app.serve.ServedFile;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.simulate.Simulator;
import io.kakou.rtsp.simulate.SimulatorSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The simulated cameras, in a process of their own: each line of a file is what a camera shows, a film or two with a tab
 * between them. Says their addresses; then, for each line it hears, the nanoseconds of its clock and how many pictures of
 * each left whole.
 */
final class EndureStreet {
    private static final long SEED = 1;

    private EndureStreet() {}

    public static void main(String... words) throws IOException, UnreadableVideo {
        Map<String, StreamSource> once = new HashMap<>();
        List<StreamSource> films = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(words[0]))) {
            StreamSource known = once.get(line);
            StreamSource film = known == null ? source(line) : known;
            once.put(line, film);
            films.add(film);
        }
        SimulatorSettings settings = new SimulatorSettings(films.size(), Group.faults(films.size()), SEED);
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                Simulator simulator =
                        new Simulator(loops, ServerSettings.defaults().withPort(0), settings, films)) {
            loops.start();
            simulator.start();
            simulator.urls().forEach(System.out::println);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                System.out.println(whole(simulator, films.size()));
            }
        }
    }

    /** What a line names. */
    static StreamSource source(String line) throws UnreadableVideo {
        String[] files = line.split("\t", -1);
        StreamSource first = ServedFile.of(Path.of(files[0]));
        if (files.length == 1) {
            return first;
        }
        Playlist both = new Playlist(first);
        both.add(ServedFile.of(Path.of(files[1])));
        return both;
    }

    private static String whole(Simulator simulator, int cameras) {
        LongStream counts = IntStream.rangeClosed(1, cameras).mapToLong(simulator::whole);
        return LongStream.concat(LongStream.of(System.nanoTime()), counts)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }
}
