package io.kakou.analysis.recall;

import io.kakou.analysis.stature.AdultHeight;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.events.Id;
import io.kakou.models.Size;
import java.util.Objects;

/**
 * One camera's file.
 *
 * @param camera its id
 * @param address hash of the address of the stream that was looked at: behind another one hangs another camera
 * @param width of its pictures, in pixels
 * @param height of its pictures, in pixels
 * @param heights what they taught
 */
record KeptHeights(String camera, String address, int width, int height, StatureMemory heights) {
    KeptHeights {
        Id.plain("camera id", camera);
        Id.plain("hash of the address", address);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture of " + width + "x" + height + "; allowed: 1x1 and larger");
        }
        Objects.requireNonNull(heights, "heights are missing");
        AdultHeight adults = heights.adults();
        if (!heights.seen().stream().allMatch(Standing::isSound) || !(adults == null || adults.isSound())) {
            throw new IllegalArgumentException(
                    "heights that nobody can have seen; allowed: shares of a picture, 0 to 1");
        }
    }

    Size size() {
        return new Size(width, height);
    }
}
