package io.kakou.app.settings;

import io.kakou.analysis.sample.SampleSettings;
import io.kakou.app.detector.Stock;
import io.kakou.app.services.Outside;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the processes: addresses, paths, budgets. Cameras and areas live in the database; what is named here fills
 * an empty one.
 *
 * @param data the data folder, {@code kakou-data} beside the file
 * @param console where the page is
 * @param heaps memory of each process
 * @param loops event loops that carry all cameras, 1; one carries a street
 * @param detector card of a detector that somebody brought (JSON, its ONNX file beside it); null for the project's own
 * @param stock how the project's own looks at streets and roads; float
 * @param seed what an empty database is filled with
 * @param outside services that are not started because others run them
 * @param samples what is kept for learning
 */
public record RunSettings(
        Path data,
        Console console,
        Heaps heaps,
        int loops,
        @Nullable Path detector,
        Stock stock,
        Seed seed,
        Outside outside,
        SampleSettings samples) {
    /** With the project's own detector. */
    public RunSettings(Path data, Console console, Heaps heaps, int loops, Seed seed, Outside outside) {
        this(data, console, heaps, loops, null, Stock.FLOAT, seed, outside, SampleSettings.DEFAULT);
    }

    /**
     * Where the page is served.
     *
     * @param host 127.0.0.1; any other shows it to the network and needs {@code tls} or {@code insecure}
     * @param port 8460; 0 takes a free one
     * @param names that browsers may call it by besides {@code host}, localhost and addresses in numbers; a name that is
     *     none of these is refused, because any site's owner could point one of theirs here
     * @param insecure false; true shows it to the network without TLS, and the page says so
     */
    public record Console(String host, int port, List<String> names, @Nullable Tls tls, boolean insecure) {
        /** This machine itself. */
        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

        public Console {
            names = List.copyOf(names);
        }

        /** On this machine, for this machine. */
        public Console(String host, int port) {
            this(host, port, List.of(), null, false);
        }

        /** The same on another port. */
        public Console withPort(int other) {
            return new Console(host, other, names, tls, insecure);
        }

        /** Whether nobody but this machine sees it. */
        public boolean onLoopback() {
            return LOOPBACK.contains(host);
        }
    }

    /** A certificate with those that it is signed by, and its key (PKCS #8), both in PEM. */
    public record Tls(String certificate, String key) {}

    /**
     * The most heap a process may take, in MiB; native memory of codecs and models comes on top.
     *
     * @param log 512: the broker and the object store
     * @param room 768: the jobs and the console
     * @param analysis 1024: a street of cameras
     */
    public record Heaps(int log, int room, int analysis) {}

    /**
     * What an empty database begins with.
     *
     * @param areas a GeoJSON file, or null
     * @param cameras a file of cameras, or null
     * @param units a file of units, or null
     */
    public record Seed(@Nullable Path areas, @Nullable Path cameras, @Nullable Path units) {
        /** Without units. */
        public Seed(@Nullable Path areas, @Nullable Path cameras) {
            this(areas, cameras, null);
        }
    }

    /** What holds where nothing is written. */
    public static RunSettings defaults(Path folder) {
        return new RunSettings(
                folder.resolve("kakou-data"),
                new Console("127.0.0.1", 8460),
                new Heaps(512, 768, 1024),
                1,
                new Seed(null, null),
                Outside.NOTHING);
    }

    /** The same with another data folder. */
    public RunSettings withData(Path other) {
        return new RunSettings(other, console, heaps, loops, detector, stock, seed, outside, samples);
    }

    /** The same with the page elsewhere. */
    public RunSettings withConsole(Console other) {
        return new RunSettings(data, other, heaps, loops, detector, stock, seed, outside, samples);
    }
}
