package io.kakou.app.embedded.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.data.Password;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.SecurityOptions;

/**
 * One key that Flink's parts know each other by: every port that it opens speaks TLS, and to nobody who has another key
 * or none. The embedded one's is of its start alone, and known to no other process.
 */
public final class FlinkKeys {
    private static final int PASSWORD_BYTES = 24;
    private static final int LONGEST_SECONDS = 60;

    private FlinkKeys() {}

    /** Makes a key in the folder, and adds it to Flink's settings. */
    public static Configuration with(Configuration settings, Path folder) throws IOException, InterruptedException {
        String password = Password.random(PASSWORD_BYTES);
        String store = make(folder.resolve("key.p12"), password).toString();
        settings.set(SecurityOptions.SSL_INTERNAL_ENABLED, true)
                .set(SecurityOptions.SSL_REST_ENABLED, true)
                .set(SecurityOptions.SSL_REST_AUTHENTICATION_ENABLED, true);
        for (ConfigOption<String> file : List.of(
                SecurityOptions.SSL_INTERNAL_KEYSTORE,
                SecurityOptions.SSL_INTERNAL_TRUSTSTORE,
                SecurityOptions.SSL_REST_KEYSTORE,
                SecurityOptions.SSL_REST_TRUSTSTORE)) {
            settings.set(file, store);
        }
        for (ConfigOption<String> secret : List.of(
                SecurityOptions.SSL_INTERNAL_KEYSTORE_PASSWORD,
                SecurityOptions.SSL_INTERNAL_KEY_PASSWORD,
                SecurityOptions.SSL_INTERNAL_TRUSTSTORE_PASSWORD,
                SecurityOptions.SSL_REST_KEYSTORE_PASSWORD,
                SecurityOptions.SSL_REST_KEY_PASSWORD,
                SecurityOptions.SSL_REST_TRUSTSTORE_PASSWORD)) {
            settings.set(secret, password);
        }
        return settings;
    }

    /** By the JDK's own program: no public class of it makes certificates. */
    private static Path make(Path store, String password) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "flink",
                "-keyalg",
                "EC",
                "-dname",
                "CN=kakou",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "KAKOU_KEY");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KAKOU_KEY", password);
        Process keytool = builder.start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8).strip();
        if (!keytool.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new IOException(command.get(0) + " makes no key: " + said);
        }
        return store;
    }
}
