package io.kakou.console.api;

import io.kakou.console.blind.BlindNotice;
import io.kakou.console.blind.BlindPlace;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.CameraState;
import io.kakou.console.cameras.CameraStates;
import io.kakou.console.cameras.Sight;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.cameras.WatchTable;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Area;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is watched by area and event, and the places that nobody sees. */
final class WatchApi {
    private final Services services;

    WatchApi(Services services) {
        this.services = services;
    }

    Reply table(Caller caller) {
        return Reply.json(shownTable(caller));
    }

    JsonObject shownTable(Caller caller) {
        List<StoredCamera> cameras = services.street().cameras().list(caller.scope());
        return Reply.record(WatchTable.of(
                cameras, services.street().states(), services.street().areas().map(), caller.scope()));
    }

    /** The cameras behind one number of the table. */
    Reply places(Call call, Caller caller) {
        EventKind kind = Call.constant(EventKind.class, "kind", call.query("kind"));
        String area = call.query("area");
        Set<String> within = area == null ? null : below(area, caller);
        CameraStates states = services.street().states();
        return Reply.json(services.street().cameras().list(caller.scope()).stream()
                .filter(each -> within == null || (each.area() != null && within.contains(each.area())))
                .filter(each -> each.camera().watched().contains(kind))
                .flatMap(each -> unseen(each, states.of(each.camera().id()), kind).stream())
                .toList());
    }

    private Set<String> below(String area, Caller caller) {
        if (!caller.scope().sees(area)) {
            throw Refusal.badField("area", "there is no such area; allowed: one of /api/areas");
        }
        return services.street().areas().scope(List.of(area)).areas();
    }

    private Optional<JsonObject> unseen(StoredCamera stored, CameraState state, EventKind kind) {
        Sight sight = services.street().states().sight(state, kind);
        return sight.degree() == Sight.Degree.WATCHED
                ? Optional.empty()
                : Optional.of(
                        told(stored, state).put("degree", sight.degree().name()).put("code", sight.why()));
    }

    private JsonObject told(StoredCamera stored, CameraState state) {
        Point place = stored.camera().place();
        return new JsonObject()
                .put("camera", stored.camera().id())
                .put("name", stored.camera().name())
                .put("area", stored.area())
                .put("areaName", services.street().areas().map().name(stored.area()))
                .put(
                        "place",
                        place == null
                                ? null
                                : new JsonObject()
                                        .put("longitude", place.longitude())
                                        .put("latitude", place.latitude()))
                .put("trouble", state.trouble() == null ? null : state.trouble().name())
                .put("stage", state.stage().name())
                .put("heard", state.at() == null ? null : state.at().toString())
                .put("why", state.blind() == null ? state.why() : state.blind());
    }

    Reply notices(Caller caller) {
        return Reply.json(shownNotices(caller));
    }

    /** Open notices with the places of them that the caller may see. */
    List<JsonObject> shownNotices(Caller caller) {
        List<BlindNotice> open = services.watch().blind().open();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, StoredCamera> cameras = services.street().cameras().list(caller.scope()).stream()
                .collect(Collectors.toMap(each -> each.camera().id(), Function.identity()));
        Map<String, String> names = new HashMap<>(services.people().accounts().fullNames());
        return open.stream()
                .map(notice -> shown(notice, cameras, names))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<JsonObject> shown(
            BlindNotice notice, Map<String, StoredCamera> cameras, Map<String, String> names) {
        JsonArray places = new JsonArray();
        for (BlindPlace each : notice.places()) {
            StoredCamera camera = cameras.get(each.camera());
            if (camera != null) {
                places.add(told(camera, services.street().states().of(each.camera()))
                        .put("since", each.since().toString()));
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String by = notice.acknowledgedBy();
        return Optional.of(new JsonObject()
                .put("id", notice.id())
                .put("room", notice.room())
                .put("roomName", services.street().areas().map().roomName(notice.room()))
                .put("openedAt", notice.openedAt().toString())
                .put("acknowledgedBy", by == null ? null : names.getOrDefault(by, by))
                .put(
                        "acknowledgedAt",
                        notice.acknowledgedAt() == null
                                ? null
                                : notice.acknowledgedAt().toString())
                .put("places", places));
    }

    /** Somebody of the room has read it; who did is on record first. */
    Reply acknowledge(Call call, Caller caller) {
        String id = call.id("notice");
        if (shownNotices(caller).stream().noneMatch(each -> id.equals(each.getString("id")))) {
            throw Refusal.notFound("open notice " + id);
        }
        services.people()
                .views()
                .record(new Views.Asked(
                        caller.account().name(),
                        caller.session().id(),
                        ViewKind.BLIND_READ,
                        id,
                        areaOf(id),
                        "read the list of places to check"));
        services.watch().blind().acknowledge(id, caller.account().name());
        services.room().feed().changed();
        return Reply.ok();
    }

    private @Nullable String areaOf(String notice) {
        return services.watch().blind().open().stream()
                .filter(each -> each.id().equals(notice))
                .flatMap(each -> services.street().areas().map().all().stream()
                        .filter(area -> each.room().equals(area.room())))
                .map(Area::id)
                .findFirst()
                .orElse(null);
    }
}
