package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.data.DataFolder;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Role;
import io.kakou.app.role.RunningRole;
import io.kakou.app.settings.InvalidSettings;
import io.kakou.app.settings.RunSettings;
import io.kakou.app.settings.SettingsFile;
import io.kakou.events.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou analysis}: one more analysis worker. */
@Command(
        name = "analysis",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Watches a share of the cameras until Ctrl-C: one more worker beside that of kakou run, which must have the",
            "section worker in its kakou.yml. The cameras move by themselves as workers come and go, with what was learned.",
            "On the same machine: --beside its data folder. On another: --config with the sections log, store and worker;",
            "worker.keyFile and worker.doorTokenFile hold the installation's camera key and doorToken of its secrets.json."
        })
final class AnalysisCommand implements Callable<Integer> {
    @Option(
            names = "--worker",
            paramLabel = "NAME",
            description = "A name that no other worker has; worker.name of the file where there is one.")
    private @Nullable String name;

    @Option(
            names = "--beside",
            paramLabel = "DIR",
            description = "The data folder of a kakou run that runs on this machine; its log and store are used.")
    private @Nullable Path beside;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings, as for kakou run.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "This worker's own folder; else the other's, or that of the file, with the name behind it.")
    private @Nullable Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        try (Stopper stopper = new Stopper();
                DataFolder own = new DataFolder(folder());
                RunningRole running = Role.ANALYSIS.of(deployment(own), new Told(stopper, broken))) {
            running.start();
            stopper.await();
        } catch (UnusableFolder | IOException | InvalidSettings e) {
            throw new CommandFailure(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        Throwable why = broken.get();
        if (why != null) {
            throw new CommandFailure(String.valueOf(why.getMessage()), why);
        }
        return 0;
    }

    private Deployment deployment(DataFolder own) throws UnusableFolder, IOException, InvalidSettings {
        own.start();
        if (beside == null) {
            RunSettings settings = SettingsFile.read(config());
            return Deployment.ofWorker(settings, worker(settings), own);
        }
        Path file = beside.resolve("run").resolve("deployment.json");
        if (!Files.isReadable(file)) {
            throw new IOException(
                    beside + " has no " + file.getFileName() + "; allowed: the folder of a kakou run that runs");
        }
        Deployment whole = Deployment.read(file);
        if (whole.worker() == null) {
            throw new IOException("the kakou run of " + beside
                    + " watches every camera itself; allowed: one that has the section worker in its kakou.yml");
        }
        Deployment.Worker worker = new Deployment.Worker(name(), whole.worker().host());
        return whole.beside(own.of("").toString(), worker, LoopbackPorts.free());
    }

    private Path folder() throws InvalidSettings {
        if (data != null) {
            return data;
        }
        if (beside != null) {
            Path whole = beside.toAbsolutePath().normalize();
            return whole.resolveSibling(whole.getFileName() + "-" + name());
        }
        RunSettings settings = SettingsFile.read(config());
        return settings.data()
                .resolveSibling(
                        settings.data().getFileName() + "-" + worker(settings).name());
    }

    private RunSettings.Worker worker(RunSettings settings) {
        RunSettings.Worker worker = settings.worker();
        if (worker == null) {
            throw new IllegalArgumentException(config + " has no section worker; allowed: worker: {name: …}");
        }
        return name == null ? worker : worker.named(name());
    }

    private Path config() {
        if (config == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "nothing says where log and store are; allowed: --beside DIR, or --config FILE");
        }
        return config;
    }

    private String name() {
        if (name == null) {
            throw new ParameterException(spec.commandLine(), "--worker is missing; allowed: a name that no other has");
        }
        return Id.plain("--worker", name);
    }

    /** Lines for people. */
    private final class Told implements RunningRole.Listener {
        private final Stopper stopper;
        private final AtomicReference<@Nullable Throwable> broken;

        Told(Stopper stopper, AtomicReference<@Nullable Throwable> broken) {
            this.stopper = stopper;
            this.broken = broken;
        }

        @Override
        public void ready(String detail) {
            said(detail + " is ready");
        }

        @Override
        public synchronized void said(String line) {
            spec.commandLine().getErr().println("kakou: " + line);
        }

        @Override
        public void broken(Throwable why) {
            broken.compareAndSet(null, why);
            stopper.stop();
        }
    }
}
