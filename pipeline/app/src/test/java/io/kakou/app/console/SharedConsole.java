package io.kakou.app.console;

import io.kakou.console.accounts.FirstLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One console for all tests that leave it as they found it: a database and a log take seconds to start. Tests that are run
 * once more after the others have ended get another.
 */
final class SharedConsole implements BeforeAllCallback {
    private static @Nullable Running running;

    /** Closed when the last test of the run has ended. */
    private static final class Running implements AutoCloseable {
        private final Path folder;
        private final Installation installation;
        private final FirstLogin first;
        private final Desk desk;

        Running() throws Exception {
            folder = Files.createTempDirectory("console");
            installation = new Installation(folder, 0);
            first = installation.console.firstLogin().orElseThrow();
            desk = Desk.open(installation);
        }

        @Override
        public void close() throws IOException {
            running = null;
            installation.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (running == null) {
            running = new Running();
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(SharedConsole.class, running);
        }
    }

    static Installation installation() {
        return Objects.requireNonNull(running).installation;
    }

    /** Its people: a password takes long to be made, by design. */
    static Desk desk() {
        return Objects.requireNonNull(running).desk;
    }

    /** As it was told at the first start. */
    static FirstLogin firstLogin() {
        return Objects.requireNonNull(running).first;
    }
}
