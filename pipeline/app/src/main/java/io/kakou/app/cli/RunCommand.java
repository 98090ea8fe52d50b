package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.cli.installation.InstallationOptions;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.embedded.PortTaken;
import io.kakou.app.role.Installation;
import io.kakou.app.settings.RunSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            "  look            cores that looking may take, promisedSeconds: the longest between two looks at a camera",
            "  recording       floorDays, ceilingDays, quotaGigabytes, spoolGigabytes, megabytesASecond, kilobitsACamera,",
            "                  continuousCameras: of cameras that are recorded all the time",
            "  samples         random, near: looks a camera a day kept for learning; days, megabytes",
            "  seed            areas, cameras: files that an empty database is filled with",
            "  log             a Kafka that others run: servers, tls, caFile, login, user, password(File)",
            "  store           an S3 that others run: endpoint, region, bucket, accessKey, secretKey(File)",
            "  database        a PostgreSQL that others run: url, user, password(File)",
            "  jobs            elsewhere: the rooms' jobs run on a Flink of others, see flink-jobs/OPERATIONS.md",
            "  worker          cameras are shared with others started by kakou analysis: name, host, insecure"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final InstallationOptions installation = new InstallationOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunSettings settings = installation.settings();
        ToldOfProcesses people = new ToldOfProcesses(spec, spec.commandLine().getOut()::println);
        try (Stopper stopper = new Stopper(Thread.currentThread()::interrupt);
                Installation running = new Installation(settings, people)) {
            people.say("data in " + settings.data());
            List<String> late = stopper.isAsked() ? List.of() : running.start();
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
}
