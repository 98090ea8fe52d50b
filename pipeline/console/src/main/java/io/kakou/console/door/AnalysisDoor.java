package io.kakou.console.door;

import io.kakou.console.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the door of the worker that watches the camera. Its address is asked for at each request: a worker that was restarted
 * has another, and a camera moves from one to another.
 */
public final class AnalysisDoor {
    private static final int MOST_CONNECTIONS = 64;
    private static final int CONNECT_MILLIS = 2_000;

    private final HttpClientAgent client;
    private final Supplier<DoorSettings> settings;
    private final Function<String, @Nullable URI> owners;

    /**
     * A door that nobody has asked yet.
     *
     * @param settings of the worker beside this console
     * @param owners where the worker that watches a camera answers, or null where that is not known
     */
    public AnalysisDoor(Vertx vertx, Supplier<DoorSettings> settings, Function<String, @Nullable URI> owners) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.settings = settings;
        this.owners = owners;
    }

    /** The newest picture; the answer's body is not read yet. */
    public Future<HttpClientResponse> picture(String camera) {
        return ofCamera(camera, "/picture.jpg").compose(HttpClientRequest::send);
    }

    /** The live stream; the answer's body is not read yet, and has no end. */
    public Future<HttpClientResponse> live(String camera) {
        return ofCamera(camera, "/live.mp4").compose(HttpClientRequest::send);
    }

    /**
     * Has an address tried.
     *
     * @param body JSON with {@code url}, {@code user}, {@code password}
     */
    public Future<HttpClientResponse> probe(Buffer body) {
        return request(settings.get().base(), HttpMethod.POST, "/probe")
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(body));
    }

    /** What is asked of footage; the answer's body is not read yet. */
    public Future<HttpClientResponse> footage(String path) {
        return request(settings.get().base(), HttpMethod.GET, path).compose(HttpClientRequest::send);
    }

    /** The same of the worker that watches the camera: what it recorded a moment ago others do not know yet. */
    public Future<HttpClientResponse> footage(String camera, String path) {
        URI owner = owners.apply(camera);
        return request(owner == null ? settings.get().base() : owner, HttpMethod.GET, path)
                .compose(HttpClientRequest::send);
    }

    /**
     * The same with something to be done.
     *
     * @param body JSON
     */
    public Future<HttpClientResponse> footage(String path, Buffer body) {
        return request(settings.get().base(), HttpMethod.POST, path)
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(body));
    }

    /**
     * What models a worker has; the answer's body is not read yet.
     *
     * @param worker where it answers; null: the one beside this console
     */
    public Future<HttpClientResponse> models(@Nullable URI worker, String path) {
        return request(worker == null ? settings.get().base() : worker, HttpMethod.GET, path)
                .compose(HttpClientRequest::send);
    }

    private Future<HttpClientRequest> ofCamera(String camera, String what) {
        URI owner = owners.apply(camera);
        return request(owner == null ? settings.get().base() : owner, HttpMethod.GET, "/cameras/" + camera + what);
    }

    private Future<HttpClientRequest> request(URI base, HttpMethod method, String path) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(base.resolve(path).toString())
                .putHeader("Authorization", "Bearer " + settings.get().token());
        return client.request(options)
                .recover(failure -> Future.failedFuture(Refusal.away("the analysis process does not answer")));
    }
}
