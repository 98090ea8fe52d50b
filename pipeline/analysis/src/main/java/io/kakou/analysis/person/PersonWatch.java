package io.kakou.analysis.person;

import io.kakou.analysis.clothing.Garments;
import io.kakou.analysis.face.FaceSettings;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.rule.LostChildSettings;
import io.kakou.analysis.stature.Build;
import io.kakou.analysis.stature.Statures;
import io.kakou.analysis.track.Track;
import io.kakou.analysis.walk.WalkMemory;
import io.kakou.analysis.walk.Walker;
import io.kakou.analysis.walk.Walkers;
import io.kakou.events.LabelledBox;
import io.kakou.events.PersonSighting;
import io.kakou.events.PersonSize;
import io.kakou.events.UnderWay;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of everybody who passes a camera: after some looks, and again once it has left. Pure. */
public final class PersonWatch {
    /** Seen in so many looks it is told of while it is there: who searches wants to know where a child is, not where it was. */
    private static final int TOLD_LOOKS = 2;
    /** Who stays is told of again. */
    private static final double AGAIN_SECONDS = 30;
    /** Unseen for so long it has left. */
    private static final double LEFT_SECONDS = 5;
    /** People at once; more are in no sub stream that anybody could follow. */
    private static final int MOST = 48;

    private static final Garments.Worn NOTHING = new Garments.Worn(List.of(), List.of());

    private final String camera;
    private final Walkers walkers;

    /** @param settings of the rule that follows people, so that a child is one here where it is one there */
    public PersonWatch(String camera, LostChildSettings settings) {
        this.camera = camera;
        this.walkers = new Walkers(settings.walk(), new Statures(settings.stature()), FaceSettings.DEFAULT);
    }

    /** The watch's answer to one look: what to remember, and who is told of; of no worker yet. */
    public record Answer(PersonMemory memory, List<PersonSighting> told) {}

    /**
     * One look.
     *
     * @param present what it saw
     * @param followed what a rule knows of those who walk there, after this look; null where none follows them
     */
    public Answer step(PersonMemory before, Look look, List<Track> present, @Nullable WalkMemory followed) {
        WalkMemory own =
                followed == null ? walkers.step(before.walks(), look.seconds(), present, Map.of()) : before.walks();
        WalkMemory walks = followed == null ? own : followed;
        List<PersonSighting> told = new ArrayList<>();
        List<Passing> next = new ArrayList<>();
        for (Passing each : now(before, look, walks)) {
            boolean left = look.seconds() - each.walker().lastSeconds() >= LEFT_SECONDS;
            boolean due = left ? each.told() < each.looks() : isDue(each);
            if (due) {
                told.add(sighting(each));
            }
            if (!left) {
                next.add(due ? each.asTold() : each);
            }
        }
        return new Answer(new PersonMemory(own, next.subList(0, Math.min(MOST, next.size()))), told);
    }

    /** Those who will have left by then and were not told of to the last. */
    public List<PersonSighting> left(PersonMemory memory, double seconds) {
        return memory.passing().stream()
                .filter(each -> seconds - each.walker().lastSeconds() >= LEFT_SECONDS && each.told() < each.looks())
                .map(this::sighting)
                .toList();
    }

    private static boolean isDue(Passing each) {
        if (each.told() == 0) {
            return each.looks() >= TOLD_LOOKS;
        }
        double since = (each.last().toEpochMilli() - each.first().toEpochMilli()) / 1000.0;
        return each.looks() >= 2 * each.told() && since >= AGAIN_SECONDS;
    }

    /** All who are passing, those of this look with what it showed. */
    private List<Passing> now(PersonMemory before, Look look, WalkMemory walks) {
        Map<Long, Passing> known = new HashMap<>();
        before.passing().forEach(each -> known.put(each.walker().id(), each));
        List<Passing> now = new ArrayList<>();
        List<Walker> present = walks.present().stream()
                .filter(walker -> walker.seenAt(look.seconds()) && isMoving(walker))
                .toList();
        Garments garments = present.isEmpty() ? null : garments(look);
        for (Walker walker : present) {
            Passing passing = known.remove(walker.id());
            now.add((passing == null ? Passing.begin(walker, look.at()) : passing)
                    .seen(walker, look.at(), worn(garments, walker), company(walker, walks)));
        }
        now.addAll(known.values().stream()
                .sorted((one, other) ->
                        Long.compare(one.walker().id(), other.walker().id()))
                .toList());
        return now;
    }

    /** A doll in a window is no passer-by; who was seen once only may be one. */
    private static boolean isMoving(Walker walker) {
        return walker.hasMoved() || walker.lastSeconds() - walker.firstSeconds() < AGAIN_SECONDS;
    }

    private static @Nullable Garments garments(Look look) {
        Picture picture = look.sharp() == null ? look.picture() : look.sharp();
        return look.depth() == Depth.DETECTED && picture != null ? new Garments(picture) : null;
    }

    private static Garments.Worn worn(@Nullable Garments garments, Walker walker) {
        return garments == null ? NOTHING : garments.of(walker.box());
    }

    private Passing.Company company(Walker walker, WalkMemory walks) {
        List<Long> company = walkers.company(walker, walks.seconds());
        boolean adult = walks.walkers().stream()
                .filter(other -> company.contains(other.id()))
                .anyMatch(other -> other.stature().build() == Build.ADULT);
        return new Passing.Company(company.size(), adult);
    }

    private PersonSighting sighting(Passing passing) {
        Walker walker = passing.walker();
        return new PersonSighting(
                camera,
                walker.id(),
                size(walker.stature().build()),
                Passing.rounded(Math.max(0, Math.min(3, walker.stature().ratio()))),
                underWay(walker),
                passing.above().most(),
                passing.below().most(),
                passing.companions(),
                passing.withAdult(),
                passing.path(),
                box(walker.box()),
                passing.first(),
                passing.last(),
                passing.looks(),
                null,
                "",
                0);
    }

    private static LabelledBox box(Box box) {
        return new LabelledBox("person", 1, box.left(), box.top(), box.right(), box.bottom());
    }

    private static PersonSize size(Build build) {
        return switch (build) {
            case CHILD -> PersonSize.CHILD;
            case ADULT -> PersonSize.ADULT;
            case UNKNOWN -> PersonSize.UNKNOWN;
        };
    }

    private static UnderWay underWay(Walker walker) {
        return switch (walker.bearing()) {
            case ON_FOOT -> UnderWay.ON_FOOT;
            case RIDING -> UnderWay.RIDING;
            case CARRIED -> UnderWay.CARRIED;
            case PUSHED -> UnderWay.PUSHED;
        };
    }
}
