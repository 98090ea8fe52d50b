/**
 * From labelled pictures to a model of our own, with the figures that say how good it is.
 *
 * <p>Door: {@link io.kakou.models.training.EbikeTraining}.
 *
 * <p>In: {@link io.kakou.models.dataset.Sample}s and the frozen backbone. Out: an ONNX head and its card.
 *
 * <p>Do not touch: figures are of groups that were left out whole; seeds are fixed, so that a run can be repeated.
 */
@NullMarked
package io.kakou.models.training;

import org.jspecify.annotations.NullMarked;
