package io.kakou.models.training;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One labelled picture of a road.
 *
 * @param source the collection it comes from
 * @param group what is left out together: a camera, else the whole source
 * @param flooded whether there is water on the road; null where nobody can tell
 * @param ground where; null where the whole picture is all that is known
 */
record WaterPicture(Path file, String source, String group, @Nullable Boolean flooded, @Nullable Ground ground) {
    boolean isOfFixedCamera() {
        return ground == null;
    }
}
