package io.kakou.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.Scope;
import io.kakou.console.call.ByteRange;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Relays;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.clips.ClipFailure;
import io.kakou.console.clips.ClipReader;
import io.kakou.console.clips.Segment;
import io.kakou.console.door.AnalysisDoor;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Recorded footage: what there is, any stored minute by ranges, and what must not be let go. The row that says who looks
 * or holds is on disk before anything is shown or done.
 */
final class FootageApi {
    private static final String JSON = "application/json";
    private static final String MP4 = "video/mp4";
    private static final double ONCE_A_SESSION = 24 * 3600;
    private static final int LONGEST_REASON = 200;

    private final Services services;
    private final WorkerExecutor workers;
    private final Guard guard;

    FootageApi(Services services, WorkerExecutor workers, Guard guard) {
        this.services = services;
        this.workers = workers;
        this.guard = guard;
    }

    /** What is kept of a camera's span, and what is missing. */
    Future<?> spans(Call call) {
        return blocking(() -> {
                    Caller caller = guard.let(Endpoint.FOOTAGE, call);
                    String camera = camera(call.id("camera"), caller.scope());
                    return "/footage/spans?camera=" + camera + word(call, "from") + word(call, "to");
                })
                .compose(door()::footage)
                .compose(answer -> Relays.stream(answer, response(call), JSON));
    }

    /** Has a span fetched from the street's own recorder. */
    Future<?> fetch(Call call) {
        return blocking(() -> {
                    Caller caller = guard.let(Endpoint.FETCH_FOOTAGE, call);
                    JsonObject body = call.body();
                    return new JsonObject()
                            .put("camera", camera(call.id("camera"), caller.scope()))
                            .put("from", Call.text(body, "from"))
                            .put("to", Call.text(body, "to"))
                            .toBuffer();
                })
                .compose(wanted -> door().footage("/footage/fetch", wanted))
                .compose(answer -> Relays.answer(answer, response(call)));
    }

    /** How recording stands. */
    Future<?> status(Call call) {
        return blocking(() -> guard.let(Endpoint.FOOTAGE_STATUS, call))
                .compose(caller -> door().footage("/footage/status"))
                .compose(answer -> Relays.stream(answer, response(call), JSON));
    }

    /** A stored minute as it was recorded, or coded anew in H.264 where that is asked for. */
    Future<?> file(Call call) {
        if (!"h264".equals(call.query("codec"))) {
            return blocking(() -> stored(call)).onSuccess(reply -> reply.send(response(call)));
        }
        return blocking(() -> {
                    Segment segment = seen(call);
                    String name = segment.day() + 'T' + segment.file();
                    return "/footage/h264?camera=" + segment.camera() + "&segment=" + name;
                })
                .compose(door()::footage)
                .compose(answer -> coded(call, answer));
    }

    private Future<?> coded(Call call, HttpClientResponse answer) {
        if (answer.statusCode() != 200) {
            return Relays.answer(answer, response(call));
        }
        return answer.body().onSuccess(body -> {
            ByteRange range = ByteRange.of(call.request().getHeader("Range"), body.length());
            int from = (int) range.from();
            Buffer part = range.isThere() ? body.slice(from, from + (int) range.length()) : Buffer.buffer();
            Reply.part(MP4, range, part).send(response(call));
        });
    }

    private Reply stored(Call call) {
        ClipReader store = services.media().clips();
        Segment segment = seen(call);
        try {
            ByteRange range = ByteRange.of(call.request().getHeader("Range"), store.bytes(segment));
            Buffer part = range.isThere()
                    ? Buffer.buffer(store.footage(segment, range.from(), Math.toIntExact(range.length())))
                    : Buffer.buffer();
            return Reply.part(MP4, range, part);
        } catch (ClipFailure e) {
            throw MediaApi.refusal(e);
        }
    }

    /** What is to be shown, once the view is on record. */
    private Segment seen(Call call) {
        Caller caller = guard.let(Endpoint.FOOTAGE_FILE, call);
        StoredCamera camera = services.street().cameras().get(call.id("camera"), caller.scope());
        String file = String.valueOf(call.context().pathParam("segment"));
        Segment segment = Segment.of(camera.camera().id(), file.replaceFirst("\\.mp4$", ""))
                .orElseThrow(() -> Refusal.notFound("footage of that name"));
        String reason = call.reason()
                .orElseThrow(
                        () -> Refusal.badField("reason", "the reason is missing; allowed: why you look, ?reason="));
        String object = segment.camera() + '/' + segment.day() + 'T' + segment.file();
        record(caller, new Row(ViewKind.FOOTAGE, object, camera.area(), reason));
        return segment;
    }

