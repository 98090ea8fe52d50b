package io.kakou.events;

import java.util.List;

/**
 * What somebody looks like, as somebody says who is asked for it.
 *
 * @param above colours of what is worn above, those most seen first, three at most; none: nobody knows
 * @param below likewise below
 * @param height about
 * @param vehicle what it has with it
 * @param companions how many went with it; {@value #NOBODY_KNOWS} where nobody knows
 */
public record Description(
        List<ClothColour> above, List<ClothColour> below, HeightClass height, ChildVehicle vehicle, int companions) {
    public static final int NOBODY_KNOWS = -1;
    public static final int MOST_COLOURS = 3;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Description {
        above = above == null ? List.of() : List.copyOf(above);
        below = below == null ? List.of() : List.copyOf(below);
        height = height == null ? HeightClass.UNKNOWN : height;
        vehicle = vehicle == null ? ChildVehicle.UNKNOWN : vehicle;
        Range.check("colours above", above.size(), 0, MOST_COLOURS);
        Range.check("colours below", below.size(), 0, MOST_COLOURS);
        Range.check("companions", companions, NOBODY_KNOWS, 20);
    }
}
