package io.kakou.console.api;

import io.kakou.console.brakes.Until;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.models.ModelUses;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.ViewKind;
import io.kakou.events.CameraKind;
import io.kakou.events.ModelUse;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which models look at cameras: what there is, turned to, and turned back from. Workers say what they have and what runs. */
final class ModelApi {
    private final Services services;
    private final WorkerExecutor workers;
    private final Guard guard;
    private final OfferedModels offered;
    private final ModelsShown shown;

    ModelApi(Services services, WorkerExecutor workers, Guard guard) {
        this.services = services;
        this.workers = workers;
        this.guard = guard;
        this.offered = new OfferedModels(services);
        this.shown = new ModelsShown(services);
    }

    /** What workers have, what looks now, and by whose word. */
    Future<?> list(Call call) {
        return blocking(() -> guard.let(Endpoint.MODELS, call))
                .compose(caller -> offered.all()
                        .compose(all -> blocking(() -> Reply.json(new JsonObject()
                                .put("models", all.shown())
                                .put("troubles", all.troubles())
                                .put("uses", shown.uses(caller))
                                .put("looking", shown.looking(caller))))))
                .onSuccess(reply -> send(call, reply));
    }

    /** Has cameras looked at with a model that a worker has and has just tried. */
    Future<?> use(Call call) {
        return blocking(() -> wanted(call))
                .compose(wanted -> offered.all()
                        .compose(all -> offered.tried(all.one(wanted.hash)))
                        .compose(model -> blocking(() -> used(wanted, model))))
                .onSuccess(reply -> send(call, reply));
    }

    private record Wanted(Caller caller, JsonObject body, String hash) {}

    private Wanted wanted(Call call) {
        Caller caller = guard.let(Endpoint.USE_MODEL, call);
        JsonObject body = call.body();
        Chosen.reason(body);
        Chosen.cameras(body, caller.scope(), shown.inScope(caller).values());
        return new Wanted(caller, body, Call.text(body, "model"));
    }

    private Reply used(Wanted wanted, OfferedModels.Model model) {
        Caller caller = wanted.caller;
        List<StoredCamera> fitting = shown.inScope(caller).values().stream()
                .filter(each -> model.kinds().contains(each.camera().kind()))
                .toList();
        Instant now = services.clock().instant();
        String until = Call.optionalText(wanted.body, "until");
        ModelUse use = new ModelUse(
                "model-" + UUID.randomUUID().toString().substring(0, 8),
                model.hash(),
                model.name(),
                model.kinds(),
                cameras(wanted, model, fitting),
                List.of(),
                caller.account().name(),
                Chosen.reason(wanted.body),
                now,
                until == null || until.isBlank() ? null : Until.read(until, now));
        String ends = use.until() == null ? "" : " (until " + use.until() + ")";
        record(caller, ViewKind.MODEL_USED, use, use.reason() + ends);
        uses().use(use);
        services.room().feed().changed();
        return Reply.json(201, shown.use(use, caller));
    }

    /** A camera of a kind that the model tells nothing of is no slip to be passed over. */
    private List<String> cameras(Wanted wanted, OfferedModels.Model model, List<StoredCamera> fitting) {
        List<String> named = Chosen.cameras(
                wanted.body, wanted.caller.scope(), shown.inScope(wanted.caller).values());
        Object given = wanted.body.getValue("cameras");
        List<String> ids = fitting.stream().map(each -> each.camera().id()).toList();
        if (given == null || given.toString().equals("[]")) {
            return wanted.caller.scope().everything() ? List.of() : ids;
        }
        List<String> others =
                named.stream().filter(id -> !ids.contains(id)).limit(10).toList();
        if (!others.isEmpty()) {
            throw Refusal.badField(
                    "cameras",
                    "model " + model.name() + " does not fit " + String.join(", ", others)
                            + "; allowed: cameras of kind " + words(model.kinds()));
        }
        return named;
    }

    private static String words(List<CameraKind> kinds) {
        return kinds.stream().map(CameraKind::name).collect(Collectors.joining(", "));
    }

    /** Has cameras looked at as before. */
    Future<?> back(Call call) {
        return blocking(() -> turnedBack(call)).onSuccess(reply -> send(call, reply));
    }

    private Reply turnedBack(Call call) {
        Caller caller = guard.let(Endpoint.MODEL_BACK, call);
        JsonObject body = call.body();
        Predicate<ModelUse> which = which(body);
        List<String> cameras =
                Chosen.cameras(body, caller.scope(), shown.inScope(caller).values());
        String reason = Chosen.reason(body);
        List<ModelUse> held = uses().active().stream()
                .filter(which)
                .filter(use -> cameras.isEmpty()
                        || shown.covered(use, caller).stream()
                                .anyMatch(each -> cameras.contains(each.camera().id())))
                .toList();
        if (held.isEmpty()) {
            throw Refusal.conflict("no such model was turned to there; in use are: " + inWords());
        }
        held.forEach(use -> record(caller, ViewKind.MODEL_BACK, use, reason));
        uses().back(which, cameras, new ModelUses.Ending(caller.account().name(), reason));
        services.room().feed().changed();
        return Reply.json(shown.uses(caller));
    }

    /** One use by its id, all of a model, or all. */
    private static Predicate<ModelUse> which(JsonObject body) {
        String id = Call.optionalText(body, "use");
        String model = Call.optionalText(body, "model");
        return use -> (id == null || use.id().equals(id))
                && (model == null || use.model().startsWith(model));
    }

    private String inWords() {
        List<ModelUse> active = uses().active();
        return active.isEmpty()
                ? "none"
                : active.stream()
                        .map(use -> use.name() + ' ' + OfferedModels.shortHash(use.model()) + " (" + use.id() + ')')
                        .collect(Collectors.joining(", "));
    }

    /** Who wanted it so is on record first. */
    private void record(Caller caller, ViewKind what, ModelUse use, String reason) {
        List<StoredCamera> there = use.cameras().isEmpty() ? List.of() : shown.covered(use, caller);
        String object = use.name() + '@' + OfferedModels.shortHash(use.model()) + '~' + use.id();
        services.people().views().record(Chosen.asked(caller, what, object, there, reason));
    }

    private ModelUses uses() {
        return services.watch().models();
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }

    private static void send(Call call, Reply reply) {
        reply.send(call.context().response());
    }
}
