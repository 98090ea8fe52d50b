package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.registry.Held;
import io.kakou.console.registry.ImportReport;
import io.kakou.console.registry.RegistryImport;
import io.kakou.console.registry.RegistryImport.Mode;
import io.kakou.console.registry.RoadRequest;
import io.kakou.console.registry.UnfitFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Roads, clocks, calendars, rotas and second owners out of files; the body is the file as it is. */
final class RegistryApi {
    private final Services.Street street;
    private final RegistryImport intake;

    RegistryApi(Services.Street street) {
        this.street = street;
        this.intake = new RegistryImport(street.registry(), street.areas(), street.cameras());
    }

    /** An import by one of the two ways. */
    private interface Intake {
        ImportReport run(byte[] file, Mode mode) throws UnfitFile;
    }

    Reply show(Caller caller) {
        requireAll(caller);
        Held held = street.registry().held();
        return Reply.json(new JsonObject()
                .put("roads", new JsonArray(Reply.records(held.roads())))
                .put("clocks", new JsonArray(Reply.records(held.clocks())))
                .put("calendars", new JsonArray(Reply.records(held.calendars())))
                .put("duties", new JsonArray(Reply.records(held.duties())))
                .put("secondOwners", new JsonArray(Reply.records(held.secondOwners()))));
    }

    /** {@code ?try=1} only checks; {@code crs} and {@code metres} say how drawn roads are read. */
    Reply replaceRoads(Call call, Caller caller) {
        RoadRequest request = new RoadRequest(
                system(call), call.number("metres", (int) RoadRequest.DEFAULT.metres(), RoadRequest.MOST_METRES));
        return run(call, caller, (file, mode) -> intake.roads(file, request, mode));
    }

    Reply replaceRooms(Call call, Caller caller) {
        return run(call, caller, intake::rooms);
    }

    private static Reply run(Call call, Caller caller, Intake intake) {
        requireAll(caller);
        try {
            return Reply.json(intake.run(call.file(), call.query("try") == null ? Mode.TAKE : Mode.CHECK));
        } catch (UnfitFile e) {
            return Reply.json(
                    400,
                    new JsonObject()
                            .put("error", "the file has " + e.problems().size() + " problems; nothing was taken")
                            .put("field", "file")
                            .put("problems", new JsonArray(e.problems())));
        }
    }

    private static void requireAll(Caller caller) {
        if (!caller.scope().everything()) {
            throw Refusal.forbidden("roads, clocks and rotas are for those alone who see all areas");
        }
    }

    /** By {@code ?crs=}; WGS-84 where it is not said. */
    static CoordinateSystem system(Call call) {
        String name = call.query("crs");
        return name == null
                ? RoadRequest.DEFAULT.system()
                : CoordinateSystem.of(name)
                        .orElseThrow(() -> Refusal.badField(
                                "crs", "the coordinate system is another word; allowed: wgs84, gcj02, bd09"));
    }
}
