package io.kakou.analysis.stature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learns how tall adults are at one camera, and says how tall a person is against them. Pure functions. */
public final class Statures {
    /** Sights that are kept, in all. */
    public static final int MOST = 160;

    private static final int STRIPS = 16;
    private static final int A_STRIP = MOST / STRIPS;
    /** New sights after which the plane is worked out again; it takes about a millisecond. */
    private static final int AGAIN = 4;

    /** From this share of each on, a track is of two people. */
    private static final double MIXED = 0.25;

    private final StatureSettings settings;

    public Statures(StatureSettings settings) {
        this.settings = settings;
    }

    /** The memory after these upright people were seen; each strip of the picture keeps its newest. */
    public StatureMemory learn(StatureMemory before, List<Standing> sights) {
        if (sights.isEmpty()) {
            return before;
        }
        List<Standing> seen = new ArrayList<>(before.seen());
        sights.forEach(sight -> add(seen, sight));
        int unlearned = before.unlearned() + sights.size();
        AdultHeight adults = before.adults();
        return unlearned < AGAIN
                ? new StatureMemory(seen, adults, unlearned)
                : new StatureMemory(seen, enough(seen) ? new Fit(seen).adults() : adults, 0);
    }

    /**
     * What the sights of one track say.
     *
     * @param ratio height against an adult's, the middle of all looks, be they too few; 0 where there is none
     */
    public record Judged(Build build, double ratio) {
        static final Judged NOTHING = new Judged(Build.UNKNOWN, 0);
    }

    /**
     * A person's build.
     *
     * @param sights of one track, each upright and whole
     */
    public Judged judge(@Nullable AdultHeight adults, List<Standing> sights) {
        if (adults == null) {
            return Judged.NOTHING;
        }
        List<Standing> known =
                sights.stream().filter(one -> isKnown(adults, one)).toList();
        if (known.isEmpty()) {
            return Judged.NOTHING;
        }
        double[] ratios = known.stream().mapToDouble(one -> ratio(adults, one)).toArray();
        double ratio = Fit.median(ratios);
        boolean enough = known.size() >= settings.trackLooks() && seconds(known) >= settings.trackSeconds();
        return new Judged(enough && !isTwoPeople(ratios) ? build(ratio) : Build.UNKNOWN, ratio);
    }

    /** Looks of a child and of an adult in one track: it went from one to the other where they were close together. */
    private boolean isTwoPeople(double[] ratios) {
        double least = MIXED * ratios.length;
        return Arrays.stream(ratios).filter(one -> build(one) == Build.CHILD).count() >= least
                && Arrays.stream(ratios)
                                .filter(one -> build(one) == Build.ADULT)
                                .count()
                        >= least;
    }

    /** Whether one look tells a size: upright, large enough, where people were seen before. */
    public boolean isKnown(AdultHeight adults, Standing one) {
        return adults.reaches(one.foot(), settings.beyond()) && isUpright(adults, one);
    }

    /** One look's height against an adult's. */
    public static double ratio(AdultHeight adults, Standing one) {
        return one.height() / adults.at(one.x(), one.foot());
    }

    /** A height's build, as if all else were known. */
    public Build build(double ratio) {
        if (ratio <= settings.childMost()) {
            return Build.CHILD;
        }
        return ratio >= settings.adultLeast() ? Build.ADULT : Build.UNKNOWN;
    }

    /** Whether a box is as slim as people's here, and large enough. Before anything is learned, all are. */
    public boolean isUpright(@Nullable AdultHeight adults, Standing one) {
        return one.height() >= settings.leastHeight()
                && one.width() > 0
                && (adults == null || one.shape() >= settings.uprightShape() * adults.shape());
    }

    private boolean enough(List<Standing> seen) {
        return seen.stream().mapToLong(Standing::track).distinct().count() >= settings.leastPeople();
    }

    private static double seconds(List<Standing> sights) {
        return sights.get(sights.size() - 1).seconds() - sights.get(0).seconds();
    }

    private static void add(List<Standing> seen, Standing sight) {
        int strip = strip(sight);
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).track() == sight.track() && strip(seen.get(i)) == strip) {
                seen.set(i, seen.get(i).and(sight));
                return;
            }
        }
        List<Standing> same = seen.stream().filter(one -> strip(one) == strip).toList();
        if (same.size() >= A_STRIP) {
            seen.remove(same.stream()
                    .min(Comparator.comparingDouble(Standing::seconds))
                    .orElseThrow());
        }
        seen.add(sight);
    }

    private static int strip(Standing sight) {
        return Math.min(STRIPS - 1, (int) (sight.foot() * STRIPS));
    }
}