    /** Holds that stand, of cameras the caller may see. */
    Future<?> holds(Call call) {
        return blocking(() -> guard.let(Endpoint.HOLDS, call))
                .compose(caller -> standing().compose(all -> blocking(() -> visible(all, caller))))
                .onSuccess(reply -> reply.send(response(call)));
    }

    private Reply visible(JsonArray holds, Caller caller) {
        Set<String> cameras = services.street()
                .cameras()
                .names(holds.stream().map(FootageApi::cameraOf).toList(), caller.scope())
                .keySet();
        return Reply.json(new JsonObject()
                .put(
                        "holds",
                        new JsonArray(holds.stream()
                                .filter(hold -> cameras.contains(cameraOf(hold)))
                                .toList())));
    }

    private static String cameraOf(Object hold) {
        return ((JsonObject) hold).getString("camera", "");
    }

    /** Holds a span of a camera. */
    Future<?> hold(Call call) {
        return blocking(() -> {
                    Caller caller = guard.let(Endpoint.HOLD, call);
                    JsonObject body = call.body();
                    String camera = Call.text(body, "camera");
                    String reason = reason(body);
                    JsonObject wanted = new JsonObject()
                            .put("camera", camera(camera, caller.scope()))
                            .put("from", Call.text(body, "from"))
                            .put("to", Call.text(body, "to"))
                            .put("until", Call.optionalText(body, "until"))
                            .put("reason", reason)
                            .put("by", caller.account().name());
                    record(caller, new Row(ViewKind.HOLD, span(wanted), area(camera, caller), reason));
                    return wanted.toBuffer();
                })
                .compose(wanted -> door().footage("/footage/holds", wanted))
                .compose(answer -> Relays.answer(answer, response(call)));
    }

    /** Ends a hold. */
    Future<?> release(Call call) {
        String hold = call.id("hold");
        return blocking(() -> guard.let(Endpoint.RELEASE_HOLD, call))
                .compose(caller -> standing().compose(all -> blocking(() -> released(call, caller, all))))
                .compose(wanted -> door().footage("/footage/holds/" + hold + "/release", wanted))
                .compose(answer -> Relays.answer(answer, response(call)));
    }

    private Buffer released(Call call, Caller caller, JsonArray standing) {
        String id = call.id("hold");
        JsonObject hold = standing.stream()
                .map(JsonObject.class::cast)
                .filter(each -> id.equals(each.getString("id")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("hold of that name"));
        String camera = camera(cameraOf(hold), caller.scope());
        String reason = reason(call.body());
        record(caller, new Row(ViewKind.HOLD_RELEASED, span(hold), area(camera, caller), reason));
        return new JsonObject()
                .put("by", caller.account().name())
                .put("reason", reason)
                .toBuffer();
    }

    private Future<JsonArray> standing() {
        return door().footage("/footage/holds").compose(answer -> answer.body().map(body -> {
            if (answer.statusCode() != 200) {
                throw Refusal.away("the holds cannot be read: the store or the analysis process is away");
            }
            return body.toJsonObject().getJsonArray("holds", new JsonArray());
        }));
    }

    private String camera(String id, Scope scope) {
        return services.street().cameras().get(id, scope).camera().id();
    }

    private @Nullable String area(String camera, Caller caller) {
        return services.street().cameras().get(camera, caller.scope()).area();
    }

    private static String span(JsonObject hold) {
        return cameraOf(hold) + '/' + hold.getString("from") + '/' + hold.getString("to");
    }

    private static String reason(JsonObject body) {
        String reason = Call.text(body, "reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.badField(
                    "reason", "the reason has " + reason.length() + " characters; allowed: 1 to " + LONGEST_REASON);
        }
        return reason;
    }

    private static String word(Call call, String name) {
        String value = call.query(name);
        if (value == null) {
            throw Refusal.badField(name, name + " is missing; allowed: a time, 2026-05-01T04:00:00Z");
        }
        return '&' + name + '=' + URLEncoder.encode(value, UTF_8);
    }

    private record Row(ViewKind kind, String object, @Nullable String area, String reason) {}

    /** A minute comes in many ranges: one row a session. What is held or released is a row each. */
    private void record(Caller caller, Row row) {
        Views.Asked asked = new Views.Asked(
                caller.account().name(), caller.session().id(), row.kind(), row.object(), row.area(), row.reason());
        if (row.kind() == ViewKind.FOOTAGE) {
            services.people().views().recordOncePer(ONCE_A_SESSION, asked);
        } else {
            services.people().views().record(asked);
        }
    }

    private AnalysisDoor door() {
        return services.media().door();
    }

    private static HttpServerResponse response(Call call) {
        return call.context().response();
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }
}
