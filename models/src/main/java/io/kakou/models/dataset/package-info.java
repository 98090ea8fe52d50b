/**
 * Labelled pictures: which there are, what is in them, which must stay on one side of a split.
 *
 * <p>Door: {@link io.kakou.models.dataset.Dataset}.
 *
 * <p>In: a folder of pictures and a table of sources. Out: {@link io.kakou.models.dataset.Sample}s, and pictures with
 * their truth, varied in memory.
 *
 * <p>Do not touch: a group is left out whole or not at all; near copies in two groups make every figure a lie.
 */
@NullMarked
package io.kakou.models.dataset;

import org.jspecify.annotations.NullMarked;
