package io.kakou.events.search;

import io.kakou.events.ChildVehicle;
import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import io.kakou.events.Description;
import io.kakou.events.Hop;
import io.kakou.events.PersonSize;
import io.kakou.events.Search;
import io.kakou.events.UnderWay;
import java.util.List;

/**
 * How much more a sighting is like the child than like anybody in the street: the natural logarithm of a ratio, 0 where
 * nothing speaks either way. What is not known of one of them says nothing. Colours as accepted cameras have shown them
 * join those that were said.
 */
public final class Likeness {
    private static final double ADULT_CENTIMETRES = 166;
    /** What a height by a camera is off by, as a share of an adult's. */
    private static final double HEIGHT_OFF = 0.09;
    /** Of heights in the street: where there is no child among a hundred, there is none to be mistaken. */
    private static final double STREET_MEAN = 0.97;

    private static final double STREET_OFF = 0.12;
    private static final double MOST = 3.5;
    private static final double LEAST = -3;

    /** How a camera calls a child, and how it calls whoever walks in a street: child, adult, unknown. */
    private static final double[] CHILD_CALLED = {.50, .06, .44};

    private static final double[] ANYBODY_CALLED = {.09, .56, .35};

    /** In how many of a hundred a camera calls somebody so. */
    private record Called(double onFoot, double riding, double carried, double pushed, double unknown) {
        double as(UnderWay shown) {
            return switch (shown) {
                case ON_FOOT -> onFoot;
                case RIDING -> riding;
                case CARRIED -> carried;
                case PUSHED -> pushed;
                case UNKNOWN -> unknown;
            };
        }
    }

    private static final Called RIDER = new Called(50, 42, 3, 2, 3);
    private static final Called WALKER = new Called(85, 6, 4, 2, 3);
    private static final Called IN_PRAM = new Called(15, 5, 25, 52, 3);
    private static final Called ANYBODY = new Called(72, 20, 3, 2, 3);

    private final Description looks;
    private final double[] above;
    private final double[] below;
    private final boolean knowsAbove;
    private final boolean knowsBelow;

    public Likeness(Search search) {
        this(search.looks(), search.hops());
    }

    /** @param accepted cameras that are known to have shown the child */
    public Likeness(Description looks, List<Hop> accepted) {
        this.looks = looks;
        List<ColourMix> seenAbove = mixes(accepted.stream().map(Hop::above).toList());
        List<ColourMix> seenBelow = mixes(accepted.stream().map(Hop::below).toList());
        this.knowsAbove = !looks.above().isEmpty() || !seenAbove.isEmpty();
        this.knowsBelow = !looks.below().isEmpty() || !seenBelow.isEmpty();
        this.above = expected(looks.above(), seenAbove);
        this.below = expected(looks.below(), seenBelow);
    }

    private static List<ColourMix> mixes(List<List<ColourShare>> seen) {
        return seen.stream().map(ColourMix::of).filter(mix -> !mix.isNothing()).toList();
    }

    /** What a camera should show: as said, counted as two looks, and as it was seen. */
    private static double[] expected(List<ClothColour> said, List<ColourMix> seen) {
        double[] sum = new double[ColourMix.COLOURS];
        double[] shares = new double[ColourMix.COLOURS];
        double share = 1;
        for (ClothColour colour : said) {
            int place = ColourMix.place(colour);
            if (place >= 0) {
                shares[place] += share;
                share /= 2;
            }
        }
        add(sum, Wardrobe.shown(ColourMix.of(shares)), 2);
        seen.forEach(mix -> add(sum, Wardrobe.shown(mix), 1));
        return normal(sum);
    }

    private static void add(double[] sum, double[] more, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * more[i];
        }
    }

    private static double[] normal(double[] sum) {
        double all = 0;
        for (double each : sum) {
            all += each;
        }
        double[] shares = sum.clone();
        for (int i = 0; i < shares.length && all > 0; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    /** Of a sighting. */
    public double of(Sight sight) {
        return (knowsAbove ? garment(above, sight.above()) : 0)
                + (knowsBelow ? garment(below, sight.below()) : 0)
                + size(sight)
                + underWay(sight.underWay())
                + company(sight.companions());
    }

    private static double garment(double[] expected, ColourMix shown) {
        if (shown.isNothing()) {
            return 0;
        }
        double ratio = 0;
        for (int i = 0; i < expected.length; i++) {
            ratio += shown.at(i) * expected[i] / Wardrobe.worn(i);
        }
        return bounded(Math.log(Math.max(1e-6, ratio)));
    }

    private double size(Sight sight) {
        if (sight.heightShare() > 0 && looks.height().centimetres() > 0) {
            double expected = looks.height().centimetres() / ADULT_CENTIMETRES;
            double child = normal(sight.heightShare(), expected, HEIGHT_OFF);
            double anybody = normal(sight.heightShare(), STREET_MEAN, STREET_OFF);
            return bounded(Math.log((child + 0.02) / (anybody + 0.02)));
        }
        int called = called(sight.size());
        return Math.log(CHILD_CALLED[called] / ANYBODY_CALLED[called]);
    }

    private static int called(PersonSize size) {
        return switch (size) {
            case CHILD -> 0;
            case ADULT -> 1;
            case UNKNOWN -> 2;
        };
    }

    private double underWay(UnderWay shown) {
        return switch (looks.vehicle()) {
            case UNKNOWN -> 0;
            case NONE -> said(WALKER, shown);
            case BALANCE_BIKE, SCOOTER, BICYCLE -> said(RIDER, shown);
            case PRAM -> said(IN_PRAM, shown);
        };
    }

    private static double said(Called child, UnderWay shown) {
        return Math.log(child.as(shown) / ANYBODY.as(shown));
    }

    /** Weak: in a crowd a stranger walks along, and a brother stays behind. */
    private double company(int shown) {
        if (looks.companions() == Description.NOBODY_KNOWS) {
            return 0;
        }
        return Math.abs(Math.min(3, shown) - Math.min(3, looks.companions())) == 0 ? 0.3 : -0.3;
    }

    /** Density without the constant that is the same on both sides. */
    private static double normal(double value, double mean, double off) {
        double far = (value - mean) / off;
        return Math.exp(-far * far / 2) / off;
    }

    private static double bounded(double value) {
        return Math.max(LEAST, Math.min(MOST, value));
    }

    /** How fast such a child is under way, metres a second. */
    double pace() {
        return pace(looks.vehicle());
    }

    static double pace(ChildVehicle vehicle) {
        return switch (vehicle) {
            case BALANCE_BIKE, SCOOTER -> 1.2;
            case BICYCLE -> 2;
            case PRAM -> 1.1;
            case NONE, UNKNOWN -> 0.95;
        };
    }
}
