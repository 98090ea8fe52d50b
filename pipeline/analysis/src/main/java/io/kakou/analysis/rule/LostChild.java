package io.kakou.analysis.rule;

import io.kakou.analysis.face.FaceSaid;
import io.kakou.analysis.rule.LostChildMemory.Alone;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.Statures;
import io.kakou.analysis.walk.Bearing;
import io.kakou.analysis.walk.WalkMemory;
import io.kakou.analysis.walk.Walker;
import io.kakou.analysis.walk.Walkers;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.LabelledBox;
import io.kakou.events.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A child without an adult in company, 走失儿童. A child is who walks or rides upright and is as small as children are
 * against the adults of this very camera, or whose face says so where it is near enough, unless one contradicts the other; company is anybody else but a child who keeps near. Whoever is carried or pushed
 * has company. One alert a child, released when company has joined it or it is gone.
 */
public final class LostChild {
    public static final String NAME = "lost-child/2";
    /** Where children go without adults, a school's gate, a playground: there it takes longer. */
    public static final String CHILDREN = "children";

    static final int MOST_FRAMES = 12;

    /** Between two looks further apart than this nobody knows what was. */
    private static final double LONGEST_STEP = 2;

    private static final String CHILD = "child";
    /** How much smaller than the largest child a person must be for the alert's score to be 1. */
    private static final double SURE = 0.4;

    /** So long somebody small is looked for whom the detector misses, as it often does. */
    private static final double MISSED_SECONDS = 4;

    private final LostChildSettings settings;
    private final Walkers walkers;

    public LostChild(LostChildSettings settings) {
        this.settings = settings;
        this.walkers = new Walkers(settings.walk(), new Statures(settings.stature()), settings.faces());
    }

    /** The rule's answer to one look: what to remember, and the alerts raised or released. */
    public record Answer(LostChildMemory memory, List<Alert> alerts) {}

    /**
     * Judges a look.
     *
     * @param faces what faces said in it, by track
     */
    public Answer judge(LostChildMemory memory, Scene scene, Map<Long, FaceSaid> faces) {
        WalkMemory walks = walkers.step(memory.walks(), scene.seconds(), scene.present(), faces);
        List<Alone> alone = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (Alone before : memory.alone()) {
            if (isOver(before, walks)) {
                release(before, scene, alerts);
            } else {
                alone.add(before);
            }
        }
        for (Walker walker : walks.present()) {
            if (isChildAlone(walker, walks)) {
                Alone now = seen(alone, walker, scene);
                boolean due = isDue(now, walker, scene) && !isJoinedNow(walker, walks);
                alone.add(due ? raise(now, walker, scene, alerts) : now);
            }
        }
        return new Answer(new LostChildMemory(walks, alone), List.copyOf(alerts));
    }

    /** Whether the next look should come sooner and detect: somebody small walks there, or a child is alone. */
    public boolean undecided(LostChildMemory memory) {
        double now = memory.walks().seconds();
        return !memory.alone().isEmpty()
                || memory.walks().walkers().stream()
                        .filter(walker -> now - walker.lastSeconds() <= MISSED_SECONDS)
                        .anyMatch(this::mayBeChild);
    }

    /** Also after a single look that says so: at keyframes alone it would take four, of the ten seconds that are waited. */
    private boolean mayBeChild(Walker walker) {
        double ratio = walker.stature().ratio();
        boolean small = ratio > 0 && ratio <= settings.stature().childMost();
        return build(walker) == Build.CHILD || (build(walker) == Build.UNKNOWN && small);
    }

    private Build build(Walker walker) {
        return walker.build(settings.faces());
    }

    private boolean isChildAlone(Walker walker, WalkMemory walks) {
        return build(walker) == Build.CHILD && walker.hasMoved() && goesByItself(walker) && !hasCompany(walker, walks);
    }

    private static boolean goesByItself(Walker walker) {
        return walker.bearing() == Bearing.ON_FOOT || walker.bearing() == Bearing.RIDING;
    }

    /** Somebody whose size is not known may be an adult: that is no child alone. */
    private boolean hasCompany(Walker child, WalkMemory walks) {
        List<Long> company = walkers.company(child, walks.seconds());
        return walks.walkers().stream()
                .filter(walker -> company.contains(walker.id()))
                .anyMatch(walker -> build(walker) != Build.CHILD);
    }

