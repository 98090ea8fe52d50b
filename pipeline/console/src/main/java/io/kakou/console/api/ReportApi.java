package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.incidents.Openings;
import io.kakou.console.refusal.Refusal;
import io.kakou.events.Area;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** An incident that a person opens: what a caller says, or what somebody saw on a live picture. */
final class ReportApi {
    private final Services services;

    ReportApi(Services services) {
        this.services = services;
    }

    Reply open(Call call, Caller caller) {
        JsonObject body = call.body();
        EventKind kind = Call.constant(EventKind.class, "kind", Call.optionalText(body, "kind"));
        String camera = Call.optionalText(body, "camera");
        Point given = place(body);
        if (camera == null && given == null) {
            throw Refusal.badField(
                    "camera", "neither a camera nor a place is given; allowed: camera, or longitude and" + " latitude");
        }
        Point place = camera == null ? inScope(given, caller) : placeOf(camera, given, caller);
        String alert = services.room()
                .openings()
                .take(new Openings.Report(
                        ActionBody.actionId(body),
                        kind,
                        camera,
                        place,
                        caller.account().name(),
                        services.clock().instant(),
                        ActionBody.note(body)));
        return Reply.json(202, new JsonObject().put("alert", alert));
    }

    private @Nullable Point placeOf(String camera, @Nullable Point given, Caller caller) {
        StoredCamera known = services.street().cameras().list(caller.scope()).stream()
                .filter(each -> each.camera().id().equals(camera))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.badField("camera", "there is no camera " + camera + "; allowed: one of /api/cameras"));
        return given == null ? known.camera().place() : given;
    }

    private Point inScope(@Nullable Point place, Caller caller) {
        String area = services.street().areas().map().at(place).map(Area::id).orElse(null);
        if (place == null || !caller.scope().sees(area)) {
            throw Refusal.badField("longitude", "the place lies in no area that you answer for; allowed: one of yours");
        }
        return place;
    }

    private static @Nullable Point place(JsonObject body) {
        Object longitude = body.getValue("longitude");
        Object latitude = body.getValue("latitude");
        if (longitude == null && latitude == null) {
            return null;
        }
        if (longitude instanceof Number east && latitude instanceof Number north) {
            try {
                return new Point(east.doubleValue(), north.doubleValue());
            } catch (IllegalArgumentException e) {
                throw Refusal.badField("longitude", String.valueOf(e.getMessage()));
            }
        }
        throw Refusal.badField("longitude", "longitude or latitude is no number; allowed: degrees, WGS-84");
    }
}
