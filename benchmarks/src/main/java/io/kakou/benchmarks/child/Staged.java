package io.kakou.benchmarks.child;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.rule.LostChildMemory;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.track.Tracks;
import io.kakou.analysis.walk.WalkMemory;
import io.kakou.analysis.walk.Walker;
import io.kakou.events.AlertPhase;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One staged sequence: people laid onto the empty scene and judged from what the camera learned before. */
final class Staged {
    private static final double LOOK_SECONDS = 0.5;
    private static final long LATER_IDS = 1_000_000;
    private static final double SAME = 0.3;

    private final CameraJudge judge;
    private final Picture empty;
    private Memory memory;
    private final double begun;

    /**
     * Somebody laid into the scene.
     *
     * @param along the way that is gone, there and back
     * @param shown who is seen going it
     * @param times how tall against the one whose way it is
     * @param aside how far beside that way, in heights of the one whose way it is
     */
    record Actor(Walk along, Walk shown, double times, double aside) {
        static Actor alone(Walk walk, double times) {
            return new Actor(walk, walk, times, 0);
        }
    }

    /**
     * What came of a sequence.
     *
     * @param builds looks in which each actor was seen so, in the actors' order; those it was not seen in left out
     * @param raised alerts
     * @param firstSeconds when the first of them was raised, -1 where none was
     */
    public record Outcome(List<Map<Build, Integer>> builds, int raised, double firstSeconds) {}

    Staged(CameraJudge judge, Picture empty, StatureMemory learned, double begun) {
        this.judge = judge;
        this.empty = empty;
        this.begun = begun;
        this.memory = Memory.EMPTY
                .with(new Tracks(begun, LATER_IDS, List.of()))
                .with(new LostChildMemory(new WalkMemory(begun, List.of(), learned), List.of()));
    }

    Outcome play(List<Actor> actors, double length) {
        List<Map<Build, Integer>> builds = new ArrayList<>();
        actors.forEach(actor -> builds.add(new EnumMap<>(Build.class)));
        int raised = 0;
        double first = -1;
        for (double seconds = 0; seconds < length; seconds += LOOK_SECONDS) {
            Judgement judgement = look(actors, seconds);
            memory = judgement.next();
            int more = raised(judgement);
            first = more > 0 && first < 0 ? seconds : first;
            raised += more;
            for (int i = 0; i < actors.size(); i++) {
                Walker walker = find(box(actors.get(i), seconds));
                if (walker != null) {
                    builds.get(i).merge(walker.stature().build(), 1, Integer::sum);
                }
            }
        }
        return new Outcome(builds, raised, first);
    }

    static int raised(Judgement judgement) {
        return (int) judgement.alerts().stream()
                .filter(alert -> alert.phase() == AlertPhase.RAISED)
                .count();
    }

    private Judgement look(List<Actor> actors, double seconds) {
        Canvas canvas = Canvas.copyOf(empty);
        actors.stream()
                .sorted(Comparator.comparingDouble(
                        actor -> actor.along().after(seconds).placeY()))
                .forEach(actor -> lay(canvas, actor, seconds));
        double at = begun + LOOK_SECONDS + seconds;
        Instant instant = Look.instant(Instant.EPOCH, at);
        return judge.judge(memory, new Look("s" + at, at, instant, Depth.DETECTED, canvas.picture()));
    }

    private static void lay(Canvas canvas, Actor actor, double seconds) {
        Cutout way = actor.along().after(seconds);
        Cutout shown = actor.shown().after(seconds);
        double scale = actor.times() * way.boxHeight() / shown.boxHeight();
        canvas.lay(shown, way.placeX() + actor.aside() * way.boxHeight(), way.placeY(), scale);
    }

    private Box box(Actor actor, double seconds) {
        Cutout way = actor.along().after(seconds);
        double h = way.boxHeight() * actor.times();
        double x = way.placeX() + actor.aside() * way.boxHeight();
        double y = way.placeY();
        double half = 0.21 * h;
        return Box.clipped(
                (x - half) / empty.width(), (y - h) / empty.height(), (x + half) / empty.width(), y / empty.height());
    }

    private @Nullable Walker find(Box box) {
        return memory.lostChild().walks().present().stream()
                .filter(walker -> walker.box().iou(box) >= SAME)
                .max(Comparator.comparingDouble(walker -> walker.box().iou(box)))
                .orElse(null);
    }
}
