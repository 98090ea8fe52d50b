/**
 * E-bikes in lift cabins: a head of our own on the stock detector's backbone.
 *
 * <p>Door: {@link io.kakou.models.ebike.EbikeDetector}.
 *
 * <p>In: pictures of a cabin. Out: the stock detections, and {@code e-bike} with a score and a box.
 *
 * <p>Do not touch: head and card are committed together, written by {@link io.kakou.models.training.EbikeTraining}.
 */
@NullMarked
package io.kakou.models.ebike;

import org.jspecify.annotations.NullMarked;
