package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.CameraState;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.cameras.Logins;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.cameras.WatchBoard;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Camera;
import io.kakou.events.LearnedMemory;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cameras as people set them up, and what is watched. */
final class CameraApi {
    /** Who has something to remember of a camera. */
    private static final List<String> RULES = LearnedMemory.RULES;

    private static final int MOST_REASON = 200;

    private final Services services;

    CameraApi(Services services) {
        this.services = services;
    }

    Reply list(Caller caller) {
        return Reply.json(
                cameras().list(caller.scope()).stream().map(this::shown).toList());
    }

    Reply add(Call call, Caller caller) {
        JsonObject body = call.body();
        StoredCamera added = cameras().add(camera(Call.idOrNew(body, "cam-"), body, null), caller.scope());
        return Reply.json(201, shown(added));
    }

    Reply change(Call call, Caller caller) {
        Camera before = cameras().get(call.id("camera"), caller.scope()).camera();
        Camera camera = camera(before.id(), call.body(), before.login()).withForgotten(before.forgotten());
        Instant savedAt = services.clock().instant();
        JsonObject saved = shown(cameras().replace(camera, caller.scope()));
        // By our clock, so that a page can tell which word of the camera's worker came after it.
        return Reply.json(saved.put("savedAt", savedAt.toString()));
    }

    Reply remove(Call call, Caller caller) {
        cameras().remove(call.id("camera"), caller.scope());
        return Reply.ok();
    }

    /** What the camera has taught one rule, or all of them, holds no more; who wanted it so is on record first. */
    Reply forget(Call call, Caller caller) {
        StoredCamera stored = cameras().get(call.id("camera"), caller.scope());
        JsonObject body = call.body();
        String rule = Call.optionalText(body, "rule");
        String reason = Call.text(body, "reason");
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            throw Refusal.badField("reason", "the reason is no line; allowed: 1 to " + MOST_REASON + " characters");
        }
        if (rule != null && !RULES.contains(rule)) {
            throw Refusal.badField("rule", "nothing is learned by " + rule + "; allowed: " + RULES);
        }
        String which = rule == null ? Camera.EVERY_RULE : rule;
        services.people()
                .views()
                .record(new Views.Asked(
                        caller.account().name(),
                        caller.session().id(),
                        ViewKind.FORGOTTEN,
                        LearnedMemory.key(stored.camera().id(), which),
                        stored.area(),
                        reason));
        cameras().replace(stored.camera().forgetting(which), caller.scope());
        return Reply.ok();
    }

    Reply near(Call call, Caller caller) {
        List<JsonObject> near = cameras().near(call.id("camera"), caller.scope()).stream()
                .map(each -> new JsonObject()
                        .put("id", each.camera().id())
                        .put("name", each.camera().name())
                        .put("metres", Math.round(each.metres()))
                        .put(
                                "online",
                                services.street()
                                        .states()
                                        .of(each.camera().id())
                                        .online()))
                .toList();
        return Reply.json(near);
    }

    Reply watch(Caller caller) {
        return Reply.json(board(caller));
    }

    WatchBoard board(Caller caller) {
        List<Camera> cameras = cameras().list(caller.scope()).stream()
                .map(StoredCamera::camera)
                .toList();
        return WatchBoard.of(cameras, services.street().states());
    }

    JsonObject state(String camera) {
        CameraState state = services.street().states().of(camera);
        return Reply.record(state);
    }

    private Cameras cameras() {
        return services.street().cameras();
    }

    private JsonObject shown(StoredCamera stored) {
        Camera camera = stored.camera();
        JsonObject json = Reply.record(camera);
        json.remove("login");
        return json.put("hasLogin", camera.login() != null)
                .put("area", stored.area())
                .put("areaName", services.street().areas().map().name(stored.area()))
                .put("state", state(camera.id()));
    }

    /** Only the fields that people may set are taken over; everything else is ours. */
    private Camera camera(String id, JsonObject body, @Nullable String loginBefore) {
        JsonObject record = new JsonObject().put("id", id);
        for (String field : List.of("name", "kind", "place", "gbCode", "zones", "watched", "recording")) {
            if (body.getValue(field) != null) {
                record.put(field, body.getValue(field));
            }
        }
        String login = login(body, loginBefore);
        for (String field : List.of("mainStream", "subStream", "recorderStream")) {
            String pasted = Call.optionalText(body, field);
            if (pasted != null && !pasted.isBlank()) {
                Logins parted = Logins.part(field, pasted.strip());
                record.put(field, parted.address());
                login = parted.login() == null
                        ? login
                        : services.street().secrets().seal(parted.login());
            }
        }
        return read(record.put("login", login));
    }

    private @Nullable String login(JsonObject body, @Nullable String before) {
        String user = Call.optionalText(body, "user");
        if (user == null) {
            return before;
        }
        if (user.isEmpty()) {
            return null;
        }
        if (user.contains(":")) {
            throw Refusal.badField("user", "user holds a colon; allowed: one without");
        }
        String password = Call.optionalText(body, "password");
        return services.street().secrets().seal(user + ":" + (password == null ? "" : password));
    }

    private static Camera read(JsonObject record) {
        try {
            Camera camera = Json.read(Camera.class, record.toBuffer().getBytes());
            if (camera.mainStream() == null && camera.subStream() == null) {
                throw Refusal.badField("subStream", "the camera has no address; allowed: subStream or mainStream");
            }
            if (record.getValue("watched") == null) {
                throw Refusal.badField("watched", "watched is missing; allowed: a list of events, [] for none");
            }
            return camera;
        } catch (UnreadableRecord e) {
            throw Refusal.badRequest(e.reason());
        }
    }

    /** States of the cameras that changed and that the caller may see, as events. */
    List<String> events(List<String> changed, Caller caller) {
        Set<String> seen = cameras().names(changed, caller.scope()).keySet();
        return changed.stream()
                .filter(seen::contains)
                .map(id -> PageReader.event("camera", state(id)))
                .toList();
    }
}
