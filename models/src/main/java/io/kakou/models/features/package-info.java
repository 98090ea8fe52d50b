/**
 * What a frozen backbone makes of a picture: maps that heads of our own are trained on.
 *
 * <p>Door: {@link io.kakou.models.features.Backbone}.
 *
 * <p>In: pictures of any size. Out: {@link io.kakou.models.features.FeatureMap}s.
 *
 * <p>Do not touch: a head fits the backbone and the input size that it was trained on, and no other.
 */
@NullMarked
package io.kakou.models.features;

import org.jspecify.annotations.NullMarked;
