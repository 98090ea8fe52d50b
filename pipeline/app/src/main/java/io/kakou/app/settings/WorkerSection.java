package io.kakou.app.settings;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section {@code worker}. */
final class WorkerSection {
    private static final String NAME = "[A-Za-z0-9._-]{1,64}";
    private static final String HOST = "[A-Za-z0-9.-]{1,253}";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final Path folder;

    /** @param folder that relative paths are beside */
    WorkerSection(Path folder) {
        this.folder = folder;
    }

    RunSettings.@Nullable Worker read(Section section) {
        if (!section.isThere()) {
            return null;
        }
        String host = section.text("host", "127.0.0.1", "an address or name that the console reaches", HOST);
        boolean insecure = section.flag("insecure", false);
        if (!LOOPBACK.contains(host) && !insecure) {
            section.problem(
                    "host",
                    "is \"" + host
                            + "\", where pictures pass without TLS; allowed: 127.0.0.1, or insecure: true beside it");
        }
        Path keyFile = section.file("keyFile", folder);
        Path token = section.file("doorTokenFile", folder);
        return new RunSettings.Worker(
                section.text("name", "analysis-1", "1 to 64 of A-Z a-z 0-9 . _ -", NAME), host, keyFile, token);
    }
}
