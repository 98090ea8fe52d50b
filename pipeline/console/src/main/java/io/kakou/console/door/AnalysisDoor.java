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
import java.util.function.Supplier;

/** Asks the door. Its address is asked for at each request: a worker that was restarted has another. */
public final class AnalysisDoor {
    private static final int MOST_CONNECTIONS = 64;
    private static final int CONNECT_MILLIS = 2_000;

    private final HttpClientAgent client;
    private final Supplier<DoorSettings> settings;

    public AnalysisDoor(Vertx vertx, Supplier<DoorSettings> settings) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.settings = settings;
    }

    /** The newest picture; the answer's body is not read yet. */
    public Future<HttpClientResponse> picture(String camera) {
        return request(HttpMethod.GET, "/cameras/" + camera + "/picture.jpg").compose(HttpClientRequest::send);
    }

    /** The live stream; the answer's body is not read yet, and has no end. */
    public Future<HttpClientResponse> live(String camera) {
        return request(HttpMethod.GET, "/cameras/" + camera + "/live.mp4").compose(HttpClientRequest::send);
    }

    /**
     * Has an address tried.
     *
     * @param body JSON with {@code url}, {@code user}, {@code password}
     */
    public Future<HttpClientResponse> probe(Buffer body) {
        return request(HttpMethod.POST, "/probe")
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(body));
    }

    /** What is asked of footage; the answer's body is not read yet. */
    public Future<HttpClientResponse> footage(String path) {
        return request(HttpMethod.GET, path).compose(HttpClientRequest::send);
    }

    /**
     * The same with something to be done.
     *
     * @param body JSON
     */
    public Future<HttpClientResponse> footage(String path, Buffer body) {
        return request(HttpMethod.POST, path).compose(request -> request.putHeader("Content-Type", "application/json")
                .send(body));
    }

    private Future<HttpClientRequest> request(HttpMethod method, String path) {
        DoorSettings at = settings.get();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(at.base().resolve(path).toString())
                .putHeader("Authorization", "Bearer " + at.token());
        return client.request(options)
                .recover(failure -> Future.failedFuture(Refusal.away("the analysis process does not answer")));
    }
}
