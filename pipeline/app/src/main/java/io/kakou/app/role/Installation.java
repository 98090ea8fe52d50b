package io.kakou.app.role;

import io.kakou.app.data.DataFolder;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.embedded.EmbeddedPostgres;
import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.embedded.PortTaken;
import io.kakou.app.process.ChildPlan;
import io.kakou.app.process.ChildSettings;
import io.kakou.app.process.JavaCommand;
import io.kakou.app.process.Orphans;
import io.kakou.app.process.Supervisor;
import io.kakou.app.settings.RunSettings;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One data folder and the processes that run on it. */
public final class Installation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final String MAIN = "io.kakou.app.Kakou";
    private static final double PATIENCE_SECONDS = 90;

    private final RunSettings settings;
    private final Deployment.@Nullable Trial trial;
    private final Supervisor.Listener listener;
    /** Newest first: closed in this order. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** An installation that does not run. */
    public Installation(RunSettings settings, Supervisor.Listener listener) {
        this(settings, null, listener);
    }

    /** A demonstration that does not run. */
    public Installation(RunSettings settings, Deployment.@Nullable Trial trial, Supervisor.Listener listener) {
        this.settings = settings;
        this.trial = trial;
        this.listener = listener;
    }

    /**
     * Takes the folder, ends what a kill left behind, and starts the database and each role.
     *
     * @return the names of the roles that are not ready yet; they are kept tried
     * @throws PortTaken where the page's port cannot be had
     */
    public List<String> start() throws UnusableFolder, IOException, InterruptedException {
        LoopbackPorts.requireFree(settings.console().host(), settings.console().port());
        DataFolder data = closing(new DataFolder(settings.data()));
        data.start();
        for (Role role : Role.values()) {
            Orphans.end(
                    data.running(role.word() + ".pid"), arguments(data, role).toString());
        }
        Deployment.Ports ports = ports();
        new SeedFiles(settings.seed().areas(), settings.seed().cameras(), new SecretBox(data.key())).read();
        KeptDatabase database = closing(new KeptDatabase(new EmbeddedPostgres(data.of("database"), ports.database())));
        database.start();
        deployment(data, ports, database).write(file(data));
        Supervisor supervisor = closing(new Supervisor(plans(data), ChildSettings.DEFAULT, listener));
        return supervisor.start(PATIENCE_SECONDS);
    }

    private Deployment deployment(DataFolder data, Deployment.Ports ports, KeptDatabase database) throws IOException {
        return new Deployment(
                data.of("").toString(),
                data.keyFile().toString(),
                settings.console().host(),
                settings.console().port() == 0
                        ? LoopbackPorts.free()
                        : settings.console().port(),
                ports,
                settings.loops(),
                text(settings.seed().areas()),
                text(settings.seed().cameras()),
                data.secrets(),
                database.place(),
                trial);
    }

    private List<ChildPlan> plans(DataFolder data) throws IOException {
        List<ChildPlan> plans = new ArrayList<>();
        for (Role role : Role.values()) {
            List<String> flags = new ArrayList<>(List.of("-Xmx" + heap(role) + "m"));
            if (System.getenv("KAKOU_LOG") == null) {
                flags.add("-DKAKOU_LOG=INFO"); // a file holds more than a screen
            }
            List<String> words = List.of(MAIN, "role", role.word(), file(data).toString());
            plans.add(new ChildPlan(
                    role.word(),
                    JavaCommand.of(arguments(data, role), flags, words),
                    data.running(role.word() + ".pid"),
                    data.logOf(role.word())));
        }
        return plans;
    }

    private int heap(Role role) {
        return switch (role) {
            case LOG -> settings.heaps().log();
            case ROOM -> settings.heaps().room();
            case ANALYSIS -> settings.heaps().analysis();
        };
    }

    private static Path file(DataFolder data) {
        return data.running("deployment.json");
    }

    private static Path arguments(DataFolder data, Role role) {
        return data.running(role.word() + ".args");
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : Objects.toString(path);
    }

    private static Deployment.Ports ports() throws IOException {
        return new Deployment.Ports(
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                LoopbackPorts.free(),
                LoopbackPorts.free());
    }

    private synchronized <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }

    /** Ends the roles in reverse, then the database, and gives the folder back. */
    @Override
    public void close() {
        for (AutoCloseable part = next(); part != null; part = next()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly: {}", e.toString());
            }
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        return running.poll();
    }
}
