/**
 * Number plates over tracks: which vehicles of a look are read, what their looks come to, and when that is told.
 *
 * <p>Door: {@link io.kakou.analysis.plate.PlateWatch}.
 *
 * <p>In: tracks, and a look with its sharp picture. Out: the next memory and
 * {@link io.kakou.analysis.plate.PlateSighting}s.
 *
 * <p>Do not touch: everything is a value; a plate that is not sure is unknown, and that is told too.
 */
@NullMarked
package io.kakou.analysis.plate;

import org.jspecify.annotations.NullMarked;
