package io.kakou.console.api;

import io.kakou.console.accounts.Role;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.lifts.LiftBoard;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.registry.Lifts;
import io.kakou.console.registry.LiftsFile;
import io.kakou.console.registry.RegistryImport.Mode;
import io.kakou.console.registry.UnfitFile;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Lift;
import io.kakou.events.LiftDay;
import io.kakou.events.LiftProof;
import io.kakou.events.LiftRelease;
import io.kakou.events.LiftStage;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lifts whose doors are held: how they stand, what happened, and a person's word that one is to be let go. */
final class LiftApi {
    private static final int MOST_REASON = 200;
    private static final int MOST_MINUTES = LiftRelease.MOST_HOURS * 60;
    private static final int DAYS = 365;

    private final Services services;

    LiftApi(Services services) {
        this.services = services;
    }

    Reply list(Caller caller) {
        Map<String, StoredCamera> cameras = cameras(caller);
        Map<String, LiftRelease> releases = lifts().releases().stream()
                .filter(release -> release.covers(now()))
                .collect(Collectors.toMap(LiftRelease::lift, Function.identity()));
        Map<String, String> people = services.people().accounts().fullNames();
        return Reply.json(lifts().list().stream()
                .filter(lift -> sees(caller, lift, cameras))
                .map(lift -> shown(lift, cameras.get(lift.camera()), caller)
                        .put("release", shown(releases.get(lift.id()), people)))
                .toList());
    }

    /** {@code ?try=1} only checks. */
    Reply replace(Call call, Caller caller) {
        if (!caller.scope().everything()) {
            throw Refusal.forbidden("lifts are for those alone who see all areas");
        }
        try {
            List<Lift> lifts = LiftsFile.read(call.file());
            return Reply.json(lifts().replace(
                            lifts, cameras(caller).keySet(), call.query("try") == null ? Mode.TAKE : Mode.CHECK));
        } catch (UnfitFile e) {
            return Reply.json(
                    400,
                    new JsonObject()
                            .put("error", "the file has " + e.problems().size() + " problems; nothing was taken")
                            .put("field", "file")
                            .put("problems", new JsonArray(e.problems())));
        }
    }

    /** What a test of its controller came to; one that was refused takes an older proof away. */
    Reply prove(Call call, Caller caller) {
        Lift lift = lift(call, caller);
        JsonObject body = call.body();
        boolean passed = Boolean.TRUE.equals(Call.optionalFlag(body, "passed"));
        String controller = Call.text(body, "controller");
        if (!controller.equals(lift.controller().fingerprint())) {
            throw Refusal.conflict(
                    "another controller was tested than lift " + lift.id() + " has now; allowed: to test it again");
        }
        LiftProof proof = passed ? proof(body, caller) : null;
        note(
                caller,
                ViewKind.LIFT_TESTED,
                lift,
                passed ? "let go after " + body.getValue("releasedAfterSeconds") + " s" : "refused: " + reason(body));
        lifts().prove(lift.with(proof));
        return Reply.json(shown(lift.with(proof), cameras(caller).get(lift.camera()), caller));
    }

    private LiftProof proof(JsonObject body, Caller caller) {
        if (!(body.getValue("releasedAfterSeconds") instanceof Number seconds)) {
            throw Refusal.badField("releasedAfterSeconds", "releasedAfterSeconds is no number; allowed: 0 to 10");
        }
        try {
            return new LiftProof(now(), seconds.doubleValue(), caller.account().name(), Call.text(body, "controller"));
        } catch (IllegalArgumentException e) {
            throw Refusal.badField("releasedAfterSeconds", String.valueOf(e.getMessage()));
        }
    }

    /** The record of it is on disk before it holds. */
    Reply release(Call call, Caller caller) {
        Lift lift = lift(call, caller);
        JsonObject body = call.body();
        String reason = reason(body);
        if (!(body.getValue("minutes", 10) instanceof Integer minutes) || minutes < 1 || minutes > MOST_MINUTES) {
            throw Refusal.badField("minutes", "minutes is no number in range; allowed: 1 to " + MOST_MINUTES);
        }
        Instant at = now();
        LiftRelease release =
                new LiftRelease(lift.id(), caller.account().name(), reason, at, at.plus(minutes, ChronoUnit.MINUTES));
        note(caller, ViewKind.LIFT_RELEASED, lift, reason + " (until " + release.until() + ")");
        lifts().release(release);
        return Reply.json(202, Reply.record(release));
    }

