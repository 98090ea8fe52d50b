package io.kakou.benchmarks.child;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.walk.Walker;
import io.kakou.benchmarks.child.Staged.Actor;
import io.kakou.benchmarks.child.Staged.Outcome;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.json.Json;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How well the rule tells children from adults and alone from accompanied, on real walkers of {@code vtest.avi} laid onto
 * its empty scene: at their own size they are adults, at 0.6 of it children.
 */
public final class ChildBench {
    /** A four-year-old's height against an adult's. */
    static final double CHILD = 0.6;

    private static final Size SIZE = new Size(768, 576);
    private static final int FRAMES = 795;
    private static final double FRAMES_A_SECOND = 10;
    /** Of the real film: two looks a second. */
    private static final int LOOK_FRAMES = 5;

    private static final double LENGTH = 30;
    private static final String FILM = "video/opencv-doc/vtest.avi";
    private static final String BOXES = "video/vtest-truth/PETS09-S2L1-gt-frames1-69.txt";
    static final String CHILD_ALONE = "child alone";
    static final String ADULT_ALONE = "adult alone";
    static final String CHILD_WITH_ADULT = "child with adult";
    static final String CHILD_AND_STRANGER = "child and a stranger";

    private static final double LATER = 1000;
    /** How far beside an adult's feet a child's are when they hold hands, and when they do not. */
    private static final double[] BESIDE = {0.35, -0.6};

    private final Path data;
    private final Detector detector;
    private final CameraJudge judge;

    /**
     * A bench.
     *
     * @param data the shared folder of pictures and footage
     */
    public ChildBench(Path data, Detector detector) {
        this.data = data;
        this.detector = detector;
        this.judge = new CameraJudge(camera(), detector, JudgeSettings.DEFAULT);
    }

    /** Whether the folder has what is needed. */
    public static boolean isThere(Path data) {
        return Files.isReadable(data.resolve(FILM)) && Files.isReadable(data.resolve(BOXES));
    }

    /**
     * One staged sequence and what came of it.
     *
     * @param pixels how tall its first actor is at first
     */
    public record Line(String scene, String walkers, double pixels, Outcome outcome) {}

    /**
     * All of it.
     *
     * @param real what the real film came to, where nobody is a child
     * @param falseAlerts in it
     * @param memoryBytes of the camera after it, as JSON
     * @param lines the staged sequences
     */
    public record Found(Map<Build, Integer> real, int falseAlerts, int memoryBytes, List<Line> lines) {}

    /**
     * Stages and judges everything, which takes minutes.
     *
     * @param progress takes a line a sequence
     */
    public Found run(Consumer<String> progress) throws IOException, UnreadableVideo {
        Footage footage = new Footage(data.resolve(FILM), SIZE);
        Picture empty = footage.empty(FRAMES);
        List<Walk> walks = walks(footage, empty);
        progress.accept(walks.size() + " walkers");
        Real real = real(footage);
        Stage stage = new Stage(learnedFrom(footage, true), learnedFrom(footage, false), empty, progress);
        for (int i = 0; i < walks.size(); i++) {
            stage.playAll(walks.get(i), walks.get((i + 1) % walks.size()), BESIDE[i % BESIDE.length]);
        }
        int bytes = Json.write(real.memory().lostChild()).length;
        return new Found(real.builds(), real.alerts(), bytes, List.copyOf(stage.lines));
    }

    /** What the real film showed: walkers by build, and alerts, all of which are false. */
    private record Real(Map<Build, Integer> builds, int alerts, Memory memory) {}

    private static Camera camera() {
        return new Camera(
                "vtest", "vtest", CameraKind.STREET, null, null, null, null, List.of(), List.of(EventKind.LOST_CHILD));
    }

    private List<Walk> walks(Footage footage, Picture empty) throws IOException, UnreadableVideo {
        List<Walk> walks = new ArrayList<>(new Walks(footage, empty).drawn(data.resolve(BOXES)));
        walks.addAll(new Walks(footage, empty).tracked(detector));
        return walks;
    }

    /** The camera watches the street as it is, and learns. */
    private Real real(Footage footage) throws UnreadableVideo {
        Watched watched = new Watched();
        footage.show(LOOK_FRAMES, watched);
        Map<Build, Integer> builds = new EnumMap<>(Build.class);
        watched.last.values().forEach(build -> builds.merge(build, 1, Integer::sum));
        return new Real(builds, watched.alerts, watched.memory);
    }

    /** What the camera learned of heights from one half of the film alone. */
    private StatureMemory learnedFrom(Footage footage, boolean firstHalf) throws UnreadableVideo {
        Watched watched = new Watched();
        footage.show(LOOK_FRAMES, (frame, seconds, picture) -> {
            if (frame < FRAMES / 2 == firstHalf) {
                watched.see(frame, seconds, picture);
            }
        });
        return watched.memory.lostChild().walks().stature();
    }

    /** The real film, look by look. */
    private final class Watched implements Footage.Viewer {
        private final Map<Long, Build> last = new TreeMap<>();
        private Memory memory = Memory.EMPTY;
        private int alerts;

        @Override
        public void see(long frame, double seconds, Picture picture) {
            Instant at = Look.instant(Instant.EPOCH, seconds);
            Judgement judgement = judge.judge(memory, new Look("r" + frame, seconds, at, Depth.DETECTED, picture));
            memory = judgement.next();
            alerts += Staged.raised(judgement);
            for (Walker walker : memory.lostChild().walks().present()) {
                Build build = walker.stature().build();
                last.merge(walker.id(), build, (before, now) -> now == Build.UNKNOWN ? before : now);
            }
        }
    }

    /** Where sequences are played. */
    private final class Stage {
        private final StatureMemory fromFirstHalf;
        private final StatureMemory fromSecondHalf;
        private final Picture empty;
        private final Consumer<String> progress;
        private final List<Line> lines = new ArrayList<>();

        Stage(StatureMemory fromFirstHalf, StatureMemory fromSecondHalf, Picture empty, Consumer<String> progress) {
            this.fromFirstHalf = fromFirstHalf;
            this.fromSecondHalf = fromSecondHalf;
            this.empty = empty;
            this.progress = progress;
        }

        void playAll(Walk walk, Walk other, double beside) {
            play(CHILD_ALONE, List.of(Actor.alone(walk, CHILD)));
            play(ADULT_ALONE, List.of(Actor.alone(walk, 1)));
            play(CHILD_WITH_ADULT, List.of(new Actor(walk, other, CHILD, beside), Actor.alone(walk, 1)));
            play(CHILD_AND_STRANGER, List.of(Actor.alone(walk, CHILD), Actor.alone(other, 1)));
        }

        /** From the half in which this walker was not seen, or least. */
        private StatureMemory learnedWithout(Walk walk) {
            double middle = walk.cutouts().get(walk.cutouts().size() / 2).seconds();
            return middle < FRAMES / FRAMES_A_SECOND / 2 ? fromSecondHalf : fromFirstHalf;
        }

        private void play(String scene, List<Actor> actors) {
            String who = String.join(
                    "+", actors.stream().map(actor -> actor.along().name()).toList());
            double pixels = actors.get(0).times()
                    * actors.get(0).along().cutouts().get(0).boxHeight();
            StatureMemory learned = learnedWithout(actors.get(0).along());
            Line line = new Line(scene, who, pixels, new Staged(judge, empty, learned, LATER).play(actors, LENGTH));
            lines.add(line);
            progress.accept(line.toString());
        }
    }
}
