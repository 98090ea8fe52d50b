package io.kakou.console.api;

import static java.util.stream.Collectors.toSet;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.incidents.ActionConflict;
import io.kakou.console.incidents.Incidents;
import io.kakou.console.incidents.Page;
import io.kakou.console.incidents.Verdicts;
import io.kakou.console.refusal.Refusal;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Area;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents, what people do with them, and the words they need for it. */
final class IncidentApi {
    private static final int LISTED = 100;
    private static final int MOST_LISTED = 500;
    private static final int LONGEST_NOTE = 2_000;

    private final Services services;

    IncidentApi(Services services) {
        this.services = services;
    }

    Reply list(Call call, Caller caller) {
        String state = call.query("state");
        if (state != null && !state.equals("open") && !state.equals("all")) {
            throw Refusal.badField("state", "state is another word; allowed: open, all");
        }
        Incidents.Which which = "all".equals(state) ? Incidents.Which.ALL : Incidents.Which.OPEN;
        Page page = services.room().incidents().list(which, call.number("limit", LISTED, MOST_LISTED), caller.scope());
        return Reply.json(shown(page.incidents(), caller)).with("X-Kakou-Cursor", String.valueOf(page.cursor()));
    }

    Reply one(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        return Reply.json(shown(List.of(incident), caller).get(0));
    }

    Reply act(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        Action action = action(call.body(), incident, caller);
        try {
            services.room().actions().take(action);
            return Reply.json(202, new JsonObject().put("actionId", action.id()));
        } catch (ActionConflict e) {
            JsonObject current = shown(List.of(e.current()), caller).get(0);
            return Reply.json(409, new JsonObject().put("error", e.getMessage()).put("current", current));
        }
    }

    private Action action(JsonObject body, Incident incident, Caller caller) {
        ActionKind kind = Call.constant(ActionKind.class, "kind", Call.optionalText(body, "kind"));
        Boolean needed = Call.optionalFlag(body, "actionNeeded");
        String verdict = verdict(Call.optionalText(body, "verdict"), incident.kind());
        if (kind == ActionKind.REJECT && (verdict == null || needed == null)) {
            throw Refusal.badField(
                    verdict == null ? "verdict" : "actionNeeded", "a rejection needs a verdict and actionNeeded");
        }
        return new Action(
                UUID.randomUUID().toString(),
                incident.id(),
                kind,
                caller.account().name(),
                services.clock().instant(),
                seenVersion(body),
                unit(kind, Call.optionalText(body, "unit"), caller),
                verdict,
                needed,
                note(body));
    }

    private static long seenVersion(JsonObject body) {
        if (body.getValue("seenVersion") instanceof Number number) {
            return number.longValue();
        }
        throw Refusal.badField("seenVersion", "seenVersion is missing; allowed: the incident's version on the screen");
    }

    private @Nullable String unit(ActionKind kind, @Nullable String unit, Caller caller) {
        if (unit == null) {
            if (kind == ActionKind.DISPATCH) {
                throw Refusal.badField("unit", "a dispatch needs a unit");
            }
            return null;
        }
        boolean known = services.room().units().list(caller.scope()).stream()
                .anyMatch(each -> each.id().equals(unit));
        if (!known) {
            throw Refusal.badField("unit", "there is no such unit; allowed: one of /api/units");
        }
        return unit;
    }

    private static @Nullable String verdict(@Nullable String verdict, EventKind kind) {
        boolean known = verdict == null
                || Verdicts.of(kind).stream().anyMatch(each -> each.code().equals(verdict));
        if (!known) {
            throw Refusal.badField("verdict", "there is no such verdict; allowed: one of /api/verdicts?kind=" + kind);
        }
        return verdict;
    }

    private static @Nullable String note(JsonObject body) {
        String note = Call.optionalText(body, "note");
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.badField("note", "the note is too long; allowed: " + LONGEST_NOTE + " characters");
        }
        return note;
    }

    Reply units(Caller caller) {
        return Reply.json(Reply.records(services.room().units().list(caller.scope())));
    }

    Reply verdicts(Call call) {
        EventKind kind = Call.constant(EventKind.class, "kind", call.query("kind"));
        return Reply.json(Reply.records(Verdicts.of(kind)));
    }

    Reply areas(Caller caller) {
        AreaMap map = services.street().areas().map();
        return Reply.json(map.all().stream()
                .filter(area -> caller.scope().sees(area.id()))
                .map(area -> area(area, map))
                .toList());
    }

    private static JsonObject area(Area area, AreaMap map) {
        String room = area.room();
        return new JsonObject()
                .put("id", area.id())
                .put("name", area.name())
                .put("level", area.level().name())
                .put("parent", area.parent())
                .put("room", room)
                .put("roomName", room == null ? null : map.roomName(room));
    }

    /** With the names that people know. */
    List<JsonObject> shown(List<Incident> incidents, Caller caller) {
        AreaMap map = services.street().areas().map();
        Set<String> ids = incidents.stream().map(Incident::camera).collect(toSet());
        Map<String, String> names =
                ids.isEmpty() ? Map.of() : services.street().cameras().names(ids, caller.scope());
        return incidents.stream()
                .map(incident -> Reply.record(incident)
                        .put("areaName", map.name(incident.area()))
                        .put("roomName", map.roomName(incident.room()))
                        .put("cameraName", names.getOrDefault(incident.camera(), incident.camera())))
                .toList();
    }
}
