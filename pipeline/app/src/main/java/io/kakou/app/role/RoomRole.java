package io.kakou.app.role;

import io.kakou.analysis.store.StoreSettings;
import io.kakou.app.data.Secrets;
import io.kakou.app.embedded.EmbeddedFlink;
import io.kakou.app.trial.FilmIntake;
import io.kakou.console.ConsoleServer;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.door.DoorSettings;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.console.trial.Trial;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The jobs and the console. */
final class RoomRole extends RunningRole {
    private final Deployment deployment;
    private final Listener listener;

    RoomRole(Deployment deployment, Listener listener) {
        this.deployment = deployment;
        this.listener = listener;
    }

    @Override
    public String start() throws IOException {
        startJob();
        return startConsole();
    }

    private String startConsole() throws IOException {
        URI door = URI.create(deployment.doorUrl());
        String token = deployment.secrets().doorToken();
        ConsoleServer console = closing(new ConsoleServer(
                settings(), deployment.box(), () -> new DoorSettings(door, token), InstantSource.system()));
        console.start(deployment.seed().read());
        console.firstLogin()
                .ifPresent(first -> listener.said("first login: " + first.user() + " " + first.password()
                        + " (to be changed at the first login)"));
        return console.url();
    }

    private ConsoleSettings settings() {
        Deployment.Database database = deployment.database();
        Secrets secrets = deployment.secrets();
        StoreSettings store =
                StoreSettings.of(deployment.storeEndpoint(), secrets.storeAccessKey(), secrets.storeSecretKey());
        return new ConsoleSettings(
                deployment.consoleHost(),
                deployment.consolePort(),
                null,
                new DatabaseSettings(database.url(), database.user(), database.password()),
                deployment.logServers(),
                new S3Settings(store.endpoint(), store.region(), store.bucket(), store.accessKey(), store.secretKey()),
                deployment.folder("store"),
                trial(deployment.trial()));
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

    private void startJob() {
        EmbeddedFlink flink = closing(new EmbeddedFlink(deployment.folder("jobs")));
        flink.start();
        Log log = new Log(deployment.logServers(), CommandRoomJob.NAME);
        CommandRoomJob job = new CommandRoomJob(RoomSettings.DEFAULT);
        var unused = flink.run(
                        CommandRoomJob.NAME,
                        JobSettings.of(flink.checkpoints()),
                        flow -> job.build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        listener.broken(failure);
                    }
                });
    }
}
