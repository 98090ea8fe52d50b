package io.kakou.app.settings;

import io.kakou.analysis.look.StreetSettings;
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
 * @param look what looking may take, and how long a camera may wait
 * @param seed what an empty database is filled with
 * @param outside services that are not started because others run them
 * @param recording of cameras that are recorded all the time
 * @param samples what is kept for learning
 * @param worker who its analysis process is among several that share the cameras; null: it watches all of them
 */
public record RunSettings(
        Path data,
        Console console,
        Heaps heaps,
        int loops,
        @Nullable Path detector,
        Stock stock,
        StreetSettings look,
        Seed seed,
        Outside outside,
        Recording recording,
        SampleSettings samples,
        @Nullable Worker worker) {
    /** With the project's own detector. */
    public RunSettings(Path data, Console console, Heaps heaps, int loops, Seed seed, Outside outside) {
        this(
                data,
                console,
                heaps,
                loops,
                null,
                Stock.FLOAT,
                ofMachine(),
                seed,
                outside,
                Recording.USUAL,
                SampleSettings.DEFAULT,
                null);
    }

    /**
     * Where the page is served.
     *
     * @param host 127.0.0.1; any other shows it to the network and needs {@code tls} or {@code insecure}
     * @param port 8460; 0 takes a free one
     * @param names that browsers may call it by besides {@code host}, localhost and addresses in numbers; a name that is
     *     none of these is refused, because any site's owner could point one of theirs here
     * @param insecure false; true shows it to the network without TLS, and the page says so
     * @param blindMinutes 10: a camera that shows nothing for longer is a place to be checked by a person; less tells of
     *     every camera that is restarted, more leaves a place unseen for longer
     * @param outward units' links, and messages to others
     */
    public record Console(
            String host,
            int port,
            List<String> names,
            @Nullable Tls tls,
            boolean insecure,
            int blindMinutes,
            Outward outward) {
        static final int BLIND_MINUTES = 10;

        /** This machine itself. */
        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

        public Console {
            names = List.copyOf(names);
        }

        /** On this machine, for this machine. */
        public Console(String host, int port) {
            this(host, port, List.of(), null, false, BLIND_MINUTES, Outward.USUAL);
        }

        /** The same on another port. */
        public Console withPort(int other) {
            return new Console(host, other, names, tls, insecure, blindMinutes, outward);
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
     * @param analysis 1536: a street of cameras
     */
    public record Heaps(int log, int room, int analysis) {}

    /**
     * What an empty database begins with.
     *
     * @param areas a GeoJSON file, or null
     * @param cameras a file of cameras, or null
     * @param units a file of units, or null
     * @param rooms a file of clocks, calendars, rotas and second owners, or null
     * @param roads a file of roads, GeoJSON or a table, or null
     */
    public record Seed(
            @Nullable Path areas,
            @Nullable Path cameras,
            @Nullable Path units,
            @Nullable Path rooms,
            @Nullable Path roads) {
        /** Without units. */
        public Seed(@Nullable Path areas, @Nullable Path cameras) {
            this(areas, cameras, null);
        }

        /** Without clocks, rotas and roads. */
        public Seed(@Nullable Path areas, @Nullable Path cameras, @Nullable Path units) {
            this(areas, cameras, units, null, null);
        }
    }

    /**
     * One analysis process of several.
     *
     * @param name analysis-1; no other worker has it
     * @param host 127.0.0.1; where the console reaches its door
     * @param keyFile what cameras' logins are sealed with, on another machine than the console's; null: its own
     * @param doorTokenFile what the console shows at the door, likewise
     */
    public record Worker(String name, String host, @Nullable Path keyFile, @Nullable Path doorTokenFile) {
        /** The same with another name. */
        public Worker named(String other) {
            return new Worker(other, host, keyFile, doorTokenFile);
        }
    }

    /**
     * Of cameras that are recorded all the time.
     *
     * @param floorDays 3: nothing younger is let go
     * @param ceilingDays 30: nothing older stays, unless held
     * @param quotaGigabytes what all footage may take, in 10⁹ bytes, then the oldest goes; null: four fifths of the disk
     *     that the embedded store is on, or no quota where others run the store
     * @param spoolGigabytes 24: what may wait on this machine's disk while the store is away, in 10⁹ bytes
     * @param megabytesASecond 37: what the store takes, in 10⁶ bytes a second; measured of the embedded one
     * @param kilobitsACamera 1000: what a camera sends, in 10³ bits a second
     * @param continuousCameras 0: so many are promised to be recorded; more than the machine keeps are refused at the
     *     start; 0 promises nothing, and as many are recorded as it keeps
     */
    public record Recording(
            int floorDays,
            int ceilingDays,
            @Nullable Integer quotaGigabytes,
            int spoolGigabytes,
            int megabytesASecond,
            int kilobitsACamera,
            int continuousCameras) {
        /** Where nothing is written. */
        public static final Recording USUAL = new Recording(3, 30, null, 24, 37, 1000, 0);
    }

    private static StreetSettings ofMachine() {
        return StreetSettings.ofMachine(Runtime.getRuntime().availableProcessors());
    }

    /** What holds where nothing is written. */
    public static RunSettings defaults(Path folder) {
        return new RunSettings(
                folder.resolve("kakou-data"),
                new Console("127.0.0.1", 8460),
                new Heaps(512, 768, 1536),
                1,
                new Seed(null, null),
                Outside.NOTHING);
    }

    /** The same with another data folder. */
    public RunSettings withData(Path other) {
        return new RunSettings(
                other, console, heaps, loops, detector, stock, look, seed, outside, recording, samples, worker);
    }

    /** The same with the page elsewhere. */
    public RunSettings withConsole(Console other) {
        return new RunSettings(
                data, other, heaps, loops, detector, stock, look, seed, outside, recording, samples, worker);
    }
}
