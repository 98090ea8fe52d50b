package io.kakou.console.api;

import io.kakou.console.accounts.Account;
import io.kakou.console.areas.AreaMap;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.geojson.AreaFile;
import io.kakou.console.geojson.Fit;
import io.kakou.console.geojson.InvalidFile;
import io.kakou.console.incidents.Unit;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.registry.AreaReading;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The area tree and the units that work in it. */
final class PlaceApi {
    private final Services services;

    PlaceApi(Services services) {
        this.services = services;
    }

    Reply areas(Caller caller) {
        AreaMap map = services.street().areas().map();
        return Reply.json(map.all().stream()
                .filter(area -> caller.scope().sees(area.id()))
                .map(area -> shown(area, map))
                .toList());
    }

    private static JsonObject shown(Area area, AreaMap map) {
        String room = area.room();
        return new JsonObject()
                .put("id", area.id())
                .put("name", area.name())
                .put("level", area.level().name())
                .put("parent", area.parent())
                .put("room", room)
                .put("roomName", room == null ? null : map.roomName(room));
    }

    /**
     * Takes a whole tree, or with {@code try=1} says what taking it would do; all of it or nothing. {@code crs} says in what
     * system it is drawn.
     */
    Reply replaceAreas(Call call, Caller caller) {
        if (!caller.scope().everything()) {
            throw Refusal.forbidden("the area tree is changed by those alone who see all areas");
        }
        AreaReading reading;
        try {
            reading = new AreaReading(AreaFile.read("areas", call.file()), RegistryApi.system(call));
        } catch (InvalidFile e) {
            return Reply.json(400, refused(e));
        }
        List<Area> areas = reading.areas();
        JsonObject report = report(areas).put("suspicion", suspicion(reading));
        if (call.query("try") == null) {
            services.street().areas().replace(areas, services.street().cameras()::place);
        }
        return Reply.json(report);
    }

    /** Whether the cameras fit another system better; null where they do not. */
    private @Nullable JsonObject suspicion(AreaReading reading) {
        return reading.suspicion(services.street().cameras().list(Guard.EVERYTHING))
                .map(Reply::record)
                .orElse(null);
    }

    private static JsonObject refused(InvalidFile invalid) {
        return new JsonObject()
                .put("error", "the file has " + invalid.problems().size() + " problems; nothing was taken")
                .put("field", "file")
                .put("problems", new JsonArray(invalid.problems()));
    }

    /** What changes, what does not lie well, and who loses what. */
    private JsonObject report(List<Area> areas) {
        Map<String, Area> next = areas.stream().collect(Collectors.toMap(Area::id, Function.identity()));
        Map<String, Area> before =
                services.street().areas().map().all().stream().collect(Collectors.toMap(Area::id, Function.identity()));
        Fit.Report fit = Fit.of(areas);
        return new JsonObject()
                .put("areas", areas.size())
                .put("added", ids(areas, area -> !before.containsKey(area.id())))
                .put(
                        "changed",
                        ids(areas, area -> before.containsKey(area.id()) && !area.equals(before.get(area.id()))))
                .put("removed", ids(before.values(), area -> !next.containsKey(area.id())))
                .put("overlaps", new JsonArray(Reply.records(fit.overlaps())))
                .put("gaps", new JsonArray(Reply.records(fit.gaps())))
                .put("camerasOutside", outside(new AreaMap(areas)))
                .put("unitsLost", unitsLost(next))
                .put("usersLost", usersLost(next));
    }

    private static JsonArray ids(Iterable<Area> areas, Predicate<Area> which) {
        JsonArray ids = new JsonArray();
        areas.forEach(area -> {
            if (which.test(area)) {
                ids.add(area.id());
            }
        });
        return ids;
    }

    private JsonArray outside(AreaMap map) {
        return new JsonArray(services.street().cameras().list(Guard.EVERYTHING).stream()
                .map(StoredCamera::camera)
                .filter(camera -> map.at(camera.place()).isEmpty())
                .map(Camera::name)
                .toList());
    }

    private JsonArray unitsLost(Map<String, Area> next) {
        return new JsonArray(services.room().units().list(Guard.EVERYTHING).stream()
                .filter(unit -> unit.area() != null && !next.containsKey(unit.area()))
                .map(Unit::name)
                .toList());
    }

    private JsonArray usersLost(Map<String, Area> next) {
        return new JsonArray(services.people().accounts().list().stream()
                .filter(account -> account.areas().stream()
                        .anyMatch(area -> !area.equals(Account.EVERY_AREA) && !next.containsKey(area)))
                .map(Account::name)
                .toList());
    }

    Reply units(Caller caller) {
        return Reply.json(Reply.records(services.room().units().list(caller.scope())));
    }

    Reply addUnit(Call call, Caller caller) {
        JsonObject body = call.body();
        Unit unit = unit(Call.idOrNew(body, "unit-"), body);
        services.room().units().add(unit, caller.scope());
        return Reply.json(201, Reply.record(unit));
    }

    Reply changeUnit(Call call, Caller caller) {
        Unit unit = unit(call.id("unit"), call.body());
        services.room().units().replace(unit, caller.scope());
        return Reply.json(unit);
    }

    Reply removeUnit(Call call, Caller caller) {
        services.room().units().remove(call.id("unit"), caller.scope());
        return Reply.ok();
    }

    private Unit unit(String id, JsonObject body) {
        String area = text(body, "area");
        if (area != null
                && services.street().areas().map().all().stream()
                        .noneMatch(each -> each.id().equals(area))) {
            throw Refusal.badField("area", "there is no such area; allowed: one of /api/areas");
        }
        try {
            return new Unit(id, Call.text(body, "name").strip(), area, text(body, "phone"));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String text(JsonObject body, String field) {
        String text = Call.optionalText(body, field);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
