package io.kakou.console.api;

import io.kakou.console.call.Reply;
import io.kakou.console.refusal.Refusal;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whoever is not served: a status, one line, the field that is meant; of faults of ours no more than that. */
final class Refusing {
    private static final Logger LOG = LoggerFactory.getLogger(Refusing.class);

    private Refusing() {}

    static void answer(RoutingContext context, Throwable why) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Refusal refusal = why instanceof Refusal known ? known : unforeseen(context, why);
        Reply reply = Reply.json(
                refusal.status(), new JsonObject().put("error", refusal.line()).put("field", refusal.field()));
        if (refusal.status() == 429) {
            response.putHeader("Retry-After", String.valueOf(refusal.seconds()));
        }
        reply.send(response);
    }

    private static Refusal unforeseen(RoutingContext context, Throwable why) {
        if (context.statusCode() >= 400 && context.statusCode() < 500) {
            return Refusal.ofStatus(context.statusCode());
        }
        LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), why);
        return Refusal.failed();
    }
}
