package io.kakou.analysis.rule;

import io.kakou.analysis.rule.EbikeInLiftMemory.Sight;
import io.kakou.analysis.rule.EbikeInLiftMemory.Stay;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.LabelledBox;
import io.kakou.events.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-bike in a lift cabin, 电动车入梯: seen in 3 of 4 looks inside the cabin zone. One alert a stay, one release when it
 * has been gone for a while. The alert says e-bike where the model that knows them saw one in the deciding look; the stock
 * detector alone does not tell an e-bike from a bicycle, and what only it saw is called a two-wheeler. A bicycle that the
 * model is sure to be a plain one counts not at all.
 */
public final class EbikeInLift {
    public static final String NAME = "ebike-in-lift/2";
    /** The zone it looks into; where a camera has none, the whole picture is the cabin. */
    public static final String CABIN = "cabin";

    private static final String E_BIKE = "e-bike";

    private final EbikeInLiftSettings settings;

    public EbikeInLift(EbikeInLiftSettings settings) {
        this.settings = settings;
    }

    /** The rule's answer to one look: what to remember, and the alert raised or released, or null. */
    public record Answer(EbikeInLiftMemory memory, @Nullable Alert alert) {}

    public Answer judge(EbikeInLiftMemory memory, Scene scene) {
        List<Track> inside = inside(scene);
        List<Sight> recent = remember(memory.recent(), scene, !inside.isEmpty());
        Stay stay = memory.stay();
        if (stay == null) {
            return enough(recent)
                    ? raise(recent, scene, inside)
                    : new Answer(new EbikeInLiftMemory(recent, null), null);
        }
        if (!inside.isEmpty()) {
            return new Answer(new EbikeInLiftMemory(recent, seenAgain(stay, scene)), null);
        }
        return gone(stay, recent, scene) ? release(stay, scene) : new Answer(new EbikeInLiftMemory(recent, stay), null);
    }

    /** Whether the next look should detect even where nothing has changed: it has begun to see something. */
    public boolean undecided(EbikeInLiftMemory memory) {
        return memory.stay() == null && memory.recent().stream().anyMatch(Sight::seen);
    }

    /**
     * Whether what was told was missed by the last look: a look more should detect even where nothing has changed. Nobody
     * waits for the release as for the alert, so that keyframes are enough.
     */
    public boolean mayHaveLeft(EbikeInLiftMemory memory) {
        List<Sight> recent = memory.recent();
        return memory.stay() != null
                && !recent.isEmpty()
                && !recent.get(recent.size() - 1).seen();
    }

    private List<Track> inside(Scene scene) {
        Zone cabin = scene.camera().zones().stream()
                .filter(zone -> zone.name().equals(CABIN))
                .findFirst()
                .orElseGet(() -> Zone.whole(CABIN));
        return scene.present().stream()
                .filter(track -> track.score() >= least(track.subject()))
                .filter(track -> Inside.share(track.box(), cabin) >= settings.insideShare())
                .sorted(Comparator.comparingDouble(Track::score).reversed().thenComparing(Track::id))
                .toList();
    }

    /** The score from which a thing of this kind counts; more than any has, for what never counts. */
    private double least(Subject subject) {
        return switch (subject) {
            case EBIKE -> settings.leastEbikeScore();
            case TWO_WHEELER -> settings.leastScore();
            case PERSON, VEHICLE, OTHER -> Double.POSITIVE_INFINITY;
        };
    }

    private List<Sight> remember(List<Sight> before, Scene scene, boolean seen) {
        List<Sight> recent = new ArrayList<>(before);
        recent.add(new Sight(scene.frame(), scene.seconds(), scene.at(), seen));
        recent.removeIf(sight -> scene.seconds() - sight.seconds() > settings.looksWithinSeconds());
        return recent.subList(Math.max(0, recent.size() - settings.looksKept()), recent.size());
    }

    private boolean enough(List<Sight> recent) {
        return recent.stream().filter(Sight::seen).count() >= settings.looksNeeded();
    }

    private Answer raise(List<Sight> recent, Scene scene, List<Track> inside) {
        Sight onset = recent.stream().filter(Sight::seen).findFirst().orElseThrow();
        String id = Id.hash(scene.camera().id(), NAME, onset.frame());
        Stay stay = new Stay(id, onset.at(), lastSeen(recent), subject(inside));
        List<String> looks =
                recent.stream().filter(Sight::seen).map(Sight::frame).toList();
        return new Answer(
                new EbikeInLiftMemory(recent, stay),
                alert(stay, AlertPhase.RAISED, scene, new Shown(inside, looks, stay.subject())));
    }

    private Answer release(Stay stay, Scene scene) {
        return new Answer(
                EbikeInLiftMemory.EMPTY,
                alert(stay, AlertPhase.RELEASED, scene, new Shown(List.of(), List.of(scene.frame()), stay.subject())));
    }

    private static String subject(List<Track> inside) {
        return inside.stream().anyMatch(track -> track.subject() == Subject.EBIKE)
                ? E_BIKE
                : EbikeInLiftMemory.TWO_WHEELER;
    }

    private static Stay seenAgain(Stay stay, Scene scene) {
        return new Stay(stay.alert(), stay.onset(), scene.seconds(), stay.subject());
    }

    private boolean gone(Stay stay, List<Sight> recent, Scene scene) {
        return scene.seconds() - stay.lastSeenSeconds() >= settings.goneSeconds()
                && recent.stream().noneMatch(Sight::seen);
    }

    private static double lastSeen(List<Sight> recent) {
        return recent.stream()
                .filter(Sight::seen)
                .mapToDouble(Sight::seconds)
                .max()
                .orElseThrow();
    }

    /** What an alert shows: the tracks in the look that decided, and the looks it cites. */
    private record Shown(List<Track> tracks, List<String> looks, String subject) {}

    private static Alert alert(Stay stay, AlertPhase phase, Scene scene, Shown shown) {
        List<LabelledBox> boxes = shown.tracks().stream().map(EbikeInLift::box).toList();
        double score = boxes.stream().mapToDouble(LabelledBox::score).max().orElse(0);
        return new Alert(
                stay.alert(),
                phase,
                EventKind.EBIKE_IN_LIFT,
                shown.subject(),
                NAME,
                scene.camera().id(),
                scene.camera().place(),
                null,
                scene.at(),
                stay.onset(),
                score,
                boxes,
                shown.looks(),
                "",
                0);
    }

    private static LabelledBox box(Track track) {
        var box = track.box();
        return new LabelledBox(track.label(), track.score(), box.left(), box.top(), box.right(), box.bottom());
    }
}
