package io.kakou.models.plate;

import io.kakou.models.Box;
import io.kakou.models.plate.grammar.PlateGrammar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one picture of a plate says.
 *
 * @param text of the likeliest plate, one that the grammar allows
 * @param confidence that every sign of it is right, 0 to 1
 * @param widthPixels of the plate in the picture
 * @param colour of its ground, or null where it cannot be told
 * @param box of the plate in the picture
 * @param guesses the likeliest plates with their shares, best first; shares add up to 1 at most
 */
public record PlateReading(
        String text,
        double confidence,
        double widthPixels,
        @Nullable PlateColour colour,
        Box box,
        List<Guess> guesses) {
    public PlateReading {
        if (PlateGrammar.kind(text) == null) {
            throw new IllegalArgumentException("plate is \"" + text + "\"; allowed: what GA 36 allows");
        }
        guesses = List.copyOf(guesses);
    }

    /** One of the plates it may be. */
    public record Guess(String text, double share) {}
}
