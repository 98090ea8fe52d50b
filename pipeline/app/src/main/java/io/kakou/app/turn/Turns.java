package io.kakou.app.turn;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.watch.Judges;
import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.ModelFolder;
import io.kakou.app.registry.ModelUses;
import io.kakou.app.registry.RegistryTopic;
import io.kakou.events.Camera;
import io.kakou.events.JudgedBy;
import io.kakou.events.ModelUse;
import io.kakou.models.Detector;
import io.kakou.models.onnx.UnusableModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens the models that people turn to, on the thread that reads the registry, and says which one looks at a camera. While
 * one is opened, and where it cannot be, cameras are looked at as before. Safe for many threads.
 */
public final class Turns implements RegistryTopic.Listener, AutoCloseable {
    private final Detectors detectors;
    private final ModelFolder folder;
    private final Consumer<String> people;
    private final ModelUses uses;
    private volatile Map<String, OpenModel> open = Map.of();
    /** Why a model is not open, by its hash. */
    private volatile Map<String, String> troubles = Map.of();

    private volatile boolean known;
    private Set<String> told = Set.of();

    /** @param people hear in a line what is turned to, and what cannot be */
    public Turns(Detectors detectors, ModelFolder folder, InstantSource clock, Consumer<String> people) {
        this.detectors = detectors;
        this.folder = folder;
        this.people = people;
        this.uses = new ModelUses(clock, this::open);
    }

    /** Of a process in which nobody turns to anything. */
    public static Turns none(Detectors detectors) {
        Turns none = new Turns(detectors, new ModelFolder(Path.of("models")), InstantSource.system(), line -> {});
        none.all(Map.of());
        return none;
    }

    /** Whether the registry was read: before that a camera might begin with a model that it is not to be looked at with. */
    public boolean isKnown() {
        return known;
    }

    /** Which model the camera's next look is by; which one its last was by is not known here. */
    public JudgedBy at(Camera camera) {
        Choice choice = choose(camera);
        return new JudgedBy(null, choice.use, choice.trouble);
    }

    /** What judges a camera, asked before each look; to be closed. */
    public Judges judges(Camera camera, Function<Detector, CameraJudge> judging) {
        return new CameraTurns(camera, judging);
    }

    /**
     * Which model it is to be.
     *
     * @param model null: the one that the worker started with
     * @param use null likewise
     */
    private record Choice(@Nullable OpenModel model, @Nullable String use, @Nullable String trouble) {
        static final Choice STARTED_WITH = new Choice(null, null, null);
    }

    /** The latest use whose model is open; what is wrong with a later one is said. */
    private Choice choose(Camera camera) {
        String trouble = null;
        for (ModelUse use : uses.at(camera)) {
            OpenModel model = open.get(use.model());
            if (model != null) {
                return new Choice(model, use.id(), trouble);
            }
            trouble = trouble == null ? troubles.getOrDefault(use.model(), "it is being opened") : trouble;
        }
        return trouble == null ? Choice.STARTED_WITH : new Choice(null, null, trouble);
    }

    @Override
    public void all(Map<String, byte[]> values) {
        uses.all(values);
        known = true;
    }

    @Override
    public void changed(String key, byte @Nullable [] value) {
        uses.changed(key, value);
    }

    /** What is wanted now is opened, what failed before is tried again, what nobody wants any more is let go. */
    private synchronized void open(List<ModelUse> wanted) {
        Map<String, OpenModel> now = new HashMap<>();
        Map<String, String> failed = new HashMap<>();
        for (ModelUse use : wanted) {
            if (!now.containsKey(use.model()) && !failed.containsKey(use.model())) {
                OpenModel there = open.get(use.model());
                OpenModel model = there == null ? opened(use, failed) : there;
                if (model != null) {
                    now.put(use.model(), model);
                }
            }
        }
        Map<String, OpenModel> before = open;
        open = Map.copyOf(now);
        troubles = Map.copyOf(failed);
        before.forEach((hash, model) -> {
            if (!now.containsKey(hash)) {
                model.unwanted();
            }
        });
        tell(wanted, failed);
    }

    private @Nullable OpenModel opened(ModelUse use, Map<String, String> failed) {
        try {
            return new OpenModel(detectors.open(folder.find(use.model())));
        } catch (UnusableModel | RuntimeException | LinkageError e) {
            failed.put(use.model(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void tell(List<ModelUse> wanted, Map<String, String> failed) {
        Set<String> now = new HashSet<>();
        for (ModelUse use : wanted) {
            now.add(use.id());
            if (!told.contains(use.id())) {
                String trouble = failed.get(use.model());
                people.accept("model " + use.name() + " " + use.model().substring(0, 12) + " at " + where(use) + ", by "
                        + use.user() + ": " + use.reason()
                        + (trouble == null ? "" : " — not here, cameras are looked at as before: " + trouble));
            }
        }
        told.stream()
                .filter(id -> !now.contains(id))
                .forEach(id -> people.accept("model use " + id + " has ended: cameras are looked at as before it"));
        told = Set.copyOf(now);
    }

    private static String where(ModelUse use) {
        String all = "every camera of " + use.kinds();
        return (use.cameras().isEmpty() ? all : use.cameras().size() + " cameras")
                + (use.except().isEmpty() ? "" : " but " + use.except().size());
    }

    /** Cameras that still look with a model keep it until they are closed. */
    @Override
    public synchronized void close() {
        open.values().forEach(OpenModel::unwanted);
        open = Map.of();
    }

    /** One camera's. */
    private final class CameraTurns implements Judges {
        private final Camera camera;
        private final Function<Detector, CameraJudge> judging;
        private final CameraJudge startedWith;
        private @Nullable OpenModel held;
        private CameraJudge now;

        CameraTurns(Camera camera, Function<Detector, CameraJudge> judging) {
            this.camera = camera;
            this.judging = judging;
            this.startedWith = judging.apply(detectors.of(camera.kind()));
            this.now = startedWith;
        }

        @Override
        public CameraJudge judge() {
            OpenModel wanted = choose(camera).model;
            if (wanted != held && (wanted == null || wanted.take())) {
                close();
                held = wanted;
                now = wanted == null ? startedWith : judging.apply(wanted.detector());
            }
            return now;
        }

        @Override
        public void close() {
            OpenModel before = held;
            held = null;
            now = startedWith;
            if (before != null) {
                before.giveBack();
            }
        }
    }
}
