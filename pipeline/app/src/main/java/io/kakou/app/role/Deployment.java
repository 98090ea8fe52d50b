package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.sample.SampleSettings;
import io.kakou.app.data.DataFolder;
import io.kakou.app.data.OwnersFile;
import io.kakou.app.data.Secrets;
import io.kakou.app.detector.ModelFolder;
import io.kakou.app.detector.Stock;
import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.LogService;
import io.kakou.app.services.StoreService;
import io.kakou.app.settings.RunSettings;
import io.kakou.events.Point;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is, for every process of one run; handed over by a file that the owner alone can read.
 *
 * @param data the data folder
 * @param keyFile the key that cameras' logins are sealed with
 * @param console where the page is; its port is known
 * @param ports of what listens on 127.0.0.1 for the other processes
 * @param loops event loops that carry all cameras
 * @param detector card of the detector that looks, or null for the project's own
 * @param stock how the project's own looks at streets and roads
 * @param look what looking may take
 * @param seed what an empty database is filled with
 * @param recording of cameras that are recorded all the time
 * @param trial what a demonstration adds, or null
 * @param samples what is kept for learning
 * @param worker who this analysis process is among several, or null where it is alone
 */
public record Deployment(
        String data,
        String keyFile,
        RunSettings.Console console,
        Ports ports,
        int loops,
        @Nullable String detector,
        Stock stock,
        StreetSettings look,
        Seed seed,
        Secrets secrets,
        Services services,
        RunSettings.Recording recording,
        @Nullable Trial trial,
        SampleSettings samples,
        @Nullable Worker worker) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * What a demonstration adds.
     *
     * @param user an administrator
     * @param password that need not be changed
     * @param staged ids of the cameras that show what was drawn
     * @param place where tried cameras stand
     * @param folder of people's own films
     * @param address what the addresses of the cameras that show them begin with
     */
    public record Trial(String user, String password, List<String> staged, Point place, String folder, String address) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Trial[" + user + ", " + address + "]";
        }
    }

    /** Files that an empty database is filled with, or null. */
    public record Seed(
            @Nullable String areas,
            @Nullable String cameras,
            @Nullable String units,
            @Nullable String rooms,
            @Nullable String roads) {
        public static final Seed NOTHING = new Seed(null, null, null, null, null);

        static Seed of(RunSettings.Seed files) {
            return new Seed(
                    Objects.toString(files.areas(), null),
                    Objects.toString(files.cameras(), null),
                    Objects.toString(files.units(), null),
                    Objects.toString(files.rooms(), null),
                    Objects.toString(files.roads(), null));
        }

        RunSettings.Seed files() {
            return new RunSettings.Seed(path(areas), path(cameras), path(units), path(rooms), path(roads));
        }
    }

    /**
     * One analysis process of several.
     *
     * @param name that no other has
     * @param host that its door is reached at
     */
    public record Worker(String name, String host) {}

    /**
     * The services, whoever runs them.
     *
     * @param here what the installation's processes run themselves
     */
    public record Services(LogService log, StoreService store, DatabaseService database, Set<Embedded> here) {
        LogService.Copies copies() {
            return here.contains(Embedded.LOG) ? LogService.Copies.ONE : LogService.Copies.AS_THE_BROKERS_SAY;
        }
    }

    /** What an installation can run itself: the process {@code log} the first two, the process {@code room} the jobs. */
    public enum Embedded {
        LOG,
        STORE,
        JOBS
    }

    /** Of each part; the same for as long as the first process runs. */
    public record Ports(int log, int controller, int store, int database, int door) {}

    void write(Path file) throws IOException {
        OwnersFile.write(file, JSON.writeValueAsBytes(this));
    }

    /**
     * Reads what the parent wrote.
     *
     * @throws IOException where the file is none
     */
    public static Deployment read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Deployment.class);
    }

    /** The same for another analysis process beside the first, with a folder and a door of its own. */
    public Deployment beside(String folder, Worker other, int door) {
        Ports own = new Ports(ports.log(), ports.controller(), ports.store(), ports.database(), door);
        return new Deployment(
                folder,
                keyFile,
                console,
                own,
                loops,
                detector,
                stock,
                look,
                Seed.NOTHING,
                secrets,
                services,
                recording,
                null,
                samples,
                other);
    }

    /**
     * An analysis process that is alone on its machine.
     *
     * @param own its folder, open
     * @param settings with the log and the store that others run
     * @throws IllegalArgumentException where a section is missing
     */
    public static Deployment ofWorker(RunSettings settings, RunSettings.Worker worker, DataFolder own)
            throws IOException {
        LogService log = settings.outside().log();
        StoreService store = settings.outside().store();
        if (log == null || store == null) {
            throw new IllegalArgumentException(
                    "a worker on its own runs neither log nor store; allowed: sections log and"
                            + " store that name those of the others");
        }
        Path key = worker.keyFile();
        return new Deployment(
                own.of("").toString(),
                (key == null ? own.keyFile() : key).toString(),
                settings.console(),
                new Ports(0, 0, 0, 0, LoopbackPorts.free()),
                settings.loops(),
                Objects.toString(settings.detector(), null),
                settings.stock(),
                settings.look(),
                Seed.NOTHING,
                secrets(own.secrets(), worker.doorTokenFile()),
                new Services(log, store, DatabaseService.NONE, Set.of()),
                settings.recording(),
                null,
                settings.samples(),
                new Worker(worker.name(), worker.host()));
    }

    private static Secrets secrets(Secrets own, @Nullable Path token) throws IOException {
        return token == null
                ? own
                : own.withDoorToken(Files.readString(token, US_ASCII).strip());
    }

    Path folder(String part) {
        return Path.of(data).resolve(part);
    }

    /** How a client reaches the log. */
    public Map<String, Object> logClients() {
        return Map.copyOf(services.log().clients());
    }

    /** Of the analysis process's internal door. */
    public String doorUrl() {
        return "http://" + doorHost() + ":" + ports.door();
    }

    String doorHost() {
        return worker == null ? LOOPBACK : worker.host();
    }

    /** What seals and opens cameras' logins. */
    SecretBox box() throws IOException {
        String text = Files.readString(Path.of(keyFile), US_ASCII);
        return new SecretBox(Base64.getDecoder().decode(text.strip()));
    }

    SeedFiles seedFiles() throws IOException {
        return new SeedFiles(seed.files(), box());
    }

    @Nullable
    Path detectorCard() {
        return path(detector);
    }

    /** What people laid into the data folder to turn to while all runs. */
    ModelFolder models() {
        return new ModelFolder(folder("models"));
    }

    private static @Nullable Path path(@Nullable String file) {
        return file == null ? null : Path.of(file);
    }

    /** Says nothing of the secrets: it must not be in a log. */
    @Override
    public String toString() {
        return "Deployment[" + data + ", " + ports + "]";
    }
}
