package io.kakou.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.console.incidents.Unit;
import io.kakou.console.task.Reports;
import io.kakou.console.task.Task;
import io.kakou.console.task.Tasks;
import io.kakou.events.Alert;
import io.kakou.events.Deadline;
import io.kakou.events.Incident;
import io.kakou.events.Part;
import io.kakou.events.Point;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a unit needs to know, and no more of the incident than that. */
final class LinkPage {
    private final Services services;

    LinkPage(Services services) {
        this.services = services;
    }

    JsonObject of(Tasks.Open open) {
        Incident incident = open.incident();
        AreaMap map = services.street().areas().map();
        String name = placeName(open);
        JsonObject page = new JsonObject()
                .put("id", open.task().id())
                .put("unit", unitName(services, open.task()))
                .put("kind", incident.kind().name())
                .put("subject", alertOf(open).map(Alert::subject).orElse(""))
                .put("place", name)
                .put("area", map.name(incident.area()))
                .put("room", map.roomName(incident.room()))
                .put("state", open.task().state().name())
                .put("openedAt", incident.openedAt().toString())
                .put("sentAt", open.task().sentAt().toString())
                .put("expiresAt", open.task().expiresAt().toString())
                .put("picture", alert(open).isPresent())
                .put("deadlines", new JsonArray(Reply.records(clock(open))))
                .put("reports", new JsonArray(Reply.records(open.task().reports())))
                .put("now", services.clock().instant().toString());
        Reports.place(open).ifPresent(place -> page.put("way", way(place, name)));
        return page;
    }

    /** Of the places it was sent to. */
    private static List<Deadline> clock(Tasks.Open open) {
        List<String> parts = open.task().parts();
        return open.incident().deadlines().stream()
                .filter(deadline -> parts.isEmpty() || deadline.part() == null || parts.contains(deadline.part()))
                .toList();
    }

    /** The alert whose picture the unit is shown: the first at the place where it was sent. */
    Optional<String> alert(Tasks.Open open) {
        return alertOf(open).map(Alert::id);
    }

    private static Optional<Alert> alertOf(Tasks.Open open) {
        List<Alert> alerts = open.incident().alerts();
        Set<String> cameras = Set.copyOf(
                parts(open).stream().flatMap(part -> part.cameras().stream()).toList());
        return alerts.stream()
                .filter(alert -> cameras.isEmpty() || cameras.contains(alert.camera()))
                .findFirst();
    }

    private static List<Part> parts(Tasks.Open open) {
        return open.task().parts().stream()
                .flatMap(part -> open.incident().part(part).stream())
                .toList();
    }

    private String placeName(Tasks.Open open) {
        String camera = parts(open).stream()
                .map(Part::camera)
                .findFirst()
                .orElse(open.incident().camera());
        return services.street()
                .cameras()
                .names(Set.of(camera), Guard.EVERYTHING)
                .getOrDefault(camera, camera);
    }

    static String unitName(Services services, Task task) {
        return services.room().units().list(Guard.EVERYTHING).stream()
                .filter(unit -> unit.id().equals(task.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse(task.unit());
    }

    /** 高德 and, in China, Apple's maps count in GCJ-02; {@code geo:} is WGS-84 (RFC 5870 §3.4.2). */
    private static JsonObject way(Point place, String name) {
        Point map = CoordinateSystem.GCJ02.ofWgs84(place);
        String called = URLEncoder.encode(Objects.requireNonNull(name), UTF_8).replace("+", "%20");
        String moved = degrees(map.latitude()) + ',' + degrees(map.longitude());
        return new JsonObject()
                .put("longitude", place.longitude())
                .put("latitude", place.latitude())
                .put(
                        "amap",
                        "https://uri.amap.com/navigation?to=" + degrees(map.longitude()) + ',' + degrees(map.latitude())
                                + ',' + called + "&mode=car&coordinate=gaode&callnative=1")
                .put("apple", "https://maps.apple.com/?daddr=" + moved + "&q=" + called)
                .put(
                        "geo",
                        "geo:" + degrees(place.latitude()) + ',' + degrees(place.longitude()) + "?q="
                                + degrees(place.latitude()) + ',' + degrees(place.longitude()) + '(' + called + ')');
    }

    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }
}
