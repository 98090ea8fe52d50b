package io.kakou.analysis.lift.wire;

import io.kakou.analysis.lift.Answer;
import io.kakou.analysis.lift.Door;
import io.kakou.analysis.lift.DoorFailure;
import io.kakou.analysis.lift.Hold;
import io.kakou.analysis.lift.Say;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A controller, or a speaker, that takes commands as JSON by POST and says how it stands by GET. */
final class HttpDoor implements Door {
    private static final double LOOK_SECONDS = 1;
    private static final int MOST_BYTES = 4096;
    private static final int OLDER_GENERATION = 409;

    private final HttpClient client;
    private final URI url;
    private final InstantSource clock;

    HttpDoor(HttpClient client, String url, InstantSource clock) {
        this.client = client;
        this.url = URI.create(url);
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> hold(Hold hold) {
        return send(HttpCommand.of(hold), hold.expiresAt()).thenApply(HttpAnswer::answer);
    }

    @Override
    public CompletableFuture<Void> say(Say say) {
        return send(HttpCommand.of(say), say.expiresAt()).thenApply(answer -> null);
    }

    @Override
    public CompletableFuture<Answer> look() {
        return send(null, soon()).thenApply(HttpAnswer::answer);
    }

    @Override
    public CompletableFuture<Void> letGo() {
        HttpCommand command = new HttpCommand("let-go", "", null, null, null, 0, 0, null);
        return send(command, soon()).thenApply(answer -> null);
    }

    private Instant soon() {
        return clock.instant().plusNanos(Math.round(LOOK_SECONDS * 1e9));
    }

    /** A request that is not answered by then is cancelled, which closes its connection. */
    private CompletableFuture<HttpAnswer> send(@Nullable HttpCommand command, Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
            return CompletableFuture.failedFuture(new DoorFailure("the command has expired before it could be sent"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(left);
        if (command != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(command)));
        }
        CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        return sent.thenCompose(HttpDoor::read)
                .orTimeout(left.toMillis() + 1, TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> {
                    sent.cancel(true);
                    return CompletableFuture.failedFuture(new DoorFailure(why(failure)));
                });
    }

    private static CompletableFuture<HttpAnswer> read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            boolean taken = response.statusCode() / 100 == 2;
            if (!taken && response.statusCode() != OLDER_GENERATION) {
                throw new DoorFailure("it answers " + response.statusCode());
            }
            return CompletableFuture.completedFuture(
                    taken && bytes.length == 0 ? new HttpAnswer(null, null, null) : Json.read(HttpAnswer.class, bytes));
        } catch (DoorFailure | UnreadableRecord e) {
            return CompletableFuture.failedFuture(new DoorFailure(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause instanceof TimeoutException ? "it does not answer in time" : cause.getMessage();
        return url.getScheme() + "://" + url.getAuthority() + url.getPath() + ": "
                + (message == null ? cause.getClass().getSimpleName() : message);
    }

    @Override
    public void close() {
        // Nothing is open between commands.
    }
}
