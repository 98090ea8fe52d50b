package io.kakou.app.cli.installation;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.settings.InvalidSettings;
import io.kakou.app.settings.RunSettings;
import io.kakou.app.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an installation. */
public final class InstallationOptions {
    private static final Path SETTINGS = Path.of("kakou.yml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings of the processes; kakou.yml where there is one, else all defaults.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder.")
    private @Nullable Path data;

    /**
     * The installation's settings.
     *
     * @throws CommandFailure where they cannot be read
     */
    public RunSettings settings() {
        try {
            Path file = config == null && Files.exists(SETTINGS) ? SETTINGS : config;
            RunSettings read =
                    file == null ? RunSettings.defaults(Path.of("").toAbsolutePath()) : SettingsFile.read(file);
            return data == null ? read : read.withData(data.toAbsolutePath());
        } catch (InvalidSettings e) {
            throw new CommandFailure(e);
        }
    }
}
