package io.kakou.analysis.clothing;

import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Colours of a garment over some looks; each look counts the same.
 *
 * @param looks that showed it
 * @param sums of shares by colour
 */
public record Tally(int looks, List<ColourShare> sums) {
    public static final Tally NONE = new Tally(0, List.of());

    /** What is less than this of a garment is skin, a shadow, what stands behind. */
    private static final double LEAST = 0.08;

    public Tally {
        sums = List.copyOf(sums);
    }

    /** With one look more; one that showed nothing of it does not count. */
    public Tally and(List<ColourShare> shown) {
        if (shown.isEmpty()) {
            return this;
        }
        Map<ClothColour, Double> mean = new EnumMap<>(ClothColour.class);
        sums.forEach(each -> mean.merge(each.colour(), each.share() * looks / (looks + 1), Double::sum));
        shown.forEach(each -> mean.merge(each.colour(), each.share() / (looks + 1), Double::sum));
        List<ColourShare> next = new ArrayList<>();
        mean.forEach((colour, share) -> next.add(new ColourShare(colour, Math.min(1, share))));
        return new Tally(looks + 1, next);
    }

    /** The colours, most first, to two digits. */
    public List<ColourShare> most() {
        return sums.stream()
                .filter(each -> each.share() >= LEAST)
                .sorted(Comparator.comparingDouble(ColourShare::share)
                        .reversed()
                        .thenComparing(ColourShare::colour))
                .map(each -> new ColourShare(each.colour(), Math.round(each.share() * 100) / 100.0))
                .toList();
    }
}
