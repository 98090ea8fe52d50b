package io.kakou.console.api;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.seat.Aside;
import io.kakou.console.seat.Seats;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.AlarmBudget;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Mute;
import io.kakou.events.Shelf;
import io.kakou.events.Situation;
import io.kakou.events.SituationPlace;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a seat hears and sees of many incidents at once, and what people put aside or mute. */
final class SeatApi {
    private static final int MOST_REASON = 200;

    private final Services services;

    SeatApi(Services services) {
        this.services = services;
    }

    /** Everything a page needs beside the incidents themselves. */
    Reply situations(Caller caller) {
        Set<String> rooms = rooms(caller);
        List<JsonObject> running = seats().situations().running(caller.scope(), rooms).stream()
                .map(this::shown)
                .toList();
        return Reply.json(new JsonObject()
                .put("situations", new JsonArray(running))
                .put("aside", new JsonArray(aside(caller)))
                .put("muted", new JsonArray(Reply.records(muted(caller)))));
    }

    private List<JsonObject> aside(Caller caller) {
        Map<String, String> people = services.people().accounts().fullNames();
        return seats().aside().shelves().stream()
                .filter(shelf -> sees(caller, shelf.incident()))
                .map(shelf -> named(Reply.record(shelf), people))
                .toList();
    }

    private List<Aside.Muted> muted(Caller caller) {
        return seats().aside().muted().stream()
                .filter(muted -> sees(caller, muted.incident()))
                .toList();
    }

