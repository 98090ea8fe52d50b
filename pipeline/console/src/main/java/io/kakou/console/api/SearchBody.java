package io.kakou.console.api;

import io.kakou.console.areas.Scope;
import io.kakou.console.brakes.Until;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.search.PersonSightings;
import io.kakou.events.Area;
import io.kakou.events.ChildVehicle;
import io.kakou.events.ClothColour;
import io.kakou.events.Description;
import io.kakou.events.HeightClass;
import io.kakou.events.Point;
import io.kakou.events.Search;
import io.kakou.events.SearchStart;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form asks of whoever misses a child, or has found one; each field that is wrong is named.
 *
 * @param area that the place lies in, or null
 */
record SearchBody(Search search, @Nullable String area) {
    private static final String USUAL_END = "24h";

    static SearchBody read(JsonObject body, Services services, Caller caller) {
        Instant now = services.clock().instant();
        Point place = place(body, services, caller.scope());
        String area = services.street().areas().map().at(place).map(Area::id).orElse(null);
        if (!caller.scope().sees(area)) {
            throw Refusal.badField("longitude", "the place lies in no area that you answer for; allowed: one of yours");
        }
        Instant at = at(body, now);
        String end = Call.optionalText(body, "until");
        Instant until = Until.read(end == null || end.isBlank() ? USUAL_END : end, now);
        try {
            Search search = new Search(
                    Call.idOrNew(body, "search-"),
                    Call.text(body, "caseNumber"),
                    Call.constant(SearchStart.class, "start", Call.optionalText(body, "start")),
                    place,
                    at,
                    description(body),
                    List.of(),
                    List.of(),
                    List.of(),
                    at,
                    until,
                    caller.account().name());
            return new SearchBody(search, area);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Description description(JsonObject body) {
        return new Description(
                colours(body, "above"),
                colours(body, "below"),
                constant(HeightClass.class, HeightClass.UNKNOWN, "height", body),
                constant(ChildVehicle.class, ChildVehicle.UNKNOWN, "vehicle", body),
                companions(body));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, E unknown, String field, JsonObject body) {
        String said = Call.optionalText(body, field);
        return said == null || said.equals(unknown.name()) ? unknown : Call.constant(type, field, said);
    }

    private static List<ClothColour> colours(JsonObject body, String field) {
        Object given = body.getValue(field);
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof JsonArray some) || some.size() > Description.MOST_COLOURS) {
            throw Refusal.badField(
                    field, field + " is no list of colours; allowed: up to " + Description.MOST_COLOURS + " colours");
        }
        List<ClothColour> colours = new ArrayList<>();
        for (Object each : some) {
            colours.add(Call.constant(ClothColour.class, field, String.valueOf(each)));
        }
        return colours;
    }

    private static int companions(JsonObject body) {
        Object given = body.getValue("companions");
        if (given == null) {
            return Description.NOBODY_KNOWS;
        }
        if (given instanceof Integer many && many >= Description.NOBODY_KNOWS && many <= 20) {
            return many;
        }
        throw Refusal.badField("companions", "companions is no number; allowed: 0 to 20, or -1 where nobody knows");
    }

    private static Instant at(JsonObject body, Instant now) {
        String said = Call.text(body, "at");
        Instant oldest = now.minus(PersonSightings.KEPT);
        String allowed = "; allowed: a time with its zone from " + oldest + " to " + now;
        try {
            Instant at = OffsetDateTime.parse(said.strip()).toInstant();
            if (at.isAfter(SearchApi.newest(now)) || at.isBefore(oldest)) {
                throw Refusal.badField("at", "at is " + at + allowed);
            }
            return at;
        } catch (DateTimeException e) {
            String shown = said.length() <= 40 ? said : said.substring(0, 40) + "…";
            throw Refusal.badField("at", "at is \"" + shown + "\"" + allowed);
        }
    }

    private static Point place(JsonObject body, Services services, Scope scope) {
        String camera = Call.optionalText(body, "camera");
        if (camera != null && !camera.isBlank()) {
            return services.street().cameras().list(scope).stream()
                    .map(StoredCamera::camera)
                    .filter(each -> each.id().equals(camera) && each.place() != null)
                    .findFirst()
                    .map(each -> Objects.requireNonNull(each.place()))
                    .orElseThrow(() -> Refusal.badField(
                            "camera",
                            "there is no camera " + (camera.length() <= 64 ? camera : camera.substring(0, 64) + "…")
                                    + " with a place; allowed: one of /api/cameras"));
        }
        if (body.getValue("longitude") instanceof Number east && body.getValue("latitude") instanceof Number north) {
            try {
                return new Point(east.doubleValue(), north.doubleValue());
            } catch (IllegalArgumentException e) {
                throw Refusal.badField("longitude", String.valueOf(e.getMessage()));
            }
        }
        throw Refusal.badField(
                "camera", "there is no place; allowed: camera, or longitude and latitude in degrees, WGS-84");
    }
}
