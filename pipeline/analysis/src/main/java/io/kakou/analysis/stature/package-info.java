/**
 * How tall adults are at each place of one camera's picture, learned from who walks there, and how tall that makes a person.
 *
 * <p>Door: {@link io.kakou.analysis.stature.Statures}.
 *
 * <p>In: upright people, whole, by their feet. Out: {@link io.kakou.analysis.stature.AdultHeight}, a
 * {@link io.kakou.analysis.stature.Build} a person.
 *
 * <p>Do not touch: everything is a value of bounded size, kept in the camera's memory; no picture and no face is kept.
 */
@NullMarked
package io.kakou.analysis.stature;

import org.jspecify.annotations.NullMarked;
