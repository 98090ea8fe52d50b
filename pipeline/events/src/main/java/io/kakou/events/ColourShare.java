package io.kakou.events;

/**
 * How much of a garment shows a colour.
 *
 * @param share 0 to 1
 */
public record ColourShare(ClothColour colour, double share) {
    @SuppressWarnings("NullAway") // A field a writer left out arrives as null and gets its default here.
    public ColourShare {
        colour = colour == null ? ClothColour.UNKNOWN : colour;
        Range.check("share of " + colour, share, 0, 1);
    }
}