    private boolean sees(Caller caller, String incident) {
        try {
            services.room().incidents().get(incident, caller.scope());
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    /** The record of it is on disk before it holds. */
    Reply shelve(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        if (!incident.state().isOpen()) {
            throw Refusal.conflict("the incident is " + incident.state() + "; allowed: one that is open");
        }
        JsonObject body = call.body();
        String reason = reason(body);
        Instant until = until(body);
        Shelf shelf = checked(
                "until",
                () -> new Shelf(incident.id(), incident.room(), caller.account().name(), reason, now(), until));
        note(caller, ViewKind.SHELVED, incident.id(), incident.area(), reason + " → " + until);
        seats().aside().shelve(shelf);
        return Reply.json(202, Reply.record(shelf));
    }

    Reply mutes(Caller caller) {
        Map<String, String> people = services.people().accounts().fullNames();
        return Reply.json(seats().aside().mutes().stream()
                .filter(mute -> seesOneOf(caller, mute.cameras()))
                .map(mute -> named(Reply.record(mute), people))
                .toList());
    }

    private boolean seesOneOf(Caller caller, List<String> cameras) {
        return cameras.isEmpty()
                || !services.street()
                        .cameras()
                        .names(new HashSet<>(cameras), caller.scope())
                        .isEmpty();
    }

    Reply addMute(Call call, Caller caller) {
        JsonObject body = call.body();
        EventKind event = Call.constant(EventKind.class, "event", Call.optionalText(body, "event"));
        List<String> cameras = cameras(body, caller);
        String reason = reason(body);
        Instant until = until(body);
        String id = "mute-" + UUID.randomUUID().toString().substring(0, 8);
        if (cameras.isEmpty() && (!event.mayWait() || !caller.scope().everything())) {
            throw Refusal.badField(
                    "cameras",
                    "no camera is named; allowed: 1 to " + Mute.MOST_CAMERAS
                            + " of your own, or none for a kind that may" + " wait where you see everything");
        }
        Mute mute = checked(
                "until",
                () -> new Mute(id, event, cameras, reason, caller.account().name(), now(), until));
        note(caller, ViewKind.MUTED, mute.id(), null, event + " " + String.join(",", cameras) + " " + reason);
        seats().aside().mute(mute);
        return Reply.json(201, Reply.record(mute));
    }

    private List<String> cameras(JsonObject body, Caller caller) {
        if (!(body.getValue("cameras", new JsonArray()) instanceof JsonArray list)) {
            throw Refusal.badField("cameras", "cameras is no list; allowed: a list of camera ids");
        }
        List<String> cameras = new ArrayList<>();
        for (Object each : list) {
            cameras.add(String.valueOf(each));
        }
        Set<String> known = services.street()
                .cameras()
                .names(new HashSet<>(cameras), caller.scope())
                .keySet();
        for (String camera : cameras) {
            if (!known.contains(camera)) {
                throw Refusal.badField("cameras", "there is no camera " + camera + "; allowed: one of /api/cameras");
            }
        }
        return cameras;
    }

    Reply endMute(Call call, Caller caller) {
        String id = call.id("mute");
        String reason = reason(call.body());
        boolean isTheirs = seats().aside().mutes().stream()
                .anyMatch(mute -> mute.id().equals(id) && seesOneOf(caller, mute.cameras()));
        if (!isTheirs) {
            throw Refusal.notFound("mute " + id + " in force");
        }
        note(caller, ViewKind.MUTE_ENDED, id, null, reason);
        seats().aside().end(new Aside.End(id, caller.account().name(), reason));
        return Reply.ok();
    }

    Reply budgets() {
        return Reply.json(Reply.records(seats().budgets().list()));
    }

    Reply changeBudget(Call call, Caller caller) {
        JsonObject body = call.body().put("room", call.id("room"));
        AlarmBudget budget;
        try {
            budget = Json.read(AlarmBudget.class, body.toBuffer().getBytes());
        } catch (UnreadableRecord e) {
            throw Refusal.badRequest(e.reason());
        }
        note(caller, ViewKind.BUDGET, budget.room(), null, body.encode());
        seats().budgets().put(budget);
        return Reply.json(budget);
    }

    /** With the names that people know. */
    JsonObject shown(Situation situation) {
        AreaMap map = services.street().areas().map();
        Set<String> ids = new HashSet<>(situation.cameras());
        situation.places().stream().map(SituationPlace::cameras).forEach(ids::addAll);
        Map<String, String> names =
                ids.isEmpty() ? Map.of() : services.street().cameras().names(ids, Guard.EVERYTHING);
        Map<String, String> roads = services.street()
                .registry()
                .roadNames(situation.places().stream()
                        .map(SeatApi::road)
                        .distinct()
                        .toList());
        JsonObject json = Reply.record(situation).put("roomName", map.roomName(situation.room()));
        JsonArray places = json.getJsonArray("places");
        for (int i = 0; i < places.size(); i++) {
            JsonObject place = places.getJsonObject(i);
            String area = place.getString("area");
            place.put("areaName", map.name(area)).put("placeName", placeName(place, map, names, roads));
        }
        return json.put(
                "cameraNames",
                new JsonArray(situation.cameras().stream()
                        .map(camera -> names.getOrDefault(camera, camera))
                        .toList()));
    }

    /** A road by its name, else an area, else a camera. */
    private static @Nullable String placeName(
            JsonObject place, AreaMap map, Map<String, String> names, Map<String, String> roads) {
        String id = place.getString("place");
        String other = id.equals(place.getString("area")) ? map.name(id) : names.getOrDefault(id, id);
        return roads.getOrDefault(place.getString("road", id), other);
    }

    private static String road(SituationPlace place) {
        return place.road() == null ? place.place() : place.road();
    }

    /** The rooms whose seats the caller sits at. */
    Set<String> rooms(Caller caller) {
        return services.street().areas().map().rooms(caller.scope());
    }

    private static JsonObject named(JsonObject record, Map<String, String> people) {
        String user = record.getString("user");
        return record.put("userName", people.getOrDefault(user, user));
    }

    private void note(Caller caller, ViewKind kind, String object, @Nullable String area, String reason) {
        services.people()
                .views()
                .record(new Views.Asked(
                        caller.account().name(), caller.session().id(), kind, object, area, reason));
    }

    private static String reason(JsonObject body) {
        String reason = Call.text(body, "reason").strip();
        if (reason.isEmpty() || reason.length() > MOST_REASON) {
            throw Refusal.badField("reason", "the reason is no line; allowed: 1 to " + MOST_REASON + " characters");
        }
        return reason;
    }

    private static Instant until(JsonObject body) {
        try {
            return Instant.parse(Call.text(body, "until"));
        } catch (DateTimeParseException e) {
            throw Refusal.badField("until", "until is no time; allowed: as in 2026-03-01T12:00:00Z");
        }
    }

    private Instant now() {
        return services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private interface Making<T> {
        T make();
    }

    private static <T> T checked(String field, Making<T> making) {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            throw Refusal.badField(field, String.valueOf(e.getMessage()));
        }
    }

    private Seats seats() {
        return services.room().seats();
    }
}
