package io.kakou.console.api;

import io.kakou.console.blind.BlindNotice;
import io.kakou.console.call.Caller;
import io.kakou.events.Brake;
import io.kakou.events.ModelUse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one page was told of brakes, of models, of what is watched and of blind places, so that it is told again only what changed. */
final class WatchNews {
    private final Services services;
    private final BrakeApi brakes;
    private final WatchApi watch;
    private final Map<String, String> told = new HashMap<>();
    private final ModelsShown models;
    private List<Brake> off = List.of();
    private List<ModelUse> uses = List.of();
    private List<BlindNotice> blind = List.of();

    WatchNews(Services services) {
        this.services = services;
        this.brakes = new BrakeApi(services);
        this.watch = new WatchApi(services);
        this.models = new ModelsShown(services);
    }

    /** At every moment of the page: somebody has switched a rule off or on, or a notice has opened, grown or ended. */
    List<String> changes(Caller caller) {
        List<String> events = new ArrayList<>();
        List<Brake> offNow = services.watch().brakes().active();
        if (!offNow.equals(off)) {
            off = offNow;
            add(events, "brakes", new JsonObject().put("brakes", new JsonArray(brakes.shown(caller))));
        }
        List<ModelUse> usesNow = services.watch().models().active();
        if (!usesNow.equals(uses)) {
            uses = usesNow;
            add(events, "models", new JsonObject().put("uses", new JsonArray(models.uses(caller))));
        }
        List<BlindNotice> blindNow = services.watch().blind().open();
        if (!blindNow.equals(blind)) {
            blind = blindNow;
            add(events, "blind", new JsonObject().put("notices", new JsonArray(watch.shownNotices(caller))));
        }
        return events;
    }

    /** Now and then: where the brakes are in force, what is watched, how the blind places stand. */
    List<String> all(Caller caller) {
        List<String> events = new ArrayList<>();
        add(events, "brakes", new JsonObject().put("brakes", new JsonArray(brakes.shown(caller))));
        add(events, "models", new JsonObject().put("uses", new JsonArray(models.uses(caller))));
        add(events, "blind", new JsonObject().put("notices", new JsonArray(watch.shownNotices(caller))));
        add(events, "table", watch.shownTable(caller));
        return events;
    }

    private void add(List<String> events, String name, JsonObject data) {
        String text = data.encode();
        if (!text.equals(told.put(name, text))) {
            events.add(PageReader.event(name, data));
        }
    }
}
