/**
 * Water on roads: a head of our own on the stock detector's backbone.
 *
 * <p>Door: {@link io.kakou.models.water.WaterDetector}.
 *
 * <p>In: pictures of a road. Out: a {@link io.kakou.models.WaterMap}.
 *
 * <p>Do not touch: head and card are committed together, written by {@link io.kakou.models.training.water.WaterTraining}.
 */
@NullMarked
package io.kakou.models.water;

import org.jspecify.annotations.NullMarked;
