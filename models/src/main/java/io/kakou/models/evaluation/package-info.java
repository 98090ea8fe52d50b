/**
 * How good a model is, with how sure one can be of it.
 *
 * <p>Door: {@link io.kakou.models.evaluation.Figures}.
 *
 * <p>In: scores of pictures whose truth is known. Out: precision, recall, F1, AP, intervals, a threshold curve.
 *
 * <p>Do not touch: every share comes with its counts and its interval; a share of 12 pictures is no per cent.
 */
@NullMarked
package io.kakou.models.evaluation;

import org.jspecify.annotations.NullMarked;
