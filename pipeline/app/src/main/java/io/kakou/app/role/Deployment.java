package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.sample.SampleSettings;
import io.kakou.app.data.OwnersFile;
import io.kakou.app.data.Secrets;
import io.kakou.app.detector.Stock;
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
 * @param areas what an empty database is filled with, or null
 * @param cameras what an empty database is filled with, or null
 * @param units what an empty database is filled with, or null
 * @param trial what a demonstration adds, or null
 * @param samples what is kept for learning
 */
public record Deployment(
        String data,
        String keyFile,
        RunSettings.Console console,
        Ports ports,
        int loops,
        @Nullable String detector,
        Stock stock,
        @Nullable String areas,
        @Nullable String cameras,
        @Nullable String units,
        Secrets secrets,
        Services services,
        @Nullable Trial trial,
        SampleSettings samples) {
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

    /**
     * The services, whoever runs them.
     *
     * @param here what the process {@code log} runs itself
     */
    public record Services(LogService log, StoreService store, DatabaseService database, Set<Embedded> here) {
        LogService.Copies copies() {
            return here.contains(Embedded.LOG) ? LogService.Copies.ONE : LogService.Copies.AS_THE_BROKERS_SAY;
        }
    }

    /** What the process {@code log} can run. */
    public enum Embedded {
        LOG,
        STORE
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

    Path folder(String part) {
        return Path.of(data).resolve(part);
    }

    /** How a client reaches the log. */
    public Map<String, Object> logClients() {
        return Map.copyOf(services.log().clients());
    }

    /** Of the analysis process's internal door. */
    public String doorUrl() {
        return "http://" + LOOPBACK + ":" + ports.door();
    }

    /** What seals and opens cameras' logins. */
    SecretBox box() throws IOException {
        String text = Files.readString(Path.of(keyFile), US_ASCII);
        return new SecretBox(Base64.getDecoder().decode(text.strip()));
    }

    SeedFiles seed() throws IOException {
        return new SeedFiles(path(areas), path(cameras), path(units), box());
    }

    @Nullable
    Path detectorCard() {
        return path(detector);
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
