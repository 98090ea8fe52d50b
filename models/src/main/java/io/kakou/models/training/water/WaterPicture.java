package io.kakou.models.training.water;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One labelled picture of a road.
 *
 * @param source the collection it comes from
 * @param group what is left out together: a camera, else the whole source
 * @param flooded whether there is water on the road; null where nobody can tell
 * @param isOfCamera whether a fixed street camera took it
 */
record WaterPicture(Path file, String source, String group, @Nullable Boolean flooded, boolean isOfCamera) {}
