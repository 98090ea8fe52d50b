package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.data.OwnersFile;
import io.kakou.app.data.Secrets;
import io.kakou.events.Point;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is, for every process of one run; handed over by a file that the owner alone can read.
 *
 * @param data the data folder
 * @param keyFile the key that cameras' logins are sealed with
 * @param consoleHost where the page is
 * @param consolePort where the page is
 * @param ports of what listens on 127.0.0.1 for the other processes
 * @param loops event loops that carry all cameras
 * @param areas what an empty database is filled with, or null
 * @param cameras what an empty database is filled with, or null
 * @param trial what a demonstration adds, or null
 */
public record Deployment(
        String data,
        String keyFile,
        String consoleHost,
        int consolePort,
        Ports ports,
        int loops,
        @Nullable String areas,
        @Nullable String cameras,
        Secrets secrets,
        Database database,
        @Nullable Trial trial) {
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

    /** How to reach the database. */
    public record Database(String url, String user, String password) {}

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

    String logServers() {
        return LOOPBACK + ":" + ports.log();
    }

    /** How a client reaches the log. */
    Map<String, Object> logClients() {
        return Map.of("bootstrap.servers", logServers());
    }

    String storeEndpoint() {
        return "http://" + LOOPBACK + ":" + ports.store();
    }

    String doorUrl() {
        return "http://" + LOOPBACK + ":" + ports.door();
    }

    /** What seals and opens cameras' logins. */
    SecretBox box() throws IOException {
        String text = Files.readString(Path.of(keyFile), US_ASCII);
        return new SecretBox(Base64.getDecoder().decode(text.strip()));
    }

    SeedFiles seed() throws IOException {
        return new SeedFiles(areas == null ? null : Path.of(areas), cameras == null ? null : Path.of(cameras), box());
    }

    /** Says nothing of the secrets: it must not be in a log. */
    @Override
    public String toString() {
        return "Deployment[" + data + ", " + consoleHost + ":" + consolePort + ", " + ports + "]";
    }
}
