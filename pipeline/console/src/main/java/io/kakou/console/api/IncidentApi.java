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
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Incidents, what people do with them, and the words they need for it. */
final class IncidentApi {
    private static final int LISTED = 100;
    private static final int MOST_LISTED = 500;
    private static final int LONGEST_NOTE = 2_000;
    private static final Pattern ACTION_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

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
            JsonObject taken = new JsonObject().put("actionId", action.id());
            new TaskApi(services).take(call, action, incident).ifPresent(link -> taken.put("task", link));
            return Reply.json(202, taken);
        } catch (ActionConflict e) {
            return Reply.json(409, conflict(e, caller));
        }
    }

    /** The incident as the log told it, and where it stands already by what the log has not told yet. */
    private JsonObject conflict(ActionConflict conflict, Caller caller) {
        String by = conflict.stand().by();
        return new JsonObject()
                .put("error", conflict.getMessage())
                .put("current", shown(List.of(conflict.current()), caller).get(0))
                .put("state", conflict.stand().state().name())
                .put(
                        "by",
                        by == null
                                ? null
                                : services.people().accounts().fullNames().getOrDefault(by, by));
    }

    private Action action(JsonObject body, Incident incident, Caller caller) {
        ActionKind kind = Call.constant(ActionKind.class, "kind", Call.optionalText(body, "kind"));
        Boolean needed = Call.optionalFlag(body, "actionNeeded");
        String verdict = verdict(Call.optionalText(body, "verdict"), incident.kind());
        if (kind == ActionKind.REJECT && (verdict == null || needed == null)) {
            throw Refusal.badField(
                    verdict == null ? "verdict" : "actionNeeded", "a rejection needs a verdict and actionNeeded");
        }
        if (verdict != null || needed != null) {
            mustHaveLooked(incident, caller);
        }
        return new Action(
                actionId(body),
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

    /** Verdicts are what models learn from: nobody says what a picture shows without having been shown it. */
    private void mustHaveLooked(Incident incident, Caller caller) {
        List<String> alerts = incident.alerts().stream().map(Alert::id).toList();
        if (!services.people().views().opened(caller.account().name(), alerts)) {
            throw Refusal.lookFirst();
        }
    }

    /** Chosen by who asks, so that asking again is the same action; made here where it is not. */
    private static String actionId(JsonObject body) {
        String id = Call.optionalText(body, "actionId");
        if (id == null) {
            return UUID.randomUUID().toString();
        }
        if (!ACTION_ID.matcher(id).matches()) {
            throw Refusal.badField("actionId", "actionId is another word; allowed: a UUID of your own making");
        }
        return id;
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

    Reply verdicts(Call call) {
        EventKind kind = Call.constant(EventKind.class, "kind", call.query("kind"));
        return Reply.json(Reply.records(Verdicts.of(kind)));
    }

    /** With the names that people know. */
    List<JsonObject> shown(List<Incident> incidents, Caller caller) {
        AreaMap map = services.street().areas().map();
        Set<String> ids = incidents.stream().map(Incident::camera).collect(toSet());
        Map<String, String> names =
                ids.isEmpty() ? Map.of() : services.street().cameras().names(ids, caller.scope());
        Map<String, String> people =
                incidents.isEmpty() ? Map.of() : services.people().accounts().fullNames();
        Map<String, String> units = incidents.stream()
                        .flatMap(incident -> incident.transitions().stream())
                        .anyMatch(step -> step.by() == ActedBy.UNIT)
                ? services.room().units().list(Guard.EVERYTHING).stream().collect(toMap(Unit::id, Unit::name))
                : Map.of();
        return incidents.stream()
                .map(incident -> named(Reply.record(incident), people, units)
                        .put("areaName", map.name(incident.area()))
                        .put("roomName", map.roomName(incident.room()))
                        .put("cameraName", names.getOrDefault(incident.camera(), incident.camera())))
                .toList();
    }

    /** Each step with what colleagues call its author. */
    private static JsonObject named(JsonObject incident, Map<String, String> people, Map<String, String> units) {
        JsonArray steps = incident.getJsonArray("transitions", new JsonArray());
        for (int i = 0; i < steps.size(); i++) {
            JsonObject step = steps.getJsonObject(i);
            String user = step.getString("user");
            if (user != null) {
                boolean unit = ActedBy.UNIT.name().equals(step.getString("by"));
                step.put("userName", (unit ? units : people).getOrDefault(user, user));
            }
        }
        return incident;
    }
}
