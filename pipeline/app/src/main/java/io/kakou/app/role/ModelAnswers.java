package io.kakou.app.role;

import io.kakou.app.detector.BroughtModel;
import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.ModelFolder;
import io.kakou.app.door.Asked;
import io.kakou.app.door.InternalDoor.Answer;
import io.kakou.events.CameraKind;
import io.kakou.models.onnx.UnusableModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this worker's models are, and whether one runs here: {@code GET /models}, {@code GET /models/HASH}. */
record ModelAnswers(Detectors detectors, ModelFolder folder) {
    private static final String ONE = "/models/";

    /** @param troubles cards that are none, a line each */
    record Listed(List<Told> models, List<String> troubles) {}

    /** @param trouble why it does not run here; null where it was not tried, or runs */
    record Told(
            String hash,
            String name,
            String part,
            List<CameraKind> kinds,
            List<String> classes,
            @Nullable String trouble) {}

    @Nullable
    Answer answer(Asked asked) {
        if (!asked.method().equals("GET")) {
            return null;
        }
        return asked.path().startsWith(ONE) ? one(asked.path().substring(ONE.length())) : all();
    }

    private Answer all() {
        ModelFolder.Listing listing = folder.list();
        return Answer.json(new Listed(
                listing.models().stream().map(model -> told(model, null)).toList(), listing.troubles()));
    }

    private Answer one(String hash) {
        try {
            BroughtModel model = folder.find(hash);
            return Answer.json(told(model, trouble(model)));
        } catch (UnusableModel e) {
            return Answer.error(404, String.valueOf(e.getMessage()));
        }
    }

    /** Opened, tried on nothing and closed: a second or two. */
    private @Nullable String trouble(BroughtModel model) {
        try {
            detectors.open(model).close();
            return null;
        } catch (UnusableModel e) {
            return e.getMessage();
        }
    }

    private static Told told(BroughtModel model, @Nullable String trouble) {
        return new Told(
                model.hash(),
                model.name(),
                model.part().name(),
                model.kinds().stream().sorted().toList(),
                model.classes(),
                trouble);
    }
}