    private Lift lift(Call call, Caller caller) {
        String id = call.id("lift");
        return lifts().find(id)
                .filter(lift -> sees(caller, lift, cameras(caller)))
                .orElseThrow(() -> Refusal.notFound("lift " + id));
    }

    private static boolean sees(Caller caller, Lift lift, Map<String, StoredCamera> cameras) {
        return caller.scope().everything() || cameras.containsKey(lift.camera());
    }

    private Map<String, StoredCamera> cameras(Caller caller) {
        return services.street().cameras().list(caller.scope()).stream()
                .collect(Collectors.toMap(each -> each.camera().id(), Function.identity()));
    }

    private JsonObject shown(Lift lift, @Nullable StoredCamera camera, Caller caller) {
        LiftState last = board().state(lift.id());
        boolean heard = last != null
                && last.camera().equals(lift.camera())
                && now().minusSeconds(LiftBoard.SILENT_SECONDS).isBefore(last.at());
        LiftState state = heard ? last : null;
        String area = camera == null ? null : camera.area();
        JsonObject json = new JsonObject()
                .put("id", lift.id())
                .put("name", lift.name())
                .put("camera", lift.camera())
                .put("areaName", services.street().areas().map().name(area))
                .put("driven", lift.isDriven())
                .put("stage", stage(lift, state))
                .put("since", state == null ? null : state.since().toString())
                .put("why", state == null ? null : state.why())
                .put("heard", last == null ? null : last.at().toString())
                .put("provenAt", lift.proof() == null ? null : lift.proof().at().toString())
                .put(
                        "releasedAfterSeconds",
                        lift.proof() == null ? null : lift.proof().releasedAfterSeconds());
        counts(json, board().tally(lift.id()));
        boolean knowsControllers = caller.account().role() == Role.ADMINISTRATOR
                || caller.account().role() == Role.ENGINEER;
        return knowsControllers ? json.put("controller", Reply.record(lift.controller())) : json;
    }

    /** Of one that nobody speaks of nothing is known. */
    private static @Nullable String stage(Lift lift, @Nullable LiftState state) {
        if (!lift.isDriven()) {
            return LiftStage.UNTESTED.name();
        }
        return state == null ? null : state.stage().name();
    }

    private void counts(JsonObject json, @Nullable LiftTally tally) {
        String from = now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS).toString();
        List<LiftDay> year = tally == null
                ? List.of()
                : tally.days().stream()
                        .filter(day -> day.day().compareTo(from) > 0)
                        .toList();
        json.put("stops", sum(year, LiftDay::stops))
                .put("stayed", sum(year, LiftDay::stayed))
                .put("repeated", sum(year, LiftDay::repeated))
                .put("forced", sum(year, LiftDay::forced))
                .put("failed", sum(year, LiftDay::failed));
    }

    private static int sum(List<LiftDay> days, ToIntFunction<LiftDay> of) {
        return days.stream().mapToInt(of).sum();
    }

    private static @Nullable JsonObject shown(@Nullable LiftRelease release, Map<String, String> people) {
        return Optional.ofNullable(release)
                .map(each -> new JsonObject()
                        .put("userName", people.getOrDefault(each.user(), each.user()))
                        .put("reason", each.reason())
                        .put("until", each.until().toString()))
                .orElse(null);
    }

    private void note(Caller caller, ViewKind kind, Lift lift, String reason) {
        StoredCamera camera = cameras(caller).get(lift.camera());
        services.people()
                .views()
                .record(new Views.Asked(
                        caller.account().name(),
                        caller.session().id(),
                        kind,
                        lift.id(),
                        camera == null ? null : camera.area(),
                        reason));
    }

    private static String reason(JsonObject body) {
        String reason = Call.optionalText(body, "reason");
        if (reason == null || reason.isBlank() || reason.strip().length() > MOST_REASON) {
            throw Refusal.badField("reason", "the reason is no line; allowed: 1 to " + MOST_REASON + " characters");
        }
        return reason.strip();
    }

    private Instant now() {
        return services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Lifts lifts() {
        return services.held().lifts();
    }

    private LiftBoard board() {
        return services.held().board();
    }
}
