package io.kakou.console.api;

import io.kakou.console.brakes.Brakes;
import io.kakou.console.brakes.Until;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.events.Brake;
import io.kakou.events.EventKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The brake: rules off and on, and what is off. */
final class BrakeApi {
    private final Services services;

    BrakeApi(Services services) {
        this.services = services;
    }

    Reply list(Caller caller) {
        return Reply.json(shown(caller));
    }

    Reply off(Call call, Caller caller) {
        JsonObject body = call.body();
        Instant now = services.clock().instant();
        EventKind kind = Call.constant(EventKind.class, "kind", Call.optionalText(body, "kind"));
        List<String> cameras =
                Chosen.cameras(body, caller.scope(), inScope(caller).values());
        String reason = Chosen.reason(body);
        String until = Call.optionalText(body, "until");
        if (until == null || until.isBlank()) {
            throw Refusal.badField("until", "until is missing; allowed: 45m, 2h, 3d, or a time with its zone");
        }
        String id = "brake-" + UUID.randomUUID().toString().substring(0, 8);
        String user = caller.account().name();
        Brake brake = new Brake(id, kind, cameras, List.of(), user, reason, now, Until.read(until, now));
        record(caller, ViewKind.RULE_OFF, brake, reason + " (until " + brake.until() + ")");
        brakes().off(brake);
        services.room().feed().changed();
        return Reply.json(201, shown(brake, inScope(caller)));
    }

    Reply on(Call call, Caller caller) {
        JsonObject body = call.body();
        Predicate<Brake> which = which(body);
        List<String> cameras =
                Chosen.cameras(body, caller.scope(), inScope(caller).values());
        String reason = Chosen.reason(body);
        List<Brake> held = brakes().active().stream()
                .filter(which)
                .filter(brake -> cameras.isEmpty() || cameras.stream().anyMatch(brake::covers))
                .toList();
        if (held.isEmpty()) {
            throw Refusal.conflict("that is not off there; off are: " + brakesInWords());
        }
        held.forEach(brake -> record(caller, ViewKind.RULE_ON, brake, reason));
        brakes().on(which, cameras, new Brakes.Ending(caller.account().name(), reason));
        services.room().feed().changed();
        return Reply.json(shown(caller));
    }

    /** One by its id, or all of a kind. */
    private static Predicate<Brake> which(JsonObject body) {
        String id = Call.optionalText(body, "brake");
        if (id != null) {
            return brake -> brake.id().equals(id);
        }
        EventKind kind = Call.constant(EventKind.class, "kind", Call.optionalText(body, "kind"));
        return brake -> brake.kind() == kind;
    }

    private String brakesInWords() {
        List<Brake> active = brakes().active();
        return active.isEmpty()
                ? "none"
                : active.stream().map(brake -> brake.kind() + " " + brake.id()).collect(Collectors.joining(", "));
    }

    /** Who wanted it so is on record first. */
    private void record(Caller caller, ViewKind what, Brake brake, String reason) {
        List<StoredCamera> there = brake.cameras().isEmpty()
                ? List.of()
                : inScope(caller).values().stream()
                        .filter(camera -> brake.covers(camera.camera().id()))
                        .toList();
        String object = brake.kind() + "~" + brake.id();
        services.people().views().record(Chosen.asked(caller, what, object, there, reason));
    }

    /** What is off anywhere in the caller's areas. */
    List<JsonObject> shown(Caller caller) {
        List<Brake> active = brakes().active();
        if (active.isEmpty()) {
            return List.of();
        }
        Map<String, StoredCamera> cameras = inScope(caller);
        return active.stream()
                .filter(brake ->
                        caller.scope().everything() || cameras.keySet().stream().anyMatch(brake::covers))
                .map(brake -> shown(brake, cameras))
                .toList();
    }

    private Map<String, StoredCamera> inScope(Caller caller) {
        return services.street().cameras().list(caller.scope()).stream()
                .collect(Collectors.toMap(each -> each.camera().id(), Function.identity()));
    }

    private JsonObject shown(Brake brake, Map<String, StoredCamera> cameras) {
        List<StoredCamera> covered = cameras.values().stream()
                .filter(each -> brake.covers(each.camera().id()))
                .filter(each -> each.camera().watched().contains(brake.kind()))
                .sorted((one, other) ->
                        one.camera().id().compareTo(other.camera().id()))
                .toList();
        List<String> waiting = new ArrayList<>();
        covered.stream()
                .map(StoredCamera::camera)
                .filter(camera -> !holds(brake, camera.id()))
                .forEach(camera -> waiting.add(camera.name()));
        Map<String, String> names = services.people().accounts().fullNames();
        return new JsonObject()
                .put("id", brake.id())
                .put("kind", brake.kind().name())
                .put("everywhere", brake.cameras().isEmpty() && brake.except().isEmpty())
                .put("cameras", Chosen.named(covered))
                .put("of", covered.size())
                .put("inForce", covered.size() - waiting.size())
                .put(
                        "waiting",
                        new JsonArray(waiting.stream().limit(Chosen.MOST_NAMED).toList()))
                .put("user", brake.user())
                .put("userName", names.getOrDefault(brake.user(), brake.user()))
                .put("reason", brake.reason())
                .put("from", brake.from().toString())
                .put("until", brake.until().toString());
    }

    /** Whether the camera's worker has said that it does not judge it. */
    private boolean holds(Brake brake, String camera) {
        return services.street().states().of(camera).braked().stream()
                .anyMatch(braked -> braked.brake().equals(brake.id()));
    }

    private Brakes brakes() {
        return services.watch().brakes();
    }
}
