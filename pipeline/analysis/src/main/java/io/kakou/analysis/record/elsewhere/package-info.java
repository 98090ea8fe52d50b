/**
 * Spans of cameras that the street's own recorder keeps, fetched from there.
 *
 * <p>Door: {@link io.kakou.analysis.record.elsewhere.Elsewhere}.
 *
 * <p>In: a camera and a span. Out: minutes in the store and the index like any others, and gaps for what could not be had.
 *
 * <p>Do not touch: one span at a time, so that a recorder has one client of ours.
 */
@NullMarked
package io.kakou.analysis.record.elsewhere;

import org.jspecify.annotations.NullMarked;
