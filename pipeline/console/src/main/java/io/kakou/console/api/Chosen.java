package io.kakou.console.api;

import io.kakou.console.areas.Scope;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Cameras that somebody names for something to be done there, and the reason: what switching rules and models share. */
final class Chosen {
    /** So many are named on a page. */
    static final int MOST_NAMED = 50;

    private static final int MOST_REASON = 200;
    private static final int MOST_CAMERAS = 2_000;

    private Chosen() {}

    static String reason(JsonObject body) {
        String reason = Call.optionalText(body, "reason");
        if (reason == null || reason.isBlank() || reason.length() > MOST_REASON) {
            throw Refusal.badField("reason", "the reason is no line; allowed: 1 to " + MOST_REASON + " characters");
        }
        return reason.strip();
    }

    /**
     * Those that the body names; where it names none, everywhere: for whoever does not see everything, that is what they see.
     *
     * @param seen the cameras that may be named
     */
    static List<String> cameras(JsonObject body, Scope scope, Collection<StoredCamera> seen) {
        Object given = body.getValue("cameras");
        List<String> all =
                seen.stream().map(each -> each.camera().id()).sorted().toList();
        if (given == null || (given instanceof JsonArray none && none.isEmpty())) {
            return scope.everything() ? List.of() : someOf(all);
        }
        if (!(given instanceof JsonArray some) || some.size() > MOST_CAMERAS) {
            throw Refusal.badField("cameras", "cameras is no list; allowed: up to " + MOST_CAMERAS + " ids");
        }
        List<String> named = some.stream().map(String::valueOf).distinct().toList();
        List<String> unknown =
                named.stream().filter(id -> !all.contains(id)).limit(10).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badField(
                    "cameras",
                    "there is no camera " + shortened(unknown) + "; allowed: "
                            + shortened(all.stream().limit(10).toList())
                            + (all.size() > 10 ? ", … (" + all.size() + " in all)" : ""));
        }
        return named;
    }

    private static List<String> someOf(List<String> all) {
        if (all.isEmpty()) {
            throw Refusal.badField("cameras", "there is no camera in your areas; allowed: none");
        }
        return all;
    }

    private static String shortened(List<String> ids) {
        return ids.stream()
                .map(id -> id.length() <= 64 ? id : id.substring(0, 64) + "…")
                .collect(Collectors.joining(", "));
    }

    /** For a page: id and name. */
    static JsonArray named(List<StoredCamera> cameras) {
        JsonArray named = new JsonArray();
        cameras.stream()
                .limit(MOST_NAMED)
                .forEach(each -> named.add(new JsonObject()
                        .put("id", each.camera().id())
                        .put("name", each.camera().name())));
        return named;
    }

    /**
     * What somebody does at cameras, for the record.
     *
     * @param there the cameras that are meant; empty: all
     */
    static Views.Asked asked(Caller caller, ViewKind what, String object, List<StoredCamera> there, String reason) {
        List<String> areas = there.stream()
                .map(camera -> String.valueOf(camera.area()))
                .distinct()
                .toList();
        return new Views.Asked(
                caller.account().name(),
                caller.session().id(),
                what,
                object,
                areas.size() == 1 && !areas.get(0).equals("null") ? areas.get(0) : null,
                reason);
    }
}
