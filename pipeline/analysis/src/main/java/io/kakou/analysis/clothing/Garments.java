package io.kakou.analysis.clothing;

import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Names the colours of people's clothes in one picture; its light is measured once. */
public final class Garments {
    /** A box lower than this, in pixels, shows no clothes. */
    private static final double LEAST_PIXELS = 18;
    /** Pixels of a garment that are looked at. */
    private static final int MOST_PIXELS = 400;

    private static final int LEAST_SEEN = 6;

    private final Picture picture;
    private final Light light;

    /** @param picture holds as long as this is used */
    public Garments(Picture picture) {
        this.picture = picture;
        this.light = Light.of(picture);
    }

    /** Shares of a garment's colours; empty where the person is too small. */
    public record Worn(List<ColourShare> above, List<ColourShare> below) {
        public Worn {
            above = List.copyOf(above);
            below = List.copyOf(below);
        }
    }

    /** What an upright person wears: below the head, above the feet, away from what is beside. */
    public Worn of(Box person) {
        if (person.height() * picture.height() < LEAST_PIXELS) {
            return new Worn(List.of(), List.of());
        }
        return new Worn(shares(part(person, 0.2, 0.47)), shares(part(person, 0.54, 0.82)));
    }

    private static Box part(Box person, double from, double to) {
        double side = 0.28 * person.width();
        return Box.clipped(
                person.left() + side,
                person.top() + from * person.height(),
                person.right() - side,
                person.top() + to * person.height());
    }

    private List<ColourShare> shares(Box part) {
        int left = (int) (part.left() * picture.width());
        int right = Math.min(picture.width(), (int) Math.ceil(part.right() * picture.width()));
        int top = (int) (part.top() * picture.height());
        int bottom = Math.min(picture.height(), (int) Math.ceil(part.bottom() * picture.height()));
        int step = (int) Math.max(1, Math.sqrt((double) (right - left) * (bottom - top) / MOST_PIXELS));
        Map<ClothColour, Integer> counts = new EnumMap<>(ClothColour.class);
        int all = 0;
        for (int y = top; y < bottom; y += step) {
            for (int x = left; x < right; x += step) {
                counts.merge(name(picture.rgbAt(x, y)), 1, Integer::sum);
                all++;
            }
        }
        return all < LEAST_SEEN ? List.of() : shares(counts, all);
    }

    private static List<ColourShare> shares(Map<ClothColour, Integer> counts, int all) {
        List<ColourShare> shares = new ArrayList<>();
        counts.forEach((colour, count) -> shares.add(new ColourShare(colour, count / (double) all)));
        return shares;
    }

    private ClothColour name(int rgb) {
        return ColourName.of(
                bounded((rgb >> 16 & 0xff) * light.red()),
                bounded((rgb >> 8 & 0xff) * light.green()),
                bounded((rgb & 0xff) * light.blue()));
    }

    private static double bounded(double value) {
        return Math.min(1, value / 255);
    }
}
