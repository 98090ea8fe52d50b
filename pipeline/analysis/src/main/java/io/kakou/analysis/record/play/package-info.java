/**
 * Minutes read back: to the coded pictures they were made of, and to a form that every browser plays.
 *
 * <p>Door: {@link io.kakou.analysis.record.play.Movie}.
 *
 * <p>In: fragmented MP4 of this project's own. Out: coded pictures, or the same pictures in H.264.
 *
 * <p>Do not touch: what was coded H.264 or H.265 comes back byte for byte, less access unit delimiters.
 */
@NullMarked
package io.kakou.analysis.record.play;

import org.jspecify.annotations.NullMarked;
