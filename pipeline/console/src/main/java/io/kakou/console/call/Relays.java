package io.kakou.console.call;

import io.kakou.console.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;

/** Passes on what the analysis process answers, as it comes: a slow reader slows the door, and nobody else. */
public final class Relays {
    private static final int MOST_ERROR_BYTES = 16_384;

    private Relays() {}

    /** Its body is passed on to the end, or until the reader goes. */
    public static Future<Void> stream(HttpClientResponse from, HttpServerResponse to, String type) {
        if (from.statusCode() != 200) {
            return answer(from, to);
        }
        to.setChunked(true).putHeader("Content-Type", type).putHeader("Cache-Control", "no-store");
        to.closeHandler(ignored -> from.request().reset());
        return from.pipeTo(to);
    }

    /** A small answer, whole: JSON with its status, or one line that says what it was. */
    public static Future<Void> answer(HttpClientResponse from, HttpServerResponse to) {
        return from.body().compose(body -> {
            boolean json = String.valueOf(from.getHeader("Content-Type")).startsWith("application/json");
            if (!json || body.length() > MOST_ERROR_BYTES || from.statusCode() == 401) {
                return Future.failedFuture(Refusal.away("the analysis process answers " + from.statusCode()));
            }
            return to.setStatusCode(from.statusCode())
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(body);
        });
    }
}
