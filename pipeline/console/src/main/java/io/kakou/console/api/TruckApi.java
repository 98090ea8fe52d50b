package io.kakou.console.api;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.areas.Scope;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.trucks.PaperReport;
import io.kakou.console.trucks.TruckPapers;
import io.kakou.console.trucks.TruckPositions.Lift;
import io.kakou.console.trucks.Trucks;
import io.kakou.events.Point;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.events.truck.WorkSite;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trucks: cases, sites and their inspections, permits and sites out of tables, positions from on board. */
final class TruckApi {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 200;

    private final Services services;

    TruckApi(Services services) {
        this.services = services;
    }

    private Trucks trucks() {
        return services.trucks();
    }

    /** Cases and what nobody can say, apart, of places that the caller sees. */
    Reply cases(Caller caller) {
        JsonObject counts = new JsonObject();
        trucks().verdicts().counts().forEach((judgement, n) -> counts.put(judgement.name(), n));
        return Reply.json(new JsonObject()
                .put(
                        "cases",
                        new JsonArray(Reply.records(seen(trucks().verdicts().cases(MOST), caller))))
                .put(
                        "unknown",
                        new JsonArray(Reply.records(seen(trucks().verdicts().unknown(MOST), caller))))
                .put("counts", caller.scope().everything() ? counts : new JsonObject())
                .put("permits", trucks().papers().permits()));
    }

    private List<TruckVerdict> seen(List<TruckVerdict> all, Caller caller) {
        return all.stream().filter(each -> sees(caller, each.place())).toList();
    }

    private boolean sees(Caller caller, @Nullable Point place) {
        AreaMap areas = services.street().areas().map();
        return caller.scope().everything()
                || areas.at(place)
                        .filter(area -> caller.scope().sees(area.id()))
                        .isPresent();
    }

    /** Those whose inspection is due first, first. */
    Reply sites(Caller caller) {
        LocalDate today = today();
        List<JsonObject> sites = trucks().papers().sites().stream()
                .filter(each -> sees(caller, each.place()))
                .map(each -> shown(each, today))
                .sorted(Comparator.comparing((JsonObject each) -> each.getString("due", "")))
                .toList();
        return Reply.json(sites);
    }

    private JsonObject shown(WorkSite site, LocalDate today) {
        LocalDate due = site.due();
        JsonObject shown = Reply.record(site)
                .put("overdue", due == null || due.isBefore(today))
                .put("inForce", site.inForce(services.clock().instant()));
        return due == null ? shown : shown.put("due", due.toString());
    }

    Reply inspected(Call call) {
        String said = Call.text(call.body(), "day");
        try {
            LocalDate day = LocalDate.parse(said);
            if (day.isAfter(today())) {
                throw Refusal.badField("day", "day is " + said + "; allowed: today or earlier");
            }
            return Reply.json(shown(trucks().papers().inspected(call.paper("site"), day), today()));
        } catch (DateTimeException e) {
            throw Refusal.badField("day", "day is \"" + said + "\"; allowed: a day, as in 2026-05-01");
        }
    }

    private LocalDate today() {
        return services.clock().instant().atZone(ZONE).toLocalDate();
    }

    /** {@code ?try=1} only checks. */
    Reply permits(Call call, Caller caller) {
        requireAll(caller);
        return reply(trucks().papers().permits(call.file(), cameras(), mode(call)));
    }

    Reply replaceSites(Call call, Caller caller) {
        requireAll(caller);
        return reply(trucks().papers().sites(call.file(), cameras(), mode(call)));
    }

    /** {@code ?lift=E3:01} names the vendor's item and bits that say that the body is raised. */
    Reply positions(Call call, Caller caller) {
        requireAll(caller);
        String lift = call.query("lift");
        try {
            return reply(trucks().positions().take(call.file(), lift == null ? null : Lift.of(lift), mode(call)));
        } catch (IllegalArgumentException e) {
            throw Refusal.badField("lift", String.valueOf(e.getMessage()));
        }
    }

    /** With what is wrong by the line; where anything is and it was to be taken, as a refusal. */
    private static Reply reply(PaperReport report) {
        return report.refused() > 0
                ? Reply.json(
                        400,
                        Reply.record(report)
                                .put("error", "the file has " + report.refused() + " problems; nothing was taken")
                                .put("field", "file"))
                : Reply.json(report);
    }

    private Set<String> cameras() {
        return services.street().cameras().list(new Scope(true, Set.of())).stream()
                .map(StoredCamera::camera)
                .map(each -> each.id())
                .collect(Collectors.toSet());
    }

    private static TruckPapers.Mode mode(Call call) {
        return call.query("try") == null ? TruckPapers.Mode.TAKE : TruckPapers.Mode.CHECK;
    }

    private static void requireAll(Caller caller) {
        if (!caller.scope().everything()) {
            throw Refusal.forbidden("permits, sites and positions are for those alone who see all areas");
        }
    }
}