    /** Somebody has just come near: who stays is company, who passes by is away in two seconds. */
    private boolean isJoinedNow(Walker child, WalkMemory walks) {
        List<Long> near = walkers.near(child, walks.seconds());
        return walks.present().stream()
                .filter(walker -> near.contains(walker.id()))
                .anyMatch(walker -> build(walker) != Build.CHILD);
    }

    private boolean isOver(Alone alone, WalkMemory walks) {
        Walker walker = walks.walkers().stream()
                .filter(one -> one.id() == alone.walker())
                .findFirst()
                .orElse(null);
        return walker == null
                || walks.seconds() - walker.lastSeconds() >= settings.goneSeconds()
                || build(walker) == Build.ADULT
                || !goesByItself(walker)
                || hasCompany(walker, walks);
    }

    /** Takes what is known of the child out of the list, one look longer. */
    private static Alone seen(List<Alone> alone, Walker walker, Scene scene) {
        for (Alone before : alone) {
            if (before.walker() == walker.id()) {
                alone.remove(before);
                return new Alone(
                        before.walker(),
                        before.since(),
                        scene.seconds(),
                        before.aloneSeconds() + Math.min(LONGEST_STEP, scene.seconds() - before.lastSeconds()),
                        before.looks() + 1,
                        cited(before.frames(), scene.frame()),
                        before.alert());
            }
        }
        return new Alone(walker.id(), scene.at(), scene.seconds(), 0, 1, List.of(scene.frame()), null);
    }

    private static List<String> cited(List<String> before, String frame) {
        List<String> frames = new ArrayList<>(before);
        frames.add(frame);
        if (frames.size() > MOST_FRAMES) {
            frames.remove(1);
        }
        return frames;
    }

    private boolean isDue(Alone alone, Walker walker, Scene scene) {
        return alone.alert() == null
                && alone.looks() >= settings.leastLooks()
                && alone.aloneSeconds() >= patience(walker, scene);
    }

    private double patience(Walker walker, Scene scene) {
        boolean among = scene.camera().zones().stream()
                .filter(zone -> zone.name().equals(CHILDREN))
                .anyMatch(zone -> isIn(zone, walker));
        return among ? settings.aloneAmongChildrenSeconds() : settings.aloneSeconds();
    }

    private static boolean isIn(Zone zone, Walker walker) {
        return zone.contains(walker.box().centreX(), walker.box().bottom());
    }

    private Alone raise(Alone alone, Walker walker, Scene scene, List<Alert> alerts) {
        String onset = alone.frames().get(0) + "/" + alone.walker();
        Alone raised = alone.raised(Id.hash(scene.camera().id(), NAME, onset));
        alerts.add(alert(raised, AlertPhase.RAISED, scene, new Shown(List.of(box(walker)), alone.frames())));
        return raised;
    }

    private void release(Alone alone, Scene scene, List<Alert> alerts) {
        if (alone.alert() != null) {
            alerts.add(alert(alone, AlertPhase.RELEASED, scene, new Shown(List.of(), List.of(scene.frame()))));
        }
    }

    /** Half for the largest child and for one told by its face alone, whole for one of half an adult's height. */
    private double score(Walker walker) {
        if (walker.stature().build() != Build.CHILD) {
            return 0.5;
        }
        double smaller = settings.stature().childMost() - walker.stature().ratio();
        return Math.max(0.5, Math.min(1, 0.5 + smaller / SURE));
    }

    private LabelledBox box(Walker walker) {
        var box = walker.box();
        return new LabelledBox(CHILD, score(walker), box.left(), box.top(), box.right(), box.bottom());
    }

    /** What an alert shows and the looks it cites. */
    private record Shown(List<LabelledBox> boxes, List<String> looks) {}

    private static Alert alert(Alone alone, AlertPhase phase, Scene scene, Shown shown) {
        @Nullable String id = alone.alert();
        return new Alert(
                id == null ? "" : id,
                phase,
                EventKind.LOST_CHILD,
                CHILD,
                NAME,
                scene.camera().id(),
                scene.camera().place(),
                null,
                scene.at(),
                alone.since(),
                shown.boxes().stream().mapToDouble(LabelledBox::score).max().orElse(0),
                shown.boxes(),
                shown.looks(),
                "",
                0);
    }
}
