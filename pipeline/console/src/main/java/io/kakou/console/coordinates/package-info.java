/**
 * Coordinates as Chinese maps and surveyors give them, turned into WGS-84.
 *
 * <p>Door: {@link io.kakou.console.coordinates.CoordinateSystem}.
 *
 * <p>In: degrees in a system that somebody named. Out: a {@link io.kakou.events.Point}, and back for a map that asks.
 *
 * <p>Do not touch: nobody guesses a system; the same degrees lie 500 m apart in two of them.
 */
@NullMarked
package io.kakou.console.coordinates;

import org.jspecify.annotations.NullMarked;
