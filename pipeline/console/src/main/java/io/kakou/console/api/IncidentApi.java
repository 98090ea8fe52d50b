package io.kakou.console.api;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.incidents.ActionConflict;
import io.kakou.console.incidents.Incidents;
import io.kakou.console.incidents.Page;
import io.kakou.console.incidents.Unit;
import io.kakou.console.incidents.Verdicts;
import io.kakou.console.refusal.Refusal;
import io.kakou.events.ActedBy;
import io.kakou.events.Action;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Incidents, what people do with them, and the words they need for it. */
final class IncidentApi {
    private static final int LISTED = 100;
    private static final int MOST_LISTED = 500;
    private final Services services;
    private final ActionBody bodies;

    IncidentApi(Services services) {
        this.services = services;
        bodies = new ActionBody(services);
    }

    Reply list(Call call, Caller caller) {
        String state = call.query("state");
        if (state != null && !state.equals("open") && !state.equals("all")) {
            throw Refusal.badField("state", "state is another word; allowed: open, all");
        }
        Incidents.Which which = "all".equals(state) ? Incidents.Which.ALL : Incidents.Which.OPEN;
        Page page = services.room().incidents().list(which, call.number("limit", LISTED, MOST_LISTED), caller.scope());
        return Reply.json(shown(page.incidents())).with("X-Kakou-Cursor", String.valueOf(page.cursor()));
    }

    Reply one(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        return Reply.json(shown(List.of(incident)).get(0));
    }

    Reply act(Call call, Caller caller) {
        Incident incident = services.room().incidents().toActOn(call.id("incident"), caller.scope());
        List<Action> actions = bodies.actions(call.body(), incident, caller);
        try {
            JsonObject taken = new JsonObject().put("actionId", actions.get(0).id());
            if (actions.size() > 1) {
                services.room().actions().take(actions);
            } else {
                new TaskApi(services).take(call, actions.get(0), incident).ifPresent(link -> taken.put("task", link));
            }
            return Reply.json(202, taken);
        } catch (ActionConflict e) {
            return Reply.json(409, conflict(e));
        }
    }

    /** The incident as the log told it, and where it stands already by what the log has not told yet. */
    private JsonObject conflict(ActionConflict conflict) {
        String by = conflict.stand().by();
        return new JsonObject()
                .put("error", conflict.getMessage())
                .put("current", shown(List.of(conflict.current())).get(0))
                .put("state", conflict.stand().state().name())
                .put(
                        "by",
                        by == null
                                ? null
                                : services.people().accounts().fullNames().getOrDefault(by, by));
    }

    Reply verdicts(Call call) {
        EventKind kind = Call.constant(EventKind.class, "kind", call.query("kind"));
        return Reply.json(Reply.records(Verdicts.of(kind)));
    }

    /** With the names that people know, of cameras as well that the room was told of beyond its areas. */
    List<JsonObject> shown(List<Incident> incidents) {
        AreaMap map = services.street().areas().map();
        Set<String> ids = incidents.stream().flatMap(IncidentApi::cameras).collect(toSet());
        Map<String, String> names =
                ids.isEmpty() ? Map.of() : services.street().cameras().names(ids, Guard.EVERYTHING);
        Map<String, String> people =
                incidents.isEmpty() ? Map.of() : services.people().accounts().fullNames();
        Map<String, String> units = incidents.stream()
                        .flatMap(incident -> incident.transitions().stream())
                        .anyMatch(step -> step.by() == ActedBy.UNIT)
                ? services.room().units().list(Guard.EVERYTHING).stream().collect(toMap(Unit::id, Unit::name))
                : Map.of();
        Map<String, String> roads = services.street()
                .registry()
                .roadNames(incidents.stream()
                        .map(Incident::road)
                        .filter(Objects::nonNull)
                        .collect(toSet()));
        return incidents.stream()
                .map(incident -> named(Reply.record(incident), people, units, map)
                        .put("areaName", map.name(incident.area()))
                        .put("roomName", map.roomName(incident.room()))
                        .put("roadName", incident.road() == null ? null : roads.get(incident.road()))
                        .put("cameraName", names.getOrDefault(incident.camera(), incident.camera()))
                        .put("cameraNames", cameraNames(incident, names)))
                .toList();
    }

    private static Stream<String> cameras(Incident incident) {
        return Stream.concat(
                Stream.of(incident.camera()), incident.parts().stream().flatMap(part -> part.cameras().stream()));
    }

    /** Null where it has one place, whose camera is named already. */
    private static @Nullable JsonObject cameraNames(Incident incident, Map<String, String> names) {
        if (incident.parts().isEmpty()) {
            return null;
        }
        JsonObject all = new JsonObject();
        cameras(incident).distinct().forEach(camera -> all.put(camera, names.getOrDefault(camera, camera)));
        return all;
    }

    /** Each step with what colleagues call its author, and rooms with the names that people know. */
    private static JsonObject named(
            JsonObject incident, Map<String, String> people, Map<String, String> units, AreaMap map) {
        JsonArray informed = incident.getJsonArray("informed", new JsonArray());
        for (int i = 0; i < informed.size(); i++) {
            JsonObject one = informed.getJsonObject(i);
            one.put("roomName", map.roomName(one.getString("room")));
        }
        JsonArray steps = incident.getJsonArray("transitions", new JsonArray());
        for (int i = 0; i < steps.size(); i++) {
            JsonObject step = steps.getJsonObject(i);
            String user = step.getString("user");
            if (user != null) {
                boolean unit = ActedBy.UNIT.name().equals(step.getString("by"));
                step.put("userName", (unit ? units : people).getOrDefault(user, user));
            }
            String room = step.getString("room");
            if (room != null) {
                step.put("roomName", map.roomName(room));
            }
        }
        return incident;
    }
}
