/**
 * What a camera learned outlasts the process: how tall adults are there, one small file a camera.
 *
 * <p>Door: {@link io.kakou.analysis.recall.HeightBook}.
 *
 * <p>In: {@link io.kakou.analysis.stature.StatureMemory} as it grows. Out: the same at the next start.
 *
 * <p>Do not touch: heights alone are kept, no picture, no person; a file is replaced whole, and one that does not fit the
 * camera is never used.
 */
@NullMarked
package io.kakou.analysis.recall;

import org.jspecify.annotations.NullMarked;
