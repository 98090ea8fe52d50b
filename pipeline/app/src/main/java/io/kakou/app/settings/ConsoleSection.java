package io.kakou.app.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The section {@code console}. */
final class ConsoleSection {
    private static final String HOST = "[A-Za-z0-9.:-]{1,253}";

    private final Path folder;

    /** @param folder that relative paths are beside */
    ConsoleSection(Path folder) {
        this.folder = folder;
    }

    RunSettings.Console read(Section section, RunSettings.Console plain) {
        RunSettings.Console read = new RunSettings.Console(
                section.text("host", plain.host(), "an address or name of this machine", HOST),
                section.number("port", plain.port(), 0, 65_535),
                section.words("names", "a list of host names", "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*"),
                tls(section.section("tls")),
                section.flag("insecure", plain.insecure()),
                section.number("blindMinutes", plain.blindMinutes(), 1, 1_440),
                new OutwardSection(folder).read(section));
        check(read, section);
        return read;
    }

    private RunSettings.@Nullable Tls tls(Section section) {
        if (!section.isThere()) {
            return null;
        }
        Path certificate = section.certificates("certificate", folder);
        Path key = section.file("key", folder);
        section.needed("a file in PEM", "certificate", "key");
        if (certificate == null || key == null) {
            return null;
        }
        PemPair.problem(certificate, key).ifPresent(problem -> section.problem("key", problem));
        return new RunSettings.Tls(certificate.toString(), key.toString());
    }

    private static void check(RunSettings.Console console, Section section) {
        if (console.tls() != null && console.insecure()) {
            section.problem("insecure", "is true beside console.tls; allowed: one of them");
        }
        if (!console.onLoopback() && console.tls() == null && !console.insecure()) {
            section.problem(
                    "host",
                    "is \"" + console.host() + "\" without console.tls; allowed: 127.0.0.1, a certificate in"
                            + " console.tls, or console.insecure: true, which the page shows");
        }
    }
}
