package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.clips.ClipFailure;
import io.kakou.console.incidents.ActionConflict;
import io.kakou.console.incidents.Unit;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.task.Dispatches;
import io.kakou.console.task.QrCode;
import io.kakou.console.task.ReportKind;
import io.kakou.console.task.Task;
import io.kakou.console.task.Tasks;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.console.webhook.LinkMessages;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Id;
import io.kakou.events.Incident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;
import java.util.Set;

/** What the room sees of units outside, and what administrators see of receivers. */
final class TaskApi {
    private static final double ONCE_A_SESSION = 24 * 3600;
    private static final int KEEP_SECONDS = 3600;
    private static final String LINKS = "/t/";
    private static final String DEFAULT_REASON = "incident";

    private final Services services;
    private final Tasks tasks;

    TaskApi(Services services) {
        this.services = services;
        this.tasks = services.outside().tasks();
    }

    Reply reply(Endpoint endpoint, Call call, Caller caller) {
        return switch (endpoint) {
            case TASKS -> list(call, caller);
            case NEW_LINK -> renew(call, caller);
            case UNIT_PHOTO -> photo(call, caller);
            case DEAD_LETTERS -> deadLetters(caller);
            case SEND_AGAIN -> again(call, caller);
            default -> throw new IllegalStateException(endpoint + " has its own way");
        };
    }

    /**
     * Takes what a room does.
     *
     * @return the link that a dispatch makes
     */
    Optional<JsonObject> take(Call call, Action action, Incident incident) throws ActionConflict {
        String unit = action.unit();
        Dispatches.Telling telling = action.kind() == ActionKind.DISPATCH && unit != null
                ? telling(call, incident, unit)
                : (sql, token) -> {};
        return services.outside().dispatches().take(action, telling).map(token -> link(call, token));
    }

    /** Everything but the token is known before the transaction begins: inside it, nobody waits for another. */
    private Dispatches.Telling telling(Call call, Incident incident, String unit) {
        Unit sent = services.room().units().list(Guard.EVERYTHING).stream()
                .filter(each -> each.id().equals(unit))
                .findFirst()
                .orElseGet(() -> new Unit(unit, unit, null, null));
        String camera = incident.camera();
        String place = services.street()
                .cameras()
                .names(Set.of(camera), Guard.EVERYTHING)
                .getOrDefault(camera, camera);
        String links = address(call) + LINKS;
        // Named after the token, which nobody finds again from it.
        return (sql, token) -> services.outside()
                .messages()
                .tell(
                        sql,
                        incident,
                        new LinkMessages.Link(Id.hash("link", token), sent.name(), sent.phone(), place, links + token));
    }

    /** A link as the room shows it: told once, and as a code to be read by a phone. */
    private JsonObject link(Call call, String token) {
        String link = address(call) + LINKS + token;
        return new JsonObject().put("link", link).put("qr", Reply.record(QrCode.of(link)));
    }

    /** What phones call this console by. */
    private String address(Call call) {
        String set = services.outside().links().address();
        if (set != null) {
            return set;
        }
        HostAndPort called = call.request().authority();
        return call.request().scheme() + "://" + (called == null ? "localhost" : called.toString());
    }

    private Reply list(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        return Reply.json(tasks.of(incident.id()).stream().map(this::shown).toList());
    }

    private JsonObject shown(Task task) {
        return Reply.record(task).put("state", task.state().name()).put("unitName", LinkPage.unitName(services, task));
    }

    private Reply renew(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        String id = call.id("task");
        String unit = tasks.of(incident.id()).stream()
                .filter(task -> task.id().equals(id))
                .map(Task::unit)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("task " + id));
        String token = tasks.renew(incident, id, telling(call, incident, unit));
        return Reply.json(link(call, token));
    }

    private Reply photo(Call call, Caller caller) {
        Incident incident = services.room().incidents().get(call.id("incident"), caller.scope());
        String photo = call.id("photo");
        boolean known = tasks.of(incident.id()).stream()
                .flatMap(task -> task.reports().stream())
                .anyMatch(report ->
                        report.kind() == ReportKind.PHOTO && report.id().equals(photo));
        if (!known) {
            throw Refusal.notFound("photo of that name");
        }
        try {
            byte[] jpeg = services.outside().photos().photo(incident.id(), photo);
            services.people()
                    .views()
                    .recordOncePer(
                            ONCE_A_SESSION,
                            new Views.Asked(
                                    caller.account().name(),
                                    caller.session().id(),
                                    ViewKind.UNIT_PHOTO,
                                    photo,
                                    incident.area(),
                                    call.reason().orElse(DEFAULT_REASON)));
            return Reply.bytes("image/jpeg", jpeg, KEEP_SECONDS);
        } catch (ClipFailure e) {
            throw MediaApi.refusal(e);
        }
    }

    private Reply deadLetters(Caller caller) {
        JsonObject shown = new JsonObject()
                .put(
                        "receivers",
                        new JsonArray(
                                Reply.records(services.outside().deliveries().standing(caller.scope()))))
                .put(
                        "dead",
                        new JsonArray(
                                Reply.records(services.outside().deliveries().dead(caller.scope()))));
        return Reply.json(shown);
    }

    private Reply again(Call call, Caller caller) {
        services.outside().deliveries().again(number(call), caller.scope());
        return Reply.ok();
    }

    private static long number(Call call) {
        return Optional.of(call.id("delivery"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> Refusal.notFound("dead letter of that name"));
    }
}
