package io.kakou.app.embedded;

import io.kakou.app.data.OwnersFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** What a broker finds before it starts, in this process or by Kafka's own program. */
public final class BrokerFolder {
    private static final String CLUSTER = "kakou-log";

    private BrokerFolder() {}

    /**
     * Makes all that {@code kafka.Kafka} needs to run there: a formatted folder, and its settings in a file.
     *
     * @param folder of the log; made where it is missing
     * @param settings is written; holds the password
     */
    public static void prepare(Path folder, LogDoor door, Path settings) throws IOException {
        Files.createDirectories(folder);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Properties properties = BrokerSettings.of(folder.toAbsolutePath(), door);
        properties.store(text, null);
        OwnersFile.write(settings, text.toByteArray());
        try {
            format(folder);
        } catch (Exception e) {
            throw new IOException("the log's folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** One that is formatted already stays as it is. */
    static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(CLUSTER)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }
}
