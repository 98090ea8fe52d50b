/**
 * What a camera has taught outlasts the process and moves with it to another worker: how tall adults are there, how its road
 * looks when it is dry, what lies in its zone, how its picture flickers.
 *
 * <p>Door: {@link io.kakou.analysis.recall.MemoryKeeper}.
 *
 * <p>In: {@link io.kakou.analysis.recall.Learned} as it grows. Out: the same to whoever watches the camera next.
 *
 * <p>Do not touch: nothing of a person is kept, and no track; what was learned in another epoch of the camera, or from
 * pictures of another size, is never used.
 */
@NullMarked
package io.kakou.analysis.recall;

import org.jspecify.annotations.NullMarked;
