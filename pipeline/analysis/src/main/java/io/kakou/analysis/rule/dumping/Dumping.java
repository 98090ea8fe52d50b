package io.kakou.analysis.rule.dumping;

import io.kakou.analysis.gate.GreyPicture;
import io.kakou.analysis.rule.Inside;
import io.kakou.analysis.rule.Scene;
import io.kakou.analysis.rule.dumping.DumpingMemory.Left;
import io.kakou.analysis.rule.dumping.DumpingMemory.Pile;
import io.kakou.analysis.rule.dumping.DumpingMemory.Visit;
import io.kakou.analysis.track.Track;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.LabelledBox;
import io.kakou.events.Zone;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Muck or waste left in a no-dump zone, 偷倒: somebody or a vehicle was in the zone, has left, and what lies there lay not
 * there before. One alert a pile, one release when it is gone. That what was left is waste, a person says. A vehicle that
 * tips its body there is told at once.
 */
public final class Dumping {
    public static final String NAME = "dumping/1";
    /** The zone it looks at; a camera that has none is not watched for dumping. */
    public static final String NO_DUMP = "no-dump";

    private static final String SUBJECT = "pile";
    private static final double SAME_PLACE = 0.5;
    private static final int MOST_PILES = 3;

    private final DumpingSettings settings;
    private final @Nullable Zone zone;
    private final @Nullable Ground ground;
    private final @Nullable Tipping tipping;

    public Dumping(Camera camera, DumpingSettings settings) {
        this.settings = settings;
        this.zone = camera.zones().stream()
                .filter(each -> each.name().equals(NO_DUMP))
                .findFirst()
                .orElse(null);
        this.ground = zone == null ? null : new Ground(zone, settings.contrast());
        this.tipping = zone == null ? null : new Tipping(zone, settings);
    }

    /** The rule's answer to one look: what to remember, and the alerts raised and released. */
    public record Answer(DumpingMemory memory, List<Alert> alerts) {}

    /**
     * One look.
     *
     * @param picture that the detector saw, or null where the gate saw no change: then all lies as it lay
     */
    public Answer judge(DumpingMemory before, Scene scene, @Nullable Picture picture) {
        Answer left = left(before, scene, picture);
        if (tipping == null) {
            return left;
        }
        Tipping.Answer tips = tipping.judge(before.standing(), scene);
        List<Alert> alerts = new ArrayList<>(tips.alerts());
        alerts.addAll(left.alerts());
        return new Answer(left.memory().standing(tips.standing()), alerts);
    }

    private Answer left(DumpingMemory before, Scene scene, @Nullable Picture picture) {
        DumpingMemory memory = picture == null ? before : before.newest(Ground.of(picture));
        GreyPicture now = memory.newest();
        if (zone == null || ground == null || now == null) {
            return new Answer(memory, List.of());
        }
        List<Box> actors = actors(scene, zone);
        if (!actors.isEmpty()) {
            return new Answer(memory.visit(visited(memory.visit(), scene, actors)), List.of());
        }
        List<Alert> alerts = new ArrayList<>();
        DumpingMemory swept = released(memory, new Now(scene, now, ground), alerts);
        return new Answer(decided(swept, new Now(scene, now, ground), alerts), alerts);
    }

    /** A look at an empty zone. */
    private record Now(Scene scene, GreyPicture picture, Ground ground) {}

    private List<Box> actors(Scene scene, Zone there) {
        return scene.present().stream()
                .filter(track -> switch (track.subject()) {
                    case PERSON, VEHICLE, TWO_WHEELER, EBIKE -> true;
                    case OTHER -> false;
                })
                .map(Track::box)
                .filter(box -> Inside.share(box, there) >= settings.actorShare())
                .toList();
    }

    private static Visit visited(@Nullable Visit visit, Scene scene, List<Box> actors) {
        return visit == null
                ? new Visit(scene.frame(), scene.at(), actors, null)
                : new Visit(visit.frame(), visit.onset(), actors, visit.left());
    }

