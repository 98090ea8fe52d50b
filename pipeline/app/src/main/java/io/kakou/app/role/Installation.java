package io.kakou.app.role;

import io.kakou.analysis.flow.Closing;
import io.kakou.app.data.DataFolder;
import io.kakou.app.data.Secrets;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.embedded.LogDoor;
import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.embedded.PortTaken;
import io.kakou.app.embedded.S3Door;
import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.app.process.BoundedFiles;
import io.kakou.app.process.ChildPlan;
import io.kakou.app.process.ChildSettings;
import io.kakou.app.process.JavaCommand;
import io.kakou.app.process.Orphans;
import io.kakou.app.process.Supervisor;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.LogService;
import io.kakou.app.services.Outside;
import io.kakou.app.services.ServiceTrouble;
import io.kakou.app.services.StoreService;
import io.kakou.app.settings.RunSettings;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One data folder and the processes that run on it. */
public final class Installation implements AutoCloseable {
    private static final String MAIN = "io.kakou.app.Kakou";
    private static final double PATIENCE_SECONDS = 90;
    /** Where a role is known to wait for somebody else. */
    private static final double SHORT_PATIENCE_SECONDS = 10;

    private static final long MOST_ERROR_BYTES = 8 << 20;
    private static final double ANSWER_SECONDS = 5;

    private final RunSettings settings;
    private final Deployment.@Nullable Trial trial;
    private final Supervisor.Listener listener;
    private final Closing running = new Closing("the installation");

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
        DataFolder data = running.add(new DataFolder(settings.data()));
        data.start();
        if (settings.recording().continuousCameras() > 0) {
            // Only a promise needs the arithmetic, which looks through the whole index of footage.
            RecordingPlan.of(settings.recording(), embedded().contains(Deployment.Embedded.STORE), data.of(""))
                    .check();
        }
        for (Role role : Role.values()) {
            Orphans.end(
                    data.running(role.word() + ".pid"), arguments(data, role).toString());
        }
        running.add(new BoundedFiles(grown(data), MOST_ERROR_BYTES)).start();
        Deployment.Ports ports = ports();
        new SeedFiles(settings.seed(), new SecretBox(data.key())).read();
        double patience = outsideAnswers() ? PATIENCE_SECONDS : SHORT_PATIENCE_SECONDS;
        deployment(data, ports, services(data, ports)).write(file(data));
        Supervisor supervisor = running.add(new Supervisor(plans(data), ChildSettings.DEFAULT, listener));
        return supervisor.start(patience);
    }

    /**
     * Whether nobody need be waited for. Who is away or refuses is told of, and tried on, by the role that needs it.
     *
     * @throws IOException where going on would do harm
     */
    private boolean outsideAnswers() throws IOException, InterruptedException {
        LogService log = settings.outside().log();
        DatabaseService database = settings.outside().database();
        try {
            if (log != null) {
                log.prepare(LogService.Copies.AS_THE_BROKERS_SAY, ANSWER_SECONDS);
            }
            if (database != null) {
                database.reach(ANSWER_SECONDS);
            }
            return true;
        } catch (ServiceTrouble e) {
            return switch (e.code()) {
                case UNFIT -> throw new IOException(e.getMessage(), e);
                case AWAY, REFUSED -> false;
            };
        }
    }

    private Deployment.Services services(DataFolder data, Deployment.Ports ports) throws IOException {
        Outside outside = settings.outside();
        Secrets secrets = data.secrets();
        LogService log = outside.log();
        StoreService store = outside.store();
        DatabaseService database = outside.database();
        return new Deployment.Services(
                log == null ? new LogDoor(ports.log(), ports.controller(), secrets.logPassword()).service() : log,
                store == null
                        ? new S3Door(ports.store(), secrets.storeAccessKey(), secrets.storeSecretKey()).service()
                        : store,
                database == null ? startDatabase(data, ports) : database,
                embedded());
    }

    private DatabaseService startDatabase(DataFolder data, Deployment.Ports ports) {
        KeptDatabase database =
                running.add(new KeptDatabase(new EmbeddedPostgres(data.of("database"), ports.database())));
        database.start();
        return database.service();
    }

    private Set<Deployment.Embedded> embedded() {
        Set<Deployment.Embedded> embedded = EnumSet.noneOf(Deployment.Embedded.class);
        if (settings.outside().log() == null) {
            embedded.add(Deployment.Embedded.LOG);
        }
        if (settings.outside().store() == null) {
            embedded.add(Deployment.Embedded.STORE);
        }
        if (!settings.outside().jobs()) {
            embedded.add(Deployment.Embedded.JOBS);
        }
        return embedded;
    }

    /** A process with nothing to run is not started. */
    private List<Role> roles() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.LOG || runsLogOrStore())
                .toList();
    }

    private boolean runsLogOrStore() {
        return settings.outside().log() == null || settings.outside().store() == null;
    }

    private Deployment deployment(DataFolder data, Deployment.Ports ports, Deployment.Services services)
            throws IOException {
        RunSettings.Console console = settings.console();
        return new Deployment(
                data.of("").toString(),
                data.keyFile().toString(),
                console.port() == 0 ? console.withPort(LoopbackPorts.free()) : console,
                ports,
                settings.loops(),
                settings.detector() == null ? null : settings.detector().toString(),
                settings.stock(),
                settings.look(),
                Deployment.Seed.of(settings.seed()),
                data.secrets(),
                services,
                settings.recording(),
                trial,
                settings.samples(),
                worker(settings.worker()));
    }

    private static Deployment.@Nullable Worker worker(RunSettings.@Nullable Worker given) {
        return given == null ? null : new Deployment.Worker(given.name(), given.host());
    }

    private List<ChildPlan> plans(DataFolder data) throws IOException {
        List<ChildPlan> plans = new ArrayList<>();
        for (Role role : roles()) {
            List<String> words = List.of(MAIN, "role", role.word(), file(data).toString());
            plans.add(new ChildPlan(
                    role.word(),
                    JavaCommand.of(arguments(data, role), flags(data, role), words),
                    data.running(role.word() + ".pid"),
                    data.errorsOf(role.word())));
        }
        return plans;
    }

    private List<String> flags(DataFolder data, Role role) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xmx" + heap(role) + "m",
                "-Dlogback.configurationFile=io/kakou/app/role-log.xml",
                "-Dkakou.log.file=" + data.logOf(role.word()),
                "-XX:ErrorFile=" + data.crashOf(role.word()),
                // Either would hold every password.
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash"));
        if (role == Role.ANALYSIS) {
            // What cameras send lives for a GOP: it is to end where it began, or the old generation fills with it.
            flags.addAll(List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=4"));
        }
        if (System.getenv("KAKOU_LOG") == null) {
            flags.add("-DKAKOU_LOG=INFO"); // a file holds more than a screen
        }
        return flags;
    }

    /** What no log library bounds. */
    private List<Path> grown(DataFolder data) {
        return Stream.concat(
                        Stream.of(Role.values()).map(role -> data.errorsOf(role.word())),
                        Stream.of(data.of("database").resolve("postgres.log")))
                .toList();
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

    private static Deployment.Ports ports() throws IOException {
        List<Integer> free = LoopbackPorts.free(5);
        return new Deployment.Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }

    /** Ends the roles in reverse, then the database, and gives the folder back. */
    @Override
    public void close() {
        running.close();
    }
}
