package io.kakou.app.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server on an installation's data that nobody of ours looks after. */
final class BareServer {
    private static final int LOOKS = 600;
    private static final int MILLIS_BETWEEN_LOOKS = 50;

    private BareServer() {}

    /**
     * Starts it; returns when it is ready.
     *
     * @param settings each {@code name=value}
     */
    static Process start(Path folder, int port, List<String> settings) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        List<String> words = new ArrayList<>(List.of("-D", data.toString(), "-p", String.valueOf(port)));
        settings.forEach(setting -> words.addAll(List.of("-c", setting)));
        Process server = PostgresProgram.in(folder).launch(words, folder.resolve("bare.log"));
        for (int looks = 0; !ready(data.resolve("postmaster.pid")); looks++) {
            assertThat(looks).as("the server is not ready").isLessThan(LOOKS);
            assertThat(server.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS))
                    .isFalse();
        }
        return server;
    }

    private static boolean ready(Path pidFile) throws IOException {
        return Files.exists(pidFile) && Files.readString(pidFile).contains("ready");
    }
}
