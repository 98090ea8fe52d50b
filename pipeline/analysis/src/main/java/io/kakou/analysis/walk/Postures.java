package io.kakou.analysis.walk;

import io.kakou.analysis.stature.AdultHeight;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.Statures;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.models.Box;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person's box says by itself and by the boxes around it, in one look. */
final class Postures {
    /** A box that ends so near to the picture's edge may go on beyond it. */
    private static final double EDGE = 0.012;
    /** With more of it behind something that stands in front, a box is no measure. */
    private static final double HIDDEN = 0.12;
    /** What share of a rider's width is over what it rides. */
    private static final double OVER = 0.5;
    /** What share of a carried child lies in the one who carries. */
    private static final double IN_ARMS = 0.6;
    /** How far above the other's feet it ends, in the other's heights. */
    private static final double OFF_GROUND = 0.12;
    /** Nobody carries or pushes somebody taller, as shares of the one who does. */
    private static final double SMALLER = 0.7;

    /** Wheels taller than this share of who sits on them are too large to be that person's alone. */
    private static final double OTHERS_WHEELS = 0.75;

    private static final double IN_PRAM = 0.55;
    private static final double PRAM_REACH = 0.9;

    private final List<Track> present;
    private final Statures statures;
    private final @Nullable AdultHeight adults;

    Postures(List<Track> present, Statures statures, @Nullable AdultHeight adults) {
        this.present = present;
        this.statures = statures;
        this.adults = adults;
    }

    Bearing bearing(Track person) {
        Track below = ridden(person);
        if (below != null) {
            return isPassenger(person.box(), below.box()) ? Bearing.CARRIED : Bearing.RIDING;
        }
        if (others(person).anyMatch(other -> carries(other.box(), person.box()))) {
            return Bearing.CARRIED;
        }
        return others(person).anyMatch(other -> pushes(other.box(), person)) ? Bearing.PUSHED : Bearing.ON_FOOT;
    }

    /** The look as a measure of height, or null where it is none: cut off, hidden, bent, too small. */
    @Nullable
    Standing measure(Track person) {
        Track below = ridden(person);
        Box box = below == null ? person.box() : joined(person.box(), below.box());
        Standing sight = standing(person, box);
        boolean upright = below != null || statures.isUpright(adults, sight);
        return upright && !isCut(box) && !isHidden(person, below) ? sight : null;
    }

    private static Standing standing(Track person, Box box) {
        return Standing.once(
                person.id(),
                person.lastSeconds(),
                box.centreX(),
                box.bottom(),
                box.height(),
                person.box().width());
    }

    private @Nullable Track ridden(Track person) {
        return present.stream()
                .filter(track -> track.subject() == Subject.TWO_WHEELER || track.subject() == Subject.EBIKE)
                .filter(track -> rides(person.box(), track.box()))
                .findFirst()
                .orElse(null);
    }

    /** The feet between the wheels, not before or behind the whole of it. */
    private static boolean rides(Box person, Box wheels) {
        double shared = Math.min(person.right(), wheels.right()) - Math.max(person.left(), wheels.left());
        boolean feetAmong = person.bottom() > wheels.top() + 0.2 * wheels.height()
                && person.bottom() < wheels.bottom() + 0.1 * wheels.height();
        return shared >= OVER * person.width()
                && feetAmong
                && person.top() < wheels.top()
                && wheels.height() >= 0.25 * person.height();
    }

    /** What is so large is somebody else's, whether that one was seen or not; a child's own wheels come to .4 to .65. */
    private static boolean isPassenger(Box person, Box wheels) {
        return wheels.height() > OTHERS_WHEELS * person.height();
    }

    private static boolean carries(Box other, Box person) {
        double w = Math.min(other.right(), person.right()) - Math.max(other.left(), person.left());
        double h = Math.min(other.bottom(), person.bottom()) - Math.max(other.top(), person.top());
        double share = w > 0 && h > 0 ? w * h / person.area() : 0;
        return person.height() <= SMALLER * other.height()
                && share >= IN_ARMS
                && person.bottom() < other.bottom() - OFF_GROUND * other.height();
    }

    private boolean pushes(Box other, Track person) {
        Box box = person.box();
        return adults != null
                && !isCut(box)
                && box.height() <= IN_PRAM * other.height()
                && !statures.isUpright(adults, standing(person, box))
                && new Ground(adults).between(other, box) <= PRAM_REACH;
    }

    private static boolean isCut(Box box) {
        return box.left() < EDGE || box.top() < EDGE || box.right() > 1 - EDGE || box.bottom() > 1 - EDGE;
    }

    /** Whether something that stands nearer, its lower edge lower in the picture, lies over it. */
    private boolean isHidden(Track person, @Nullable Track but) {
        Box box = person.box();
        return present.stream()
                .filter(track -> track.id() != person.id() && !track.equals(but) && track.subject() != Subject.OTHER)
                .filter(track -> track.box().bottom() > box.bottom())
                .anyMatch(track -> covered(box, track.box()) > HIDDEN);
    }

    private static double covered(Box box, Box by) {
        double w = Math.min(box.right(), by.right()) - Math.max(box.left(), by.left());
        double h = Math.min(box.bottom(), by.bottom()) - Math.max(box.top(), by.top());
        return w > 0 && h > 0 && box.area() > 0 ? w * h / box.area() : 0;
    }

    private Stream<Track> others(Track person) {
        return present.stream().filter(track -> track.subject() == Subject.PERSON && track.id() != person.id());
    }

    private static Box joined(Box one, Box other) {
        return new Box(
                Math.min(one.left(), other.left()),
                Math.min(one.top(), other.top()),
                Math.max(one.right(), other.right()),
                Math.max(one.bottom(), other.bottom()));
    }
}
