package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.cameras.file.CameraImport;
import io.kakou.console.cameras.file.ImportRequest;
import io.kakou.console.cameras.file.ImportRequest.Existing;
import io.kakou.console.cameras.file.ImportRequest.Mode;
import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.console.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cameras out of a file; the body is the file as it is. */
final class ImportApi {
    private final CameraImport intake;

    ImportApi(Services.Street street) {
        this.intake = new CameraImport(street.cameras(), street.areas(), street.secrets());
    }

    static Reply template() {
        return Reply.bytes("text/csv; charset=utf-8", CameraImport.template().getBytes(StandardCharsets.UTF_8), 0)
                .with("Content-Disposition", "attachment; filename=\"kakou-cameras.csv\"");
    }

    Reply run(Call call, Caller caller) {
        ImportRequest request = new ImportRequest(
                coordinates(call.query("crs")),
                word(Mode.class, call, "mode", Mode.CHECK),
                word(Existing.class, call, "existing", Existing.REFUSE));
        return Reply.json(intake.run(call.file(), request, caller.scope()));
    }

    /** Nobody guesses it: the same degrees lie half a kilometre apart in two of them. */
    private static CoordinateSystem coordinates(@Nullable String name) {
        return CoordinateSystem.of(name == null ? "" : name)
                .orElseThrow(() -> Refusal.badField(
                        "crs",
                        (name == null ? "the coordinate system is missing" : "the coordinate system is another word")
                                + "; allowed: crs=wgs84, crs=gcj02, crs=bd09"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, Call call, String field, E otherwise) {
        String word = call.query(field);
        return word == null ? otherwise : Call.constant(type, field, word.toUpperCase(Locale.ROOT));
    }
}