    /** Alerts of piles that are gone are released. */
    private DumpingMemory released(DumpingMemory memory, Now now, List<Alert> alerts) {
        List<Pile> lying = new ArrayList<>();
        for (Pile pile : memory.piles()) {
            if (now.ground().share(pile.before(), now.picture(), pile.box()) >= settings.goneShare()) {
                lying.add(pile);
            } else {
                alerts.add(alert(now.scene(), pile, AlertPhase.RELEASED, new Shown(List.of(), 0)));
            }
        }
        return memory.piles(lying);
    }

    private DumpingMemory decided(DumpingMemory memory, Now now, List<Alert> alerts) {
        Visit visit = memory.visit();
        GreyPicture before = memory.ground();
        if (visit == null || before == null) {
            return memory.ground(now.picture());
        }
        Box box = now.ground().changed(before, now.picture(), settings.leastShare());
        if (box == null) {
            return memory.ground(now.picture());
        }
        // Somebody whom the detector has lost while he stands there has left nothing yet.
        if (!isKnown(visit.left(), box) && visit.actors().stream().anyMatch(actor -> actor.iou(box) >= SAME_PLACE)) {
            return memory;
        }
        Left left = seen(visit.left(), now.scene(), box);
        boolean lies = left.looks().size() >= settings.looksNeeded()
                && now.scene().seconds() - left.sinceSeconds() >= settings.staysSeconds();
        return lies
                ? raised(memory, now, left, alerts)
                : memory.visit(new Visit(visit.frame(), visit.onset(), visit.actors(), left));
    }

    private static boolean isKnown(@Nullable Left left, Box box) {
        return left != null && left.box().iou(box) >= SAME_PLACE;
    }

    private static Left seen(@Nullable Left left, Scene scene, Box box) {
        if (left == null || !isKnown(left, box)) {
            return new Left(box, scene.seconds(), List.of(scene.frame()));
        }
        List<String> looks = new ArrayList<>(left.looks());
        looks.add(scene.frame());
        return new Left(box, left.sinceSeconds(), looks.subList(Math.max(0, looks.size() - 8), looks.size()));
    }

    /** What lies there belongs to the ground from now on: the next pile is another alert. */
    private static DumpingMemory raised(DumpingMemory memory, Now now, Left left, List<Alert> alerts) {
        Visit visit = Objects.requireNonNull(memory.visit());
        GreyPicture before = Objects.requireNonNull(memory.ground());
        Scene scene = now.scene();
        Pile pile = new Pile(Id.hash(scene.camera().id(), NAME, visit.frame()), visit.onset(), left.box(), before);
        double share = now.ground().share(before, now.picture(), left.box());
        alerts.add(alert(scene, pile, AlertPhase.RAISED, new Shown(left.looks(), share)));
        List<Pile> piles = new ArrayList<>(memory.piles());
        piles.add(pile);
        return memory.piles(piles.subList(Math.max(0, piles.size() - MOST_PILES), piles.size()))
                .ground(now.picture());
    }

    /** What an alert shows: the looks it cites, and how much of its box has changed. */
    private record Shown(List<String> looks, double score) {}

    private static Alert alert(Scene scene, Pile pile, AlertPhase phase, Shown shown) {
        Box box = pile.box();
        LabelledBox drawn = new LabelledBox(SUBJECT, shown.score(), box.left(), box.top(), box.right(), box.bottom());
        return new Alert(
                pile.alert(),
                phase,
                EventKind.DUMPING,
                SUBJECT,
                NAME,
                scene.camera().id(),
                scene.camera().place(),
                null,
                scene.at(),
                pile.onset(),
                shown.score(),
                phase == AlertPhase.RAISED ? List.of(drawn) : List.of(),
                shown.looks().isEmpty() ? List.of(scene.frame()) : shown.looks(),
                "",
                0);
    }
}
