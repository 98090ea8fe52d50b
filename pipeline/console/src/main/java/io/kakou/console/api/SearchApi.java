package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Reply;
import io.kakou.console.clips.ClipFailure;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.search.Searches;
import io.kakou.console.search.StoredSearch;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Hop;
import io.kakou.events.PersonSighting;
import io.kakou.events.Search;
import io.kakou.events.search.StreetGraph;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches for children: the form, the candidates, what people decide. */
final class SearchApi {
    private static final double ONCE_PER_SECONDS = 600;

    private final Services services;
    private final SearchShown shown;

    SearchApi(Services services) {
        this.services = services;
        this.shown = new SearchShown(services);
    }

    Reply reply(Endpoint endpoint, Call call, Caller caller) {
        return switch (endpoint) {
            case SEARCHES ->
                Reply.json(searches().list(caller.scope()).stream()
                        .map(SearchShown::head)
                        .toList());
            case OPEN_SEARCH -> open(call, caller);
            case SEARCH -> one(call, caller);
            case SEARCH_DRAFT -> Reply.json(shown.draft(found(call, caller).search(), caller));
            case ACCEPT_SIGHTING -> accept(call, caller);
            case REJECT_SIGHTING -> reject(call, caller);
            case END_SEARCH -> end(call, caller);
            default -> throw new IllegalArgumentException(endpoint + " is no route of searches");
        };
    }

    private Reply open(Call call, Caller caller) {
        SearchBody body = SearchBody.read(call.body(), services, caller);
        Search search = services.search().finder().withReach(body.search());
        record(caller, ViewKind.SEARCH_OPENED, search, body.area(), "case " + search.caseNumber());
        searches().open(search, body.area());
        services.room().feed().changed();
        return Reply.json(201, shown.whole(found(search.id(), caller), caller));
    }

    private Reply one(Call call, Caller caller) {
        StoredSearch found = found(call, caller);
        services.people()
                .views()
                .recordOncePer(
                        ONCE_PER_SECONDS,
                        asked(
                                caller,
                                ViewKind.SEARCH_LOOKED,
                                found.search(),
                                found.area(),
                                "case " + found.search().caseNumber()));
        return Reply.json(shown.whole(found, caller));
    }

    /** Who searches says that this is the child: the next hop is looked for from here. */
    private Reply accept(Call call, Caller caller) {
        StoredSearch found = found(call, caller);
        PersonSighting seen = sighting(call, caller);
        Hop hop = new Hop(seen.camera(), seen.id(), seen.firstSeen(), seen.lastSeen(), seen.above(), seen.below());
        record(caller, ViewKind.SEARCH_DECIDED, found.search(), found.area(), "accepted at " + seen.camera());
        Search changed = searches()
                .change(found.search().id(), now -> services.search().finder().withReach(Searches.with(now, hop)));
        learn(changed, hop);
        services.room().feed().changed();
        return Reply.json(shown.whole(found(changed.id(), caller), caller));
    }

    /** Between neighbours it is now known how long somebody took. */
    private void learn(Search search, Hop hop) {
        StreetGraph graph = services.search().finder().graph();
        List<Hop> hops = search.hops();
        for (int i = 1; i < hops.size(); i++) {
            Hop from = hops.get(i - 1);
            Hop to = hops.get(i);
            boolean isNew =
                    from.sighting().equals(hop.sighting()) || to.sighting().equals(hop.sighting());
            if (isNew && graph.neighbours(from.camera()).containsKey(to.camera())) {
                double seconds =
                        Duration.between(from.lastSeen(), to.firstSeen()).toMillis() / 1000.0;
                searches().learn(from.camera(), to.camera(), Math.max(1, seconds));
            }
        }
    }

    private Reply reject(Call call, Caller caller) {
        StoredSearch found = found(call, caller);
        PersonSighting seen = sighting(call, caller);
        record(caller, ViewKind.SEARCH_DECIDED, found.search(), found.area(), "turned down at " + seen.camera());
        Search changed = searches().change(found.search().id(), now -> services.search()
                .finder()
                .withReach(Searches.without(now, seen.id())));
        services.room().feed().changed();
        return Reply.json(shown.whole(found(changed.id(), caller), caller));
    }

    private Reply end(Call call, Caller caller) {
        StoredSearch found = found(call, caller);
        JsonObject body = call.body();
        String reason = Call.text(body, "reason");
        if (reason.isBlank() || reason.length() > 200) {
            throw Refusal.badField("reason", "the reason is no line; allowed: 1 to 200 characters");
        }
        record(caller, ViewKind.SEARCH_ENDED, found.search(), found.area(), reason.strip());
        searches().end(found.search().id());
        try {
            int unused = services.search().pictures().keepOnly(searches().ids());
        } catch (ClipFailure e) {
            // The purge takes them when the store is back.
            return Reply.json(202, new JsonObject().put("ok", true).put("pictures", "later"));
        } finally {
            services.room().feed().changed();
        }
        return Reply.ok();
    }

    private StoredSearch found(Call call, Caller caller) {
        return found(call.id("search"), caller);
    }

    private StoredSearch found(String id, Caller caller) {
        return searches().get(id, caller.scope());
    }

    private PersonSighting sighting(Call call, Caller caller) {
        return sighting(Call.text(call.body(), "sighting"), caller);
    }

    private PersonSighting sighting(String id, Caller caller) {
        return SightingPictures.sighting(services, id, caller);
    }

    private void record(Caller caller, ViewKind kind, Search search, @Nullable String area, String reason) {
        services.people().views().record(asked(caller, kind, search, area, reason));
    }

    private static Views.Asked asked(
            Caller caller, ViewKind kind, Search search, @Nullable String area, String reason) {
        return new Views.Asked(caller.account().name(), caller.session().id(), kind, search.id(), area, reason);
    }

    private Searches searches() {
        return services.search().searches();
    }

    /** The newest time that may be said: clocks differ by a little. */
    static Instant newest(Instant now) {
        return now.plusSeconds(60);
    }
}
