package io.kakou.events.search;

import io.kakou.events.ClothColour;
import java.util.List;
import java.util.Map;

/** How colours are worn in a street, and how one is taken for another by a camera, by light, by a worried person. */
final class Wardrobe {
    /** A colour is seen as what it was said to be in so many of a hundred. */
    private static final double SAME = 0.6;
    /** So many are seen as one of its neighbours. */
    private static final double NEAR = 0.3;

    private static final Map<ClothColour, List<ClothColour>> NEIGHBOURS = Map.ofEntries(
            Map.entry(ClothColour.BLACK, List.of(ClothColour.GREY, ClothColour.BLUE, ClothColour.BROWN)),
            Map.entry(ClothColour.GREY, List.of(ClothColour.BLACK, ClothColour.WHITE, ClothColour.BLUE)),
            Map.entry(ClothColour.WHITE, List.of(ClothColour.GREY, ClothColour.YELLOW, ClothColour.PINK)),
            Map.entry(ClothColour.RED, List.of(ClothColour.ORANGE, ClothColour.PINK, ClothColour.BROWN)),
            Map.entry(ClothColour.ORANGE, List.of(ClothColour.RED, ClothColour.YELLOW, ClothColour.BROWN)),
            Map.entry(ClothColour.YELLOW, List.of(ClothColour.ORANGE, ClothColour.WHITE, ClothColour.GREEN)),
            Map.entry(ClothColour.GREEN, List.of(ClothColour.YELLOW, ClothColour.BLUE, ClothColour.GREY)),
            Map.entry(ClothColour.BLUE, List.of(ClothColour.BLACK, ClothColour.GREY, ClothColour.PURPLE)),
            Map.entry(ClothColour.PURPLE, List.of(ClothColour.BLUE, ClothColour.PINK, ClothColour.GREY)),
            Map.entry(ClothColour.PINK, List.of(ClothColour.RED, ClothColour.PURPLE, ClothColour.WHITE)),
            Map.entry(ClothColour.BROWN, List.of(ClothColour.BLACK, ClothColour.ORANGE, ClothColour.GREY)));

    /** Shares of what people in the street wear, each in its {@link ColourMix#place}; rare colours say more. */
    private static final double[] WORN = {.24, .20, .15, .06, .02, .03, .04, .14, .02, .04, .06};

    private static final double[][] SEEN = seen();

    private Wardrobe() {}

    static double worn(int colour) {
        return WORN[colour];
    }

    /** What a camera shows of a garment of this mix: shares by colour. */
    static double[] shown(ColourMix mix) {
        double[] shown = new double[ColourMix.COLOURS];
        for (int is = 0; is < shown.length; is++) {
            for (int as = 0; as < shown.length; as++) {
                shown[as] += mix.at(is) * SEEN[is][as];
            }
        }
        return shown;
    }

    private static double[][] seen() {
        double[][] seen = new double[ColourMix.COLOURS][ColourMix.COLOURS];
        NEIGHBOURS.forEach((colour, near) -> {
            double[] row = seen[ColourMix.place(colour)];
            for (int i = 0; i < row.length; i++) {
                row[i] = (1 - SAME - NEAR) * WORN[i];
            }
            row[ColourMix.place(colour)] += SAME;
            near.forEach(each -> row[ColourMix.place(each)] += NEAR / near.size());
        });
        return seen;
    }
}
