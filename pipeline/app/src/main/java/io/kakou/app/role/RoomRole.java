package io.kakou.app.role;

import io.kakou.app.embedded.flink.EmbeddedFlink;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.Retry;
import io.kakou.app.services.ServiceTrouble;
import io.kakou.app.services.StoreService;
import io.kakou.app.settings.Outward;
import io.kakou.app.settings.RunSettings;
import io.kakou.app.settings.SecretLine;
import io.kakou.app.trial.FilmIntake;
import io.kakou.console.ConsoleServer;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.door.DoorSettings;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.console.trial.Trial;
import io.kakou.console.webhook.Patience;
import io.kakou.console.webhook.Webhook;
import io.kakou.console.webhook.WebhookKind;
import io.kakou.events.EventKind;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;
import io.kakou.jobs.search.SearchJob;
import io.kakou.jobs.truck.TruckComplianceJob;
import io.kakou.jobs.truck.TruckSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The console, and the jobs where no other Flink runs them. */
final class RoomRole extends RunningRole {
    private static final double PATIENCE_SECONDS = 5;

    private final Deployment deployment;
    private final Listener listener;

    RoomRole(Deployment deployment, Listener listener) {
        this.deployment = deployment;
        this.listener = listener;
    }

    @Override
    public void start() {
        if (deployment.services().here().contains(Deployment.Embedded.JOBS)) {
            EmbeddedFlink flink = closing(new EmbeddedFlink(deployment.folder("jobs")));
            flink.start();
            closing(new Retry("job", () -> startRooms(flink), listener)).start();
            closing(new JobBeside(SearchJob.NAME, () -> startSearch(flink), listener))
                    .start();
            closing(new JobBeside(TruckComplianceJob.NAME, () -> startTrucks(flink), listener))
                    .start();
        }
        closing(new Retry("console", this::startConsole, listener)).start();
    }

    private void startConsole() throws IOException, ServiceTrouble {
        deployment.services().database().reach(PATIENCE_SECONDS);
        URI door = URI.create(deployment.doorUrl());
        String token = deployment.secrets().doorToken();
        ConsoleServer console = closing(new ConsoleServer(
                settings(), deployment.box(), () -> new DoorSettings(door, token), InstantSource.system()));
        console.start(deployment.seedFiles().read());
        console.firstLogin()
                .ifPresent(first -> listener.said("first login: " + first.user() + " " + first.password()
                        + " (to be changed at the first login)"));
        listener.ready(console.url());
    }

    private ConsoleSettings settings() throws IOException {
        Deployment.Services services = deployment.services();
        DatabaseService database = services.database();
        StoreService store = services.store();
        return new ConsoleSettings(
                place(deployment.console()),
                new DatabaseSettings(database.url(), database.user(), database.password()),
                services.log().clients(),
                new S3Settings(store.endpoint(), store.region(), store.bucket(), store.accessKey(), store.secretKey()),
                services.here().contains(Deployment.Embedded.STORE)
                        ? deployment.folder("store")
                        : deployment.folder(""),
                trial(deployment.trial()),
                deployment.console().blindMinutes(),
                outside(deployment.console().outward()));
    }

    private static ConsoleSettings.Outside outside(Outward outward) throws IOException {
        Patience usual = Patience.USUAL;
        List<Webhook> webhooks = new ArrayList<>();
        for (Outward.Receiver each : outward.receivers()) {
            webhooks.add(new Webhook(
                    each.name(),
                    URI.create(each.url()),
                    WebhookKind.valueOf(each.kind().toUpperCase(Locale.ROOT)),
                    SecretLine.of(Path.of(each.secretFile())),
                    each.kinds().stream().map(EventKind::valueOf).collect(Collectors.toSet()),
                    each.areas()));
        }
        return new ConsoleSettings.Outside(
                outward.address(),
                outward.hours(),
                outward.call(),
                webhooks,
                new Patience(
                        usual.answerSeconds(),
                        usual.firstSeconds(),
                        usual.longestSeconds(),
                        outward.giveUpHours() * 3600));
    }

    private static @Nullable Trial trial(Deployment.@Nullable Trial given) {
        return given == null
                ? null
                : new FilmIntake(
                        new FirstLogin(given.user(), given.password()),
                        given.staged(),
                        given.place(),
                        Path.of(given.folder()),
                        given.address());
    }

    private static ConsoleSettings.Place place(RunSettings.Console console) {
        RunSettings.Tls tls = console.tls();
        return new ConsoleSettings.Place(
                console.host(),
                console.port(),
                console.names(),
                tls == null ? null : new ConsoleSettings.Tls(Path.of(tls.certificate()), Path.of(tls.key())),
                console.insecure() && !console.onLoopback());
    }

    private void startRooms(EmbeddedFlink flink) throws ServiceTrouble, InterruptedException {
        Log log = log(CommandRoomJob.NAME);
        CommandRoomJob job = new CommandRoomJob(RoomSettings.DEFAULT);
        var unused = run(
                        flink,
                        CommandRoomJob.NAME,
                        flow -> job.build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        listener.broken(failure);
                    }
                });
    }

    private CompletableFuture<Void> startTrucks(EmbeddedFlink flink) throws ServiceTrouble, InterruptedException {
        Log log = log(TruckComplianceJob.NAME);
        TruckComplianceJob job = new TruckComplianceJob(TruckSettings.DEFAULT);
        return run(
                flink,
                TruckComplianceJob.NAME,
                flow -> job.build(flow, TruckComplianceJob.from(log), TruckComplianceJob.to(log)));
    }

    private CompletableFuture<Void> startSearch(EmbeddedFlink flink) throws ServiceTrouble, InterruptedException {
        Log log = log(SearchJob.NAME);
        return run(flink, SearchJob.NAME, flow -> SearchJob.build(flow, SearchJob.from(log), SearchJob.to(log)));
    }

    /** Once it has all topics. */
    private Log log(String job) throws ServiceTrouble, InterruptedException {
        deployment.services().log().prepare(deployment.services().copies(), PATIENCE_SECONDS);
        return new Log(deployment.services().log().clients(), job);
    }

    private static CompletableFuture<Void> run(
            EmbeddedFlink flink, String name, Consumer<StreamExecutionEnvironment> job) {
        return flink.run(name, JobSettings.of(flink.checkpoints()), job);
    }
}
