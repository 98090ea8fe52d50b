package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.UnreadableVideo;
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

/**
 * The simulated cameras, in a process of their own: the films are lines of a file, a camera a line. Says for each camera
 * its address, the place its film is at, and the time of this.
 */
final class WatchStreet {
    /** Two pictures, which a busy client reads at once anyway: what the street costs is taken from who watches it. */
    private static final double GATHERED_SECONDS = 0.08;

    private WatchStreet() {}

    public static void main(String... words) throws IOException, UnreadableVideo {
        Map<String, ServedFile> once = new HashMap<>();
        List<StreamSource> films = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(words[0]))) {
            ServedFile film = once.get(line);
            if (film == null) {
                film = ServedFile.of(Path.of(line));
                once.put(line, film);
            }
            films.add(film);
        }
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                Simulator simulator = new Simulator(
                        loops,
                        ServerSettings.defaults().withPort(0),
                        SimulatorSettings.of(films.size()).gathering(GATHERED_SECONDS),
                        films)) {
            loops.start();
            simulator.start();
            List<String> urls = simulator.urls();
            for (int number = 1; number <= urls.size(); number++) {
                double at = simulator.filmSeconds(number);
                System.out.println(urls.get(number - 1) + ' ' + at + ' ' + System.currentTimeMillis());
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String unused = in.readLine(); // until the bench ends
        }
    }
}
