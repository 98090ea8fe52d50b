package io.kakou.benchmarks.wakes;

import io.kakou.analysis.gate.GreyPicture;
import java.util.List;

/**
 * A camera's small pictures, one a look.
 *
 * @param scene over which it was staged
 * @param arrival number of the look in which somebody comes and from which on they stand there; −1 for nobody
 * @param pixels how tall they are, of 360
 */
public record Looks(String scene, Overlay overlay, int arrival, int pixels, List<GreyPicture> pictures) {
    public Looks {
        pictures = List.copyOf(pictures);
    }
}
