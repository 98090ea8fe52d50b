package io.kakou.console;

import io.kakou.console.clips.S3Settings;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.console.trial.Trial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the console runs with.
 *
 * @param port on {@code host}; 0 for any that is free
 * @param tls a certificate and its key, or null: then {@code host} must be 127.0.0.1
 * @param logServers the log, {@code host:port}
 * @param storage the folder whose size people are told
 * @param trial what a demonstration adds, or null
 */
public record ConsoleSettings(
        String host,
        int port,
        @Nullable Tls tls,
        DatabaseSettings database,
        String logServers,
        S3Settings clips,
        Path storage,
        @Nullable Trial trial) {
    public static final String LOOPBACK = "127.0.0.1";

    /** Of a running street: no demonstration. */
    public ConsoleSettings(
            String host,
            int port,
            @Nullable Tls tls,
            DatabaseSettings database,
            String logServers,
            S3Settings clips,
            Path storage) {
        this(host, port, tls, database, logServers, clips, storage, null);
    }

    /** PEM files. */
    public record Tls(Path certificate, Path key) {}

    public ConsoleSettings {
        if (tls == null && !host.equals(LOOPBACK)) {
            throw new IllegalArgumentException(
                    "console.host is " + host + " without TLS; allowed: " + LOOPBACK + ", or a certificate");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("console.port is " + port + "; allowed: 0 to 65535");
        }
    }
}
