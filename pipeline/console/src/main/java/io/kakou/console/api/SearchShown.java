package io.kakou.console.api;

import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.CameraState;
import io.kakou.console.search.Finder;
import io.kakou.console.search.StoredSearch;
import io.kakou.events.Camera;
import io.kakou.events.Finding;
import io.kakou.events.FootageLook;
import io.kakou.events.PersonSighting;
import io.kakou.events.Point;
import io.kakou.events.Recording;
import io.kakou.events.Search;
import io.kakou.events.search.Candidate;
import io.kakou.events.search.Direction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A search as the page shows it. What lies at cameras of others' areas is counted and not shown. */
final class SearchShown {
    /** On the strip. */
    private static final int CANDIDATES = 10;

    private final Services services;

    SearchShown(Services services) {
        this.services = services;
    }

    static JsonObject head(StoredSearch stored) {
        return Reply.record(stored.search())
                .put("area", stored.area())
                .put("openedAt", stored.openedAt().toString());
    }

    /** The search, its route, who may be next, and how far footage was looked at. */
    JsonObject whole(StoredSearch stored, Caller caller) {
        Map<String, Camera> cameras = cameras(caller);
        Search search = stored.search();
        return head(stored)
                .put("cameras", places(search, cameras))
                .put("backward", candidates(search, Direction.BACKWARD, cameras))
                .put("forward", candidates(search, Direction.FORWARD, cameras))
                .put("footage", footage(search, cameras))
                .put("live", live(search, cameras));
    }

    /** The likeliest way both ways beyond what is known, for people to look at. */
    JsonObject draft(Search search, Caller caller) {
        Map<String, Camera> cameras = cameras(caller);
        Finder finder = services.search().finder();
        return new JsonObject()
                .put("backward", shown(finder.draft(search, Direction.BACKWARD), cameras))
                .put("forward", shown(finder.draft(search, Direction.FORWARD), cameras));
    }

    private Map<String, Camera> cameras(Caller caller) {
        Map<String, Camera> cameras = new LinkedHashMap<>();
        services.street()
                .cameras()
                .list(caller.scope())
                .forEach(each -> cameras.put(each.camera().id(), each.camera()));
        return cameras;
    }

    private JsonObject candidates(Search search, Direction direction, Map<String, Camera> cameras) {
        List<Candidate> all = services.search().finder().candidates(search, direction, 2 * CANDIDATES);
        List<Candidate> own = all.stream()
                .filter(each -> cameras.containsKey(each.sight().camera()))
                .limit(CANDIDATES)
                .toList();
        long others = all.stream()
                .filter(each -> !cameras.containsKey(each.sight().camera()))
                .count();
        return new JsonObject().put("candidates", shown(own, cameras)).put("elsewhere", others);
    }

    private JsonArray shown(List<Candidate> candidates, Map<String, Camera> cameras) {
        Map<String, PersonSighting> records = services.search()
                .sightings()
                .records(candidates.stream().map(Candidate::sight).toList());
        JsonArray shown = new JsonArray();
        for (Candidate each : candidates) {
            PersonSighting seen = records.get(each.sight().id());
            Camera camera = cameras.get(each.sight().camera());
            if (seen != null && camera != null) {
                shown.add(shown(each, seen, camera));
            }
        }
        return shown;
    }

    private static JsonObject shown(Candidate candidate, PersonSighting seen, Camera camera) {
        return Reply.record(seen)
                .put("sighting", seen.id())
                .put("name", camera.name())
                .put("place", place(camera.place()))
                .put("likeness", rounded(candidate.likeness()))
                .put("walk", rounded(candidate.walk()))
                .put("score", rounded(candidate.score()))
                .put("seconds", Math.round(candidate.seconds()))
                .put("metres", Math.round(candidate.way().metres()))
                .put("usualSeconds", Math.round(candidate.way().seconds()))
                .put("between", Math.max(0, candidate.way().between()));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static JsonArray places(Search search, Map<String, Camera> cameras) {
        JsonArray places = new JsonArray();
        search.hops().stream()
                .map(hop -> cameras.get(hop.camera()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(camera -> places.add(new JsonObject()
                        .put("id", camera.id())
                        .put("name", camera.name())
                        .put("place", place(camera.place()))));
        return places;
    }

    private static @Nullable JsonObject place(@Nullable Point place) {
        return place == null ? null : Reply.record(place);
    }

    /** Of each camera that was to be looked at: what nobody has said anything of was not looked at. */
    private JsonArray footage(Search search, Map<String, Camera> cameras) {
        Map<String, Finding> told = new LinkedHashMap<>();
        services.search().findings().footage(search.id()).forEach(each -> told.put(each.camera(), each));
        JsonArray shown = new JsonArray();
        for (String id : search.reach()) {
            Camera camera = cameras.get(id);
            if (camera != null) {
                shown.add(footage(camera, told.get(id)));
            }
        }
        return shown;
    }

    private JsonObject footage(Camera camera, @Nullable Finding told) {
        CameraState state = services.street().states().of(camera.id());
        JsonObject shown = new JsonObject()
                .put("camera", camera.id())
                .put("name", camera.name())
                .put("place", place(camera.place()))
                .put("online", state.online())
                .put("blind", state.blind());
        Finding.Progress progress = told == null ? null : told.progress();
        if (progress == null) {
            boolean kept = camera.recording() == Recording.CONTINUOUS || camera.recording() == Recording.ELSEWHERE;
            FootageLook untold = kept ? FootageLook.NOT_YET : FootageLook.NOT_RECORDED;
            return shown.put("state", untold.name());
        }
        return shown.put("state", progress.state().name())
                .put("from", progress.from().toString())
                .put("to", progress.to().toString())
                .put("seconds", progress.seconds())
                .put("missing", progress.missing())
                .put("why", progress.why());
    }

    /** Who was matched while passing, the newest first. */
    private JsonArray live(Search search, Map<String, Camera> cameras) {
        JsonArray shown = new JsonArray();
        for (Finding each : services.search().findings().newest(search.id(), CANDIDATES)) {
            PersonSighting seen = each.seen();
            Camera camera = cameras.get(each.camera());
            if (seen != null && camera != null && !search.rejected().contains(seen.id())) {
                shown.add(Reply.record(seen)
                        .put("sighting", seen.id())
                        .put("name", camera.name())
                        .put("place", place(camera.place()))
                        .put("likeness", rounded(each.likeness()))
                        .put("walk", rounded(each.walk()))
                        .put("score", rounded(each.likeness() + each.walk())));
            }
        }
        return shown;
    }
}
