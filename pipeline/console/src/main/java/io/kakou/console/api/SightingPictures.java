package io.kakou.console.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Relays;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.clips.ClipFailure;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.search.StoredSearch;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.LabelledBox;
import io.kakou.events.PersonSighting;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of who passed: those that were kept for the search, else cut from footage by the worker that has it. The row that
 * says who looks is on disk before the first byte leaves.
 */
final class SightingPictures {
    private static final int SECONDS_TO_KEEP = 60;
    private static final double ONCE_A_SESSION = 24 * 3600;
    private static final String JPEG = "image/jpeg";

    private final Services services;
    private final WorkerExecutor workers;
    private final Guard guard;

    SightingPictures(Services services, WorkerExecutor workers, Guard guard) {
        this.services = services;
        this.workers = workers;
        this.guard = guard;
    }

    /** @param kept for the search, or null */
    private record Found(PersonSighting seen, @Nullable Reply kept) {}

    Future<?> picture(Call call) {
        HttpServerResponse response = call.context().response();
        return workers.executeBlocking(() -> found(call, guard.let(Endpoint.SIGHTING_PICTURE, call)), false)
                .compose(found -> {
                    Reply kept = found.kept();
                    if (kept != null) {
                        kept.send(response);
                        return Future.succeededFuture();
                    }
                    return services.media()
                            .door()
                            .footage(found.seen().camera(), path(found.seen()))
                            .compose(answer -> Relays.stream(answer, response, JPEG));
                });
    }

    private Found found(Call call, Caller caller) {
        StoredSearch search = services.search().searches().get(call.id("search"), caller.scope());
        PersonSighting seen = sighting(services, call.id("file").replaceFirst("\\.jpg$", ""), caller);
        StoredCamera camera = services.street().cameras().get(seen.camera(), caller.scope());
        String reason = call.reason().orElse("case " + search.search().caseNumber() + " at " + seen.camera());
        services.people()
                .views()
                .recordOncePer(
                        ONCE_A_SESSION,
                        new Views.Asked(
                                caller.account().name(),
                                caller.session().id(),
                                ViewKind.SEARCH_PICTURE,
                                seen.id(),
                                camera.area(),
                                reason));
        return new Found(seen, kept(search, seen));
    }

    /** Where the store is away there may still be footage, and the worker says why where there is none. */
    private @Nullable Reply kept(StoredSearch search, PersonSighting seen) {
        try {
            byte[] jpeg = services.search().pictures().picture(search.search().id(), seen.id());
            return Reply.bytes(JPEG, jpeg, SECONDS_TO_KEEP);
        } catch (ClipFailure e) {
            return null;
        }
    }

    /** The box is of the moment when somebody was seen last. */
    private static String path(PersonSighting seen) {
        LabelledBox box = seen.box();
        return "/footage/person?camera=" + seen.camera() + "&at="
                + URLEncoder.encode(seen.lastSeen().toString(), UTF_8) + "&left=" + box.left() + "&top=" + box.top()
                + "&right=" + box.right() + "&bottom=" + box.bottom();
    }

    /** Who passed a camera in the caller's areas. */
    static PersonSighting sighting(Services services, String id, Caller caller) {
        return services.search()
                .sightings()
                .record(id)
                .filter(seen -> services.street().cameras().list(caller.scope()).stream()
                        .anyMatch(each -> each.camera().id().equals(seen.camera())))
                .orElseThrow(() -> Refusal.notFound("passing of that name"));
    }
}
