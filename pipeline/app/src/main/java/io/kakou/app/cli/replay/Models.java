package io.kakou.app.cli.replay;

import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.judge.Readers;
import io.kakou.app.detector.BroughtModel;
import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.ModelFolder;
import io.kakou.app.detector.Stock;
import io.kakou.events.Camera;
import io.kakou.models.Detector;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models this build has, each opened when it is first asked for: the one that judged then, or the one asked for. */
final class Models implements AutoCloseable {
    private final WithWhat asked;
    private final List<Choice> choices = new ArrayList<>();
    private final Consumer<String> people;
    private final ModelFolder folder;
    private final Map<Choice, Detectors> open = new LinkedHashMap<>();
    private final Map<String, Detector> turnedTo = new LinkedHashMap<>();

    /** A way to look. */
    private record Choice(@Nullable Path card, Stock stock) {}

    /**
     * Models, none opened.
     *
     * @param card of the detector that the installation's settings name, or null
     * @param folder of the models that people turned to
     * @param people is told what is fetched
     */
    Models(WithWhat asked, @Nullable Path card, ModelFolder folder, Consumer<String> people) {
        this.asked = asked;
        this.folder = folder;
        this.people = people;
        if (asked.asksForModel()) {
            Stock stock = asked.stock();
            choices.add(new Choice(asked.model(), stock == null ? Stock.FLOAT : stock));
            return;
        }
        for (Stock stock : Stock.values()) {
            choices.add(new Choice(null, stock));
        }
        if (card != null) {
            choices.add(0, new Choice(card, Stock.FLOAT));
        }
    }

    /** What a camera is judged with. */
    record Eyes(Detector detector, Readers readers) {}

    /**
     * What judges a camera: the model asked for, else the one of this identity.
     *
     * @param faces identity of what looked at faces then
     * @throws ModelMissing where this build has no model of the identity, or not the weights
     */
    Eyes of(Camera camera, String identity, String faces) throws ModelMissing {
        List<String> has = new ArrayList<>();
        for (Choice choice : choices) {
            Detectors detectors = opened(choice);
            Detector detector = detector(camera, detectors);
            if (asked.asksForModel() || detector.identity().equals(identity)) {
                return new Eyes(detector, readers(camera, detectors, faces));
            }
            if (!has.contains(detector.identity())) {
                has.add(detector.identity());
            }
        }
        Detector other = turnedTo(camera, identity, has);
        if (other != null) {
            return new Eyes(other, readers(camera, opened(choices.get(choices.size() - 1)), faces));
        }
        throw new ModelMissing("it was judged with " + identity + ", which this build does not have (it has "
                + String.join("; ", has) + "); --model CARD or --stock HOW judges with another and says what differs");
    }

    /** The one of this identity among those that the folder of models holds; null where there is none. */
    private @Nullable Detector turnedTo(Camera camera, String identity, List<String> has) throws ModelMissing {
        for (BroughtModel model : folder.list().models()) {
            if (model.kinds().contains(camera.kind()) && identity.contains(shortHash(model))) {
                Detector detector = turnedTo.get(model.hash());
                if (detector == null) {
                    detector = openedOn(model);
                    turnedTo.put(model.hash(), detector);
                }
                if (detector.identity().equals(identity)) {
                    return detector;
                }
                has.add(detector.identity());
            }
        }
        return null;
    }

    private static String shortHash(BroughtModel model) {
        return model.hash().substring(0, 12);
    }

    /** Heads stand on the project's own detector. */
    private Detector openedOn(BroughtModel model) throws ModelMissing {
        try {
            return opened(new Choice(null, Stock.FLOAT)).open(model);
        } catch (UnusableModel e) {
            throw new ModelMissing(String.valueOf(e.getMessage()), e);
        }
    }

    private static Detector detector(Camera camera, Detectors detectors) throws ModelMissing {
        try {
            return detectors.of(camera.kind());
        } catch (IllegalStateException e) {
            throw new ModelMissing(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where nothing looked at faces then, nothing looks at them now. */
    private static Readers readers(Camera camera, Detectors detectors, String faces) {
        boolean none = faces.equals(FaceReader.NONE.identity());
        return new Readers(detectors.plates(camera.kind()), none ? FaceReader.NONE : detectors.faces(camera));
    }

    private Detectors opened(Choice choice) throws ModelMissing {
        Detectors there = open.get(choice);
        if (there != null) {
            return there;
        }
        try {
            Detectors opened = Detectors.open(choice.card, choice.stock, people);
            open.put(choice, opened);
            return opened;
        } catch (WeightsUnavailable | UnusableModel e) {
            throw new ModelMissing(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        turnedTo.values().forEach(Detector::close);
        open.values().forEach(Detectors::close);
    }
}
