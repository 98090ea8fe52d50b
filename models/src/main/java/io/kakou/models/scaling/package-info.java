/**
 * Pictures to the size a model takes.
 *
 * <p>Door: {@link io.kakou.models.scaling.Stretch}.
 *
 * <p>In: a picture of any size. Out: the same picture, stretched.
 *
 * <p>Do not touch: whole-number arithmetic, so that every machine gives the same bytes.
 */
@NullMarked
package io.kakou.models.scaling;

import org.jspecify.annotations.NullMarked;
