package io.kakou.console.api;

import io.kakou.console.call.Caller;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.events.Camera;
import io.kakou.events.JudgedBy;
import io.kakou.events.ModelUse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models' uses as a page shows them: where, by whom, why, and at how many cameras the workers say that it is so. */
final class ModelsShown {
    private final Services services;

    ModelsShown(Services services) {
        this.services = services;
    }

    /** What is in use anywhere in the caller's areas. */
    List<JsonObject> uses(Caller caller) {
        List<ModelUse> active = services.watch().models().active();
        if (active.isEmpty()) {
            return List.of();
        }
        Map<String, StoredCamera> cameras = inScope(caller);
        return active.stream()
                .filter(use -> caller.scope().everything()
                        || cameras.values().stream().map(StoredCamera::camera).anyMatch(camera -> covers(use, camera)))
                .map(use -> shown(use, cameras))
                .toList();
    }

    JsonObject use(ModelUse use, Caller caller) {
        return shown(use, inScope(caller));
    }

    /** Cameras in the caller's areas that a use is meant for. */
    List<StoredCamera> covered(ModelUse use, Caller caller) {
        return inScope(caller).values().stream()
                .filter(each -> covers(use, each.camera()))
                .toList();
    }

    /** How many cameras were looked at by each model last. */
    List<JsonObject> looking(Caller caller) {
        Map<String, Integer> counts = new TreeMap<>();
        inScope(caller).keySet().forEach(id -> {
            String model = judgedBy(id).model();
            if (model != null) {
                counts.merge(model, 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .map(each -> new JsonObject().put("model", each.getKey()).put("cameras", each.getValue()))
                .toList();
    }

    Map<String, StoredCamera> inScope(Caller caller) {
        return services.street().cameras().list(caller.scope()).stream()
                .collect(Collectors.toMap(each -> each.camera().id(), Function.identity()));
    }

    /** A camera that a later use is meant for is that one's. */
    private JsonObject shown(ModelUse use, Map<String, StoredCamera> cameras) {
        List<ModelUse> active = services.watch().models().active();
        List<StoredCamera> covered = cameras.values().stream()
                .filter(each -> use.equals(first(active, each.camera())))
                .sorted(Comparator.comparing(each -> each.camera().id()))
                .toList();
        List<String> waiting = new ArrayList<>();
        JsonArray troubles = new JsonArray();
        for (StoredCamera each : covered) {
            JudgedBy by = judgedBy(each.camera().id());
            if (by.trouble() != null) {
                addTrouble(troubles, each.camera(), by.trouble());
            }
            if (!use.id().equals(by.use())) {
                waiting.add(each.camera().name());
            }
        }
        Map<String, String> names = services.people().accounts().fullNames();
        Instant until = use.until();
        return new JsonObject()
                .put("id", use.id())
                .put("model", use.model())
                .put("name", use.name())
                .put("kinds", new JsonArray(use.kinds().stream().map(Enum::name).toList()))
                .put("everywhere", use.cameras().isEmpty() && use.except().isEmpty())
                .put("cameras", Chosen.named(covered))
                .put("of", covered.size())
                .put("inForce", covered.size() - waiting.size())
                .put(
                        "waiting",
                        new JsonArray(waiting.stream().limit(Chosen.MOST_NAMED).toList()))
                .put("troubles", troubles)
                .put("user", use.user())
                .put("userName", names.getOrDefault(use.user(), use.user()))
                .put("reason", use.reason())
                .put("from", use.from().toString())
                .put("until", until == null ? null : until.toString());
    }

    private static void addTrouble(JsonArray troubles, Camera camera, String why) {
        if (troubles.size() < Chosen.MOST_NAMED) {
            troubles.add(new JsonObject().put("name", camera.name()).put("why", why));
        }
    }

    private static @Nullable ModelUse first(List<ModelUse> active, Camera camera) {
        return active.stream().filter(use -> covers(use, camera)).findFirst().orElse(null);
    }

    private static boolean covers(ModelUse use, Camera camera) {
        return use.covers(camera.id(), camera.kind());
    }

    private JudgedBy judgedBy(String camera) {
        JudgedBy by = services.street().states().of(camera).judgedBy();
        return by == null ? new JudgedBy(null, null, null) : by;
    }
}
