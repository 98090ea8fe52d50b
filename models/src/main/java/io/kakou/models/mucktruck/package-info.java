/**
 * Muck trucks among vehicles: a head of our own on the stock detector's backbone, for a vehicle's crop.
 *
 * <p>Door: {@link io.kakou.models.mucktruck.MuckTruckDetector}.
 *
 * <p>In: pictures of a gate or a road. Out: the stock detections; vehicles that are muck trucks are called {@code muck-truck}.
 *
 * <p>Do not touch: head and card are committed together, written by {@link io.kakou.models.training.MuckTruckTraining}.
 */
@NullMarked
package io.kakou.models.mucktruck;

import org.jspecify.annotations.NullMarked;
