package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.embedded.PortTaken;
import io.kakou.app.role.Installation;
import io.kakou.app.settings.InvalidSettings;
import io.kakou.app.settings.RunSettings;
import io.kakou.app.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kakou run}: the whole system, each part in a process of its own. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the whole system until Ctrl-C: the log, the rooms' jobs and pages, the cameras, the database.",
            "Each is a process of its own and is started again when it dies. Add cameras on the page.",
            "With --thin: watches the cameras named on the command line in one process; see kakou run --thin --help."
        },
        footer = {
            "",
            "Settings (kakou.yml, YAML; all may be left out):",
            "  data            the data folder",
            "  console         host, port, names, tls: {certificate, key}, insecure",
            "  heapMegabytes   log, room, analysis",
            "  loops           event loops that carry all cameras",
            "  recording       floorDays, ceilingDays, quotaGigabytes, spoolGigabytes, megabytesASecond, kilobitsACamera,",
            "                  continuousCameras: of cameras that are recorded all the time",
            "  seed            areas, cameras: files that an empty database is filled with",
            "  log             a Kafka that others run: servers, tls, caFile, login, user, password(File)",
            "  store           an S3 that others run: endpoint, region, bucket, accessKey, secretKey(File)",
            "  database        a PostgreSQL that others run: url, user, password(File)",
            "  worker          cameras are shared with others started by kakou analysis: name, host, insecure"
        })
final class RunCommand implements Callable<Integer> {
    private static final Path SETTINGS = Path.of("kakou.yml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings of the processes; kakou.yml where there is one, else all defaults.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder; made where it is missing.")
    private @Nullable Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunSettings settings = settings();
        ToldOfProcesses people = new ToldOfProcesses(spec, spec.commandLine().getOut()::println);
        try (Stopper stopper = new Stopper(Thread.currentThread()::interrupt);
                Installation installation = new Installation(settings, people)) {
            people.say("data in " + settings.data());
            List<String> late = stopper.isAsked() ? List.of() : installation.start();
            people.tellLate(late);
            stopper.await();
            people.say("stopping");
            return 0;
        } catch (PortTaken e) {
            throw new CommandFailure(e.getMessage() + "; allowed: a free one, by console.port in kakou.yml", e);
        } catch (UnusableFolder | IOException | IllegalStateException e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandFailure.EXIT_CODE;
        }
    }

    private RunSettings settings() {
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
