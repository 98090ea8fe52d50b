package io.kakou.events.search;

import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import java.util.Arrays;
import java.util.List;

/** A garment's colours as shares that add up to 1, or nothing where none was seen. Never changes. */
public final class ColourMix {
    /** The order in which they lie in a table's column, for ever; further ones go to the end. */
    private static final List<ClothColour> ORDER = List.of(
            ClothColour.BLACK,
            ClothColour.GREY,
            ClothColour.WHITE,
            ClothColour.RED,
            ClothColour.ORANGE,
            ClothColour.YELLOW,
            ClothColour.GREEN,
            ClothColour.BLUE,
            ClothColour.PURPLE,
            ClothColour.PINK,
            ClothColour.BROWN);

    static final int COLOURS = ORDER.size();

    public static final ColourMix NOTHING = new ColourMix(new double[COLOURS]);

    private static final int STEPS = 9;

    private final double[] shares;

    private ColourMix(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        this.shares = sum > 0 ? Arrays.stream(shares).map(each -> each / sum).toArray() : shares;
    }

    /** From what a camera showed. */
    public static ColourMix of(List<ColourShare> seen) {
        double[] shares = new double[COLOURS];
        for (ColourShare each : seen) {
            int place = place(each.colour());
            if (place >= 0) {
                shares[place] += each.share();
            }
        }
        return new ColourMix(shares);
    }

    /** Where a colour lies; -1 where it is none. */
    static int place(ClothColour colour) {
        return ORDER.indexOf(colour);
    }

    /** Shares as given, each in its {@link #place}. */
    static ColourMix of(double[] shares) {
        return new ColourMix(shares.clone());
    }

    /** From a table's column. */
    public static ColourMix ofCode(String code) {
        double[] shares = new double[COLOURS];
        for (int i = 0; i < Math.min(COLOURS, code.length()); i++) {
            shares[i] = Math.max(0, Math.min(STEPS, code.charAt(i) - '0'));
        }
        return new ColourMix(shares);
    }

    /** For a table's column: a digit a colour, in ninths. */
    public String code() {
        StringBuilder code = new StringBuilder(COLOURS);
        for (double share : shares) {
            code.append((char) ('0' + Math.round(STEPS * share)));
        }
        return code.toString();
    }

    public boolean isNothing() {
        return Arrays.stream(shares).sum() == 0;
    }

    /** Shares that are of another colour in the other: 0 for the same, 1 where nothing is in both. */
    double distance(ColourMix other) {
        double apart = 0;
        for (int i = 0; i < COLOURS; i++) {
            apart += Math.abs(shares[i] - other.shares[i]);
        }
        return apart / 2;
    }

    double at(int colour) {
        return shares[colour];
    }

    @Override
    public String toString() {
        return code();
    }
}
