package io.kakou.console.api;

import io.kakou.console.refusal.Refusal;
import io.kakou.events.CameraKind;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The models that workers say they have, asked at each request. */
final class OfferedModels {
    private static final int SHOWN = 12;
    private static final int LEAST = 8;
    private static final String HASH = "[0-9a-f]{" + LEAST + ",64}";

    private final Services services;

    OfferedModels(Services services) {
        this.services = services;
    }

    /**
     * A model that some workers have.
     *
     * @param workers where those that have it answer; null: the one beside this console
     * @param json as the first of them told it
     */
    record Model(String hash, String name, List<CameraKind> kinds, List<@Nullable URI> workers, JsonObject json) {}

    /** @param troubles cards that are no models', a line each */
    record All(Map<String, Model> models, JsonArray troubles) {
        JsonArray shown() {
            JsonArray shown = new JsonArray();
            models.values().forEach(each -> shown.add(each.json.put("workers", each.workers.size())));
            return shown;
        }

        /** The only one whose hash begins so. */
        Model one(String beginning) {
            List<Model> found = models.values().stream()
                    .filter(each -> beginning.matches(HASH) && each.hash.startsWith(beginning))
                    .toList();
            if (found.size() != 1) {
                String named = beginning.length() <= 64 ? beginning : beginning.substring(0, 64) + "…";
                throw Refusal.badField(
                        "model",
                        "there is no model " + named
                                + "; allowed: a hash of what lies in the workers' folder of models, " + LEAST
                                + " digits at least: " + words());
            }
            return found.get(0);
        }

        private String words() {
            String named = models.values().stream()
                    .map(each -> shortHash(each.hash) + ' ' + each.name)
                    .collect(Collectors.joining(", "));
            String wrong = troubles.stream().map(String::valueOf).collect(Collectors.joining("; "));
            return (named.isEmpty() ? "none" : named) + (wrong.isEmpty() ? "" : " (no models: " + wrong + ")");
        }
    }

    static String shortHash(String hash) {
        return hash.substring(0, Math.min(SHOWN, hash.length()));
    }

    /** What the workers have that answer; one that does not answer has nothing. */
    Future<All> all() {
        List<@Nullable URI> doors = new ArrayList<>(services.street().states().doors());
        if (doors.isEmpty()) {
            doors.add(null);
        }
        List<Future<JsonObject>> asked =
                doors.stream().map(door -> json(door, "/models")).toList();
        return Future.join(asked).transform(done -> {
            All all = new All(new LinkedHashMap<>(), new JsonArray());
            boolean none = true;
            for (int i = 0; i < asked.size(); i++) {
                if (asked.get(i).succeeded()) {
                    none = false;
                    add(all, asked.get(i).result(), doors.get(i));
                }
            }
            return none ? Future.failedFuture(asked.get(0).cause()) : Future.succeededFuture(all);
        });
    }

    private static void add(All all, JsonObject told, @Nullable URI door) {
        for (Object each : told.getJsonArray("models", new JsonArray())) {
            JsonObject json = (JsonObject) each;
            List<CameraKind> kinds = json.getJsonArray("kinds", new JsonArray()).stream()
                    .map(kind -> CameraKind.valueOf(String.valueOf(kind)))
                    .toList();
            Model model =
                    new Model(json.getString("hash", ""), json.getString("name", ""), kinds, new ArrayList<>(), json);
            all.models.computeIfAbsent(model.hash, hash -> model).workers.add(door);
        }
        told.getJsonArray("troubles", new JsonArray()).forEach(line -> {
            if (!all.troubles.contains(line)) {
                all.troubles.add(line);
            }
        });
    }

    /** The same once a worker has opened it and run it on nothing: what does not run there is not turned to. */
    Future<Model> tried(Model model) {
        return json(model.workers.get(0), "/models/" + model.hash).map(told -> {
            String trouble = told.getString("trouble");
            if (trouble != null) {
                throw Refusal.badField("model", "model " + model.name + " does not fit: " + trouble);
            }
            return model;
        });
    }

    private Future<JsonObject> json(@Nullable URI door, String path) {
        return services.media().door().models(door, path).compose(answer -> answer.body()
                .map(body -> {
                    JsonObject told = body.toJsonObject();
                    if (answer.statusCode() != 200) {
                        throw Refusal.away("a worker does not say what models it has: "
                                + told.getString("error", "status " + answer.statusCode()));
                    }
                    return told;
                }));
    }
}
