/**
 * From pictures of street cameras to the head that sees water, with the figures that say how good it is.
 *
 * <p>Door: {@link io.kakou.models.training.water.WaterTraining}.
 *
 * <p>In: pictures by camera and source. Out: an ONNX head and its card.
 *
 * <p>Do not touch: a camera is judged by a head, and at a threshold, that never saw it.
 */
@NullMarked
package io.kakou.models.training.water;

import org.jspecify.annotations.NullMarked;
