package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Reply;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.trial.Trial;
import io.kakou.console.trial.UnfitFilm;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** People's own films in a demonstration, one at a time; elsewhere there is no such route. */
final class TrialApi {
    private static final long LONGEST_MINUTES = 10;

    private final Vertx vertx;
    private final @Nullable Trial trial;
    private final WorkerExecutor worker;
    private final AtomicBoolean busy = new AtomicBoolean();

    TrialApi(Vertx vertx, @Nullable Trial trial) {
        this.vertx = vertx;
        this.trial = trial;
        this.worker = vertx.createSharedWorkerExecutor("console-trial", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
    }

    Reply show() {
        Trial there = required();
        return Reply.json(new JsonObject()
                .put("staged", new JsonArray(there.staged()))
                .put("place", Reply.record(there.place()))
                .put("mostBytes", there.mostBytes()));
    }

    /** Where the body is to go, once it is known who sends it and that it is not too large; nothing is read yet. */
    Path admit(Call call) {
        Trial there = required();
        checkLength(call.request().getHeader("Content-Length"), there);
        if (!busy.compareAndSet(false, true)) {
            throw Refusal.conflict("another film is being taken in; allowed: one at a time");
        }
        try {
            return Files.createDirectories(there.folder()).resolve(UUID.randomUUID() + ".part");
        } catch (IOException e) {
            busy.set(false);
            throw new IllegalStateException("no folder for films: " + e.getMessage(), e);
        }
    }

    /** Receives the body, which stands paused, and makes it a camera. */
    Future<Reply> take(HttpServerRequest request, Path part) {
        return vertx.fileSystem()
                .open(part.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
                .compose(request::pipeTo)
                .compose(unused -> worker.executeBlocking(() -> taken(part)))
                .eventually(() -> finished(part));
    }

    private Reply taken(Path part) {
        try {
            return Reply.json(required().take(part));
        } catch (UnfitFilm e) {
            throw Refusal.badField(e.reason().name(), String.valueOf(e.getMessage()));
        }
    }

    private Future<Void> finished(Path part) {
        busy.set(false);
        return vertx.fileSystem().delete(part.toString()).otherwiseEmpty();
    }

    private Trial required() {
        if (trial == null) {
            throw Refusal.notFound("trial: this is no demonstration");
        }
        return trial;
    }

    /** HTTP itself sees to it that no more comes than was said (RFC 9112 §6.3). */
    private static void checkLength(@Nullable String said, Trial trial) {
        long length;
        try {
            length = said == null ? -1 : Long.parseLong(said);
        } catch (NumberFormatException e) {
            length = -1;
        }
        if (length < 0) {
            throw Refusal.badField("file", "the film's length is missing; allowed: a Content-Length");
        }
        if (length > trial.mostBytes()) {
            throw Refusal.tooLarge(
                    "the film is too large; allowed: up to " + trial.mostBytes() / (1024 * 1024) + " MB");
        }
    }
}
