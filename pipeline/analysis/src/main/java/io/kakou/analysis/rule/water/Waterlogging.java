package io.kakou.analysis.rule.water;

import io.kakou.analysis.rule.Scene;
import io.kakou.analysis.rule.water.WaterloggingMemory.Flood;
import io.kakou.analysis.rule.water.WaterloggingMemory.Sight;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.LabelledBox;
import io.kakou.events.Zone;
import io.kakou.models.WaterMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Water on a road, 积水: several looks that show water, on the road zone too, and more than this camera's dry road does. One
 * alert a flood, one release when the water has been gone for a while. Looks through fog or a blinded lens are unknown:
 * they are no evidence of water, and none that it has gone.
 *
 * <p>Every look that shows no water teaches the dry memory. Water that rises too slowly to be seen as such is learned as dry,
 * but only a share of the memory is forgiven, so it is seen in the end.
 *
 * <p>An alert cites the deciding look alone: the looks before are minutes old, and what they saw is in the memory that goes
 * with the evidence.
 */
public final class Waterlogging {
    public static final String NAME = "waterlogging/1";
    /** The zone it looks into. */
    public static final String ROAD = "road";

    /** What the boxes of its alerts are labelled with. */
    public static final String WATER = "water";

    private static final String PART = "water-part";
    private static final String MOST = "water-most";
    private static final String WHOLE = "water-whole";

    private final WaterloggingSettings settings;

    public Waterlogging(WaterloggingSettings settings) {
        this.settings = settings;
    }

    /** The rule's answer to one look: what to remember, and the alert raised or released, or null. */
    public record Answer(WaterloggingMemory memory, @Nullable Alert alert) {}

    /** The answer to a look that saw the road; {@code water} is what it saw. */
    public Answer judge(WaterloggingMemory memory, Scene scene, WaterMap water) {
        if (water.haze() >= settings.mostHaze() || isTooSoon(memory, scene)) {
            return new Answer(memory, null);
        }
        Wetness wetness = wetness(memory, scene.camera().zones(), water);
        List<Sight> recent = remember(memory.recent(), scene, wetness);
        Flood flood = memory.flood();
        if (flood != null) {
            return goesOn(new WaterloggingMemory(recent, memory.dry(), flood), flood, scene, wetness);
        }
        if (!isWet(wetness)) {
            return new Answer(new WaterloggingMemory(recent, memory.dry().learned(water), null), null);
        }
        WaterloggingMemory next = new WaterloggingMemory(recent, memory.dry(), null);
        return enough(recent) ? raise(next, scene, wetness) : new Answer(next, null);
    }

    /**
     * What one picture and this memory say of the road zone; {@link WaterloggingSettings#leastLevel} is the limit.
     *
     * @param zones the camera's
     */
    public Wetness wetness(WaterloggingMemory memory, List<Zone> zones, WaterMap water) {
        Zone road = zones.stream()
                .filter(zone -> zone.name().equals(ROAD))
                .findFirst()
                .orElse(Wetness.LOWER_PART);
        return Wetness.of(water, road, memory.dry(), settings);
    }

    /** The memory with one more picture of the road as it is when nothing is wrong. */
    public WaterloggingMemory learned(WaterloggingMemory memory, WaterMap water) {
        return new WaterloggingMemory(memory.recent(), memory.dry().learned(water), memory.flood());
    }

    /** Whether the next look should judge even where nothing has changed: standing water is still. */
    public boolean undecided(WaterloggingMemory memory) {
        return memory.flood() != null || memory.recent().stream().anyMatch(Sight::wet);
    }

    /** Whether the next look should come sooner: water was seen, and it is not told yet. */
    public boolean suspects(WaterloggingMemory memory) {
        return memory.flood() == null && memory.recent().stream().anyMatch(Sight::wet);
    }

    private boolean isTooSoon(WaterloggingMemory memory, Scene scene) {
        List<Sight> recent = memory.recent();
        return !recent.isEmpty()
                && scene.seconds() - recent.get(recent.size() - 1).seconds() < settings.spacingSeconds();
    }

    private boolean isWet(Wetness wetness) {
        return wetness.level() >= settings.leastLevel() && wetness.share() >= settings.leastShare();
    }

    private List<Sight> remember(List<Sight> before, Scene scene, Wetness wetness) {
        List<Sight> recent = new ArrayList<>(before);
        recent.add(new Sight(scene.frame(), scene.seconds(), scene.at(), isWet(wetness)));
        recent.removeIf(sight -> scene.seconds() - sight.seconds() > settings.looksWithinSeconds());
        return recent.subList(Math.max(0, recent.size() - settings.looksKept()), recent.size());
    }

    private boolean enough(List<Sight> recent) {
        return recent.stream().filter(Sight::wet).count() >= settings.looksNeeded();
    }

    private Answer raise(WaterloggingMemory memory, Scene scene, Wetness wetness) {
        Sight onset = memory.recent().stream().filter(Sight::wet).findFirst().orElseThrow();
        String id = Id.hash(scene.camera().id(), NAME, onset.frame());
        Flood flood = new Flood(id, onset.at(), scene.seconds(), subject(wetness.share()));
        WaterloggingMemory next = new WaterloggingMemory(memory.recent(), memory.dry(), flood);
        return new Answer(next, alert(flood, AlertPhase.RAISED, scene, List.of(box(wetness))));
    }

    private Answer goesOn(WaterloggingMemory memory, Flood flood, Scene scene, Wetness wetness) {
        if (wetness.level() >= settings.calmLevel()) {
            Flood seen = new Flood(flood.alert(), flood.onset(), scene.seconds(), flood.subject());
            return new Answer(new WaterloggingMemory(memory.recent(), memory.dry(), seen), null);
        }
        if (scene.seconds() - flood.lastSeenSeconds() < settings.goneSeconds()) {
            return new Answer(memory, null);
        }
        WaterloggingMemory next = new WaterloggingMemory(List.of(), memory.dry(), null);
        return new Answer(next, alert(flood, AlertPhase.RELEASED, scene, List.of()));
    }

    private String subject(double share) {
        if (share >= settings.wholeFrom()) {
            return WHOLE;
        }
        return share >= settings.mostFrom() ? MOST : PART;
    }

    private static LabelledBox box(Wetness wetness) {
        var box = wetness.box();
        return new LabelledBox(WATER, wetness.share(), box.left(), box.top(), box.right(), box.bottom());
    }

    private static Alert alert(Flood flood, AlertPhase phase, Scene scene, List<LabelledBox> boxes) {
        return new Alert(
                flood.alert(),
                phase,
                EventKind.WATERLOGGING,
                flood.subject(),
                NAME,
                scene.camera().id(),
                scene.camera().place(),
                null,
                scene.at(),
                flood.onset(),
                boxes.stream().mapToDouble(LabelledBox::score).max().orElse(0),
                boxes,
                List.of(scene.frame()),
                "",
                0);
    }
}
